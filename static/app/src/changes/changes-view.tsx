import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { ReactNode } from 'react';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { type Changes, isUnderWay, toldCount, workOf } from './changes-progress';
import type { Step } from './use-changes';

/** What is changed, as the first part of the keys of its texts. */
export type About = 'companyChanges' | 'issueChanges';

interface Props {
  about: About;
  changes: Changes;
  /** The step that was asked for and not answered yet. */
  pending: Step['take'] | undefined;
  onStep: (step: Step) => void;
  /** The first records that are concerned. */
  examples: ReactNode;
}

/** Where changes are, and what can be done about them now. */
export function ChangesView({ about, changes, pending, onStep, examples }: Props) {
  const { state, count, leftAlone } = changes;
  return (
    <>
      <h3 className={layout.h3}>{titleOf(about, state, toldCount(changes))}</h3>
      {isUnderWay(changes) && <UnderWay about={about} changes={changes} />}
      {state === 'ready' && <p>{count === 0 ? t(`${about}.readyNone`) : t(`${about}.ready`)}</p>}
      {state === 'failed' && <Notice look="warning">{whatIsLeft(about, changes)}</Notice>}
      {(state === 'applied' || state === 'undone') && leftAlone > 0 && (
        <p>{t(`${about}.leftAlone`, { count: leftAlone })}</p>
      )}
      {state === 'applied' && changes.applied > 0 && <p>{t('companyChanges.applied')}</p>}
      {examples}
      <div className={layout.row}>
        <Actions about={about} changes={changes} pending={pending} onStep={onStep} />
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
          : t(`${about}.progress.${state === 'undoing' ? 'undoing' : 'applying'}`, {
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
  if (applied === 0) return t(`${about}.failed.nothing`);
  if (undone > 0) return t(`${about}.failed.undone`, { done: undone, count: applied });
  return t(`${about}.failed.some`, { count: applied });
}

function Actions({ about, changes, pending, onStep }: Omit<Props, 'examples'>) {
  const { id, state, count, applied } = changes;
  const button = (take: Step['take'], label: string, appearance: 'primary' | 'default' | 'subtle' = 'default') => (
    <Button
      key={take}
      appearance={appearance}
      isLoading={pending === take}
      isDisabled={pending !== undefined && pending !== take}
      onClick={() => onStep(take === 'preview' ? { take } : { take, id })}
    >
      {label}
    </Button>
  );
  switch (state) {
    case 'previewing':
      return button('discard', t('companyChanges.stop'));
    case 'ready':
      if (count === 0) {
        return [button('discard', t('shared.close')), button('preview', t('companyChanges.lookAgain'), 'subtle')];
      }
      return [
        button('apply', t(`${about}.change`, { count }), 'primary'),
        button('preview', t('companyChanges.lookAgain')),
        button('discard', t('companyChanges.leave', { count }), 'subtle'),
      ];
    case 'applied':
      if (applied === 0) return button('discard', t('shared.close'));
      return [button('undo', t('companyChanges.undo')), button('discard', t('companyChanges.keep'), 'subtle')];
    case 'undone':
      return [button('preview', t('companyChanges.lookAgain')), button('discard', t('shared.close'), 'subtle')];
    case 'failed':
      return [
        button('preview', t('companyChanges.lookAgain')),
        applied > 0 && button('undo', t('companyChanges.undo')),
        button('discard', t('shared.close'), 'subtle'),
      ];
    default:
      return null;
  }
}
