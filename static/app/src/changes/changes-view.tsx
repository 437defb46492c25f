import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { ReactNode } from 'react';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { type Changes, isUnderWay, type StepName, stepsOf, toldCount, workOf } from './changes-progress';
import type { Step } from './use-changes';

/** What is changed, as the first part of the keys of its texts. */
export type About = 'companyChanges' | 'issueChanges';

interface Props {
  about: About;
  changes: Changes;
  /** A look is offered beside the changes already. */
  offered: boolean;
  /** The step that was asked for and not answered yet. */
  pending: StepName | undefined;
  onStep: (step: Step) => void;
  /** The first records that are concerned. */
  examples: ReactNode;
}

/** Where changes are, and what can be done about them now. */
export function ChangesView({ examples, ...props }: Props) {
  const { about, changes } = props;
  const { state, count, leftAlone } = changes;
  return (
    <>
      <h3 className={layout.h3}>{titleOf(about, state, toldCount(changes))}</h3>
      {isUnderWay(changes) && <UnderWay about={about} changes={changes} />}
      {state === 'ready' && <p>{count === 0 ? t(`${about}.readyNone`) : t(`${about}.ready`)}</p>}
      {state === 'failed' && <Notice look="warning">{whatIsLeft(about, changes)}</Notice>}
      {(state === 'applied' || state === 'undone') && leftAlone > 0 && (
        <p>{t('companyChanges.leftAlone', { count: leftAlone })}</p>
      )}
      {state === 'applied' && changes.applied > 0 && <p>{t('companyChanges.applied')}</p>}
      {examples}
      <div className={layout.row}>
        <Actions {...props} />
      </div>
    </>
  );
}

/** The title of changes in that state; `count` is what `toldCount` says. */
export function titleOf(about: About, state: Changes['state'], count: number): string {
  if (state === 'discarded') return '';
  if (state === 'ready' || state === 'applied' || state === 'undone') {
    return t(`${about}.title.${state}`, { count });
  }
  return state === 'failed' ? t('companyChanges.title.failed') : t(`${about}.title.${state}`);
}

function UnderWay({ about, changes }: { about: About; changes: Changes }) {
  const formats = useFormats();
  const work = workOf(changes);
  const { state, seen, count, pausedUntil } = changes;
  return (
    <div className={`${layout.stack} ${layout.tight}`}>
      <ProgressBar
        ariaLabel={t('companyChanges.progress.label')}
        isIndeterminate={(work === undefined || work.of === 0) && pausedUntil === undefined}
        value={work === undefined || work.of === 0 ? 0 : Math.min(1, work.done / work.of)}
      />
      <p>
        {work === undefined
          ? t(`${about}.progress.previewing`, { seen, count })
          : t(`companyChanges.progress.${state === 'undoing' ? 'undoing' : 'applying'}`, {
              done: work.done,
              count: work.of,
            })}
      </p>
      {pausedUntil !== undefined && (
        <Notice look="information">
          {t(`${about}.progress.paused`, { time: formats.time(pausedUntil, Date.now()) })}
        </Notice>
      )}
      <p className={layout.small}>{t('companyChanges.progress.leave')}</p>
    </div>
  );
}

function whatIsLeft(about: About, { applied, undone }: Changes): string {
  if (applied === 0) return t(`${about}.title.applied`, { count: 0 });
  if (undone > 0) return t('companyChanges.failed.undone', { done: undone, count: applied });
  return t('companyChanges.failed.some', { count: applied });
}

function Actions({ about, changes, offered, pending, onStep }: Omit<Props, 'examples'>) {
  const steps = stepsOf(changes).filter((take) => !(offered && take === 'preview'));
  return steps.map((take) => (
    <Button
      key={take}
      appearance={take === 'apply' ? 'primary' : isQuiet(take, changes) ? 'subtle' : 'default'}
      isLoading={pending === take}
      isDisabled={pending !== undefined && pending !== take}
      onClick={() => onStep(take === 'preview' ? { take } : { take, id: changes.id })}
    >
      {labelOf(about, changes, take)}
    </Button>
  ));
}

/** What only puts the changes away, and looking again where there is nothing to do, stand back. */
function isQuiet(take: StepName, { state, count }: Changes): boolean {
  if (state === 'previewing') return false;
  return take === 'discard'
    ? !(state === 'ready' && count === 0)
    : take === 'preview' && state === 'ready' && count === 0;
}

function labelOf(about: About, { state, count, applied }: Changes, take: StepName): string {
  switch (take) {
    case 'preview':
      return t('companyChanges.lookAgain');
    case 'apply':
      return t(`${about}.change`, { count });
    case 'undo':
      return t('companyChanges.undo');
    case 'discard':
      if (state === 'previewing') return t('companyChanges.stop');
      if (state === 'ready' && count > 0) return t('companyChanges.leave', { count });
      return state === 'applied' && applied > 0 ? t('companyChanges.keep') : t('shared.close');
  }
}
