import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import Toggle from '@atlaskit/toggle';
import { lazy, Suspense, useId, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import type { SyncStatus } from '../contract';
import { useFormats } from '../page-provider';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { announcedStep, isActive, isPaused, type Progress, retryOf } from './progress';
import { RunView } from './run-view';
import styles from './sync-card.module.css';
import { useProgress, useSyncActions } from './use-sync-status';

const TurnOffDialog = lazy(() => import('./turn-off-dialog'));

interface Props {
  status: SyncStatus;
  /** When the status was read, in milliseconds since 1970. */
  readAt: number;
  onShowHiddenEmails: () => void;
}

/** The switch of user sync, and what it is doing. */
export function SyncCard({ status, readAt, onShowHiddenEmails }: Props) {
  const { enable, now } = useSyncActions();
  const progress = useProgress(status, readAt);
  const [asking, setAsking] = useState(false);
  const descriptionId = useId();
  const toggleId = useId();

  const busy = enable.isPending || now.isPending;
  const shownEnabled = enable.isPending ? enable.variables : status.enabled;
  const error = enable.error ?? now.error;

  const turn = (enabled: boolean) => {
    if (busy) return;
    now.reset();
    if (enabled) enable.mutate(true);
    else setAsking(true);
  };
  const turnOff = () => {
    setAsking(false);
    enable.mutate(false);
  };
  const runNow = () => {
    enable.reset();
    now.mutate();
  };
  const retry = () => {
    if (retryOf(status) === 'syncNow') runNow();
    else enable.mutate(status.enabled);
  };

  return (
    <section className={layout.card}>
      <div className={layout.stack}>
        <div className={styles.top}>
          <div>
            <h2 className={layout.h2}>
              <label htmlFor={toggleId}>{t('admin.sync.toggle')}</label>
            </h2>
            <p className={layout.lead} id={descriptionId}>
              {t('admin.sync.willDo')}
            </p>
          </div>
          <div className={styles.toggle}>
            <Toggle
              id={toggleId}
              size="large"
              descriptionId={descriptionId}
              isChecked={shownEnabled}
              onChange={(event) => turn(event.target.checked)}
            />
            <span className={styles.state} aria-hidden="true">
              {shownEnabled ? t('admin.sync.on') : t('admin.sync.off')}
            </span>
          </div>
        </div>
        <p className={layout.small}>
          {t('admin.sync.hiddenEmailsNote')}{' '}
          <button type="button" className={layout.link} onClick={onShowHiddenEmails}>
            {t('admin.sync.hiddenEmailsLink')}
          </button>
        </p>
        {error !== null && <ActionFailed error={error} />}
        {status.hiddenEmailsRefused === true && (
          <Notice look="warning" title={t('admin.sync.refusedTitle')}>
            {t('admin.sync.refused')}
          </Notice>
        )}
        {status.run?.state === 'failed' && (
          <Notice
            look="error"
            title={t('admin.run.failedTitle')}
            actions={
              <Button onClick={retry} isLoading={busy}>
                {t('shared.tryAgain')}
              </Button>
            }
          >
            {status.run.because === undefined
              ? t('admin.run.failedBody')
              : t(`admin.run.because.${status.run.because}`)}
          </Notice>
        )}
        {status.run !== undefined ? (
          <RunView run={status.run} progress={progress} now={readAt} />
        ) : (
          <p className={layout.small}>{t('admin.sync.neverRan')}</p>
        )}
        <Foot status={status} readAt={readAt} busy={busy} onSyncNow={runNow} />
        <Announcement status={status} progress={progress} readAt={readAt} />
      </div>
      <ModalTransition>
        {asking && (
          <Suspense fallback={null}>
            <TurnOffDialog onCancel={() => setAsking(false)} onConfirm={turnOff} />
          </Suspense>
        )}
      </ModalTransition>
    </section>
  );
}

function ActionFailed({ error }: { error: unknown }) {
  const failure = failureOf(error);
  const { title, body } = savingFailed(failure);
  return (
    <Notice look="error" title={title} announced>
      {failure.code === 'conflict' ? t('admin.sync.offNow') : body}
    </Notice>
  );
}

interface FootProps {
  status: SyncStatus;
  readAt: number;
  busy: boolean;
  onSyncNow: () => void;
}

function Foot({ status, readAt, busy, onSyncNow }: FootProps) {
  const formats = useFormats();
  if (!status.enabled) return null;
  const active = isActive(status.run);
  return (
    <div className={`${layout.row} ${layout.between}`}>
      <div className={layout.headerText}>
        {status.syncedContacts !== undefined && <p>{t('admin.sync.synced', { count: status.syncedContacts })}</p>}
        <p className={layout.small}>
          {status.lastCompletedAt === undefined
            ? t('admin.sync.nowHelp')
            : `${t('admin.sync.since', { ago: formats.ago(status.lastCompletedAt, readAt) })} ${t('admin.sync.nowHelp')}`}
        </p>
      </div>
      <Button onClick={onSyncNow} isDisabled={active || busy}>
        {active ? t('admin.sync.nowRunning') : t('admin.sync.now')}
      </Button>
    </div>
  );
}

function Announcement({ status, progress, readAt }: { status: SyncStatus; progress: Progress; readAt: number }) {
  const formats = useFormats();
  return <LiveRegion>{sentence()}</LiveRegion>;

  function sentence(): string {
    const { run } = status;
    if (run === undefined) return status.enabled ? t('admin.announce.starting') : t('admin.announce.off');
    if (run.state === 'done') return t('admin.announce.done');
    if (run.state === 'failed') return t('admin.announce.failed');
    if (isPaused(run, readAt) && run.pausedUntil !== undefined) {
      return t('admin.announce.paused', { time: formats.time(run.pausedUntil, readAt) });
    }
    const step = announcedStep(run, progress);
    if ('percent' in step) return t('admin.announce.percent', { share: step.percent / 100 });
    return step.seen === 0 ? t('admin.announce.starting') : t('admin.announce.running', { seen: step.seen });
  }
}
