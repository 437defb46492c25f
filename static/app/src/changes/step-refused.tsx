import { failureOf } from '../bridge/call-error';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import { Notice } from '../ui/notice';
import type { StepName } from './changes-progress';
import type { About } from './changes-view';

/** Why a step was not taken, in plain words. Conflicts here are never about something that was typed. */
export function StepRefused({ about, error, take }: { about: About; error: unknown; take: StepName }) {
  const failure = failureOf(error);
  const words = wordsFor(about, failure.code, take) ?? savingFailed(failure);
  return (
    <Notice
      look={failure.code === 'forbidden' || failure.code === 'invalid' ? 'error' : 'warning'}
      title={words.title}
      announced
    >
      {words.body}
    </Notice>
  );
}

function wordsFor(about: About, code: string, take: StepName) {
  if (code === 'not-found') {
    return { title: t('companyChanges.refused.goneTitle'), body: t('companyChanges.refused.gone') };
  }
  if (code !== 'conflict') return undefined;
  if (take === 'apply') {
    return { title: t('companyChanges.refused.outdatedTitle'), body: t(`${about}.refused.outdated`) };
  }
  return { title: t('companyChanges.refused.busyTitle'), body: t(`${about}.refused.busy`) };
}
