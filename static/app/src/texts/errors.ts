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

/** What to tell a person when something could not be saved or done. The app's own message says more where it names a field. */
export function savingFailed(failure: Failure): ErrorWords {
  const code = knownCode(failure);
  const title = t(`errors.saving.${code}.title`);
  const { message, field } = failure;
  if (code === 'invalid' && field !== undefined) return { title, body: t('errors.invalidField', { reason: message }) };
  if (code === 'conflict' && message !== '') return { title, body: message };
  return { title, body: t(`errors.saving.${code}.body`) };
}

/** Whether asking again can have another answer. */
export function canTryAgain({ code }: Failure): boolean {
  return code !== 'forbidden' && code !== 'not-found';
}
