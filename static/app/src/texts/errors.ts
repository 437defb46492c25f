import type { ErrorCode, Failure } from '../contract';
import { t } from './t';

export interface ErrorWords {
  title: string;
  body: string;
}

const known: readonly ErrorCode[] = [
  'forbidden',
  'invalid',
  'not-found',
  'locked',
  'conflict',
  'rate-limited',
  'unavailable',
];

/** A code of a later version than this page's is told as no answer. */
function knownCode({ code }: Failure): ErrorCode {
  return known.includes(code) ? code : 'unavailable';
}

/** What to tell a person when something could not be read. */
export function readingFailed(failure: Failure): ErrorWords {
  const code = knownCode(failure);
  return { title: t(`errors.reading.${code}.title`), body: t(`errors.reading.${code}.body`) };
}

/**
 * What to tell a person when something could not be saved or done. The app's own message is English, and for logs. A conflict
 * is told as a change by somebody else; who knows that it can be something else there, says so.
 */
export function savingFailed(failure: Failure): ErrorWords {
  const code = knownCode(failure);
  const title = t(`errors.saving.${code}.title`);
  const field = code === 'invalid' ? nameOfField(failure) : undefined;
  return { title, body: field === undefined ? t(`errors.saving.${code}.body`) : t('errors.invalidField', { field }) };
}

/** What a person calls the value that the app would not take, if it has a name everywhere. */
function nameOfField({ field = '' }: Failure): string | undefined {
  const path = field.split('.');
  if (path.includes('domains')) return t('contacts.company.domains');
  if (path.includes('excludedDomains')) return t('admin.settings.domains');
  switch (path.at(-1)) {
    case 'name':
      return t('shared.name');
    case 'email':
      return t('shared.email');
    case 'companyId':
      return t('shared.company');
    default:
      return undefined;
  }
}

/** Whether asking again can have another answer. */
export function canTryAgain({ code }: Failure): boolean {
  return code !== 'forbidden' && code !== 'not-found';
}
