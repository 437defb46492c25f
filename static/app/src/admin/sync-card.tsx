import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import Toggle from '@atlaskit/toggle';
import { lazy, Suspense, useId, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import type { SyncStatus } from '../contract';
import { useFormats } from '../page-provider';
import { admin } from '../texts/en/admin';
import { savingFailed } from '../texts/en/errors';
import { shared } from '../texts/en/shared';
import { LiveRegion } from '../ui/hidden';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { announcedStep, isActive, isPaused, type Progress, retryOf } from './progress';
import { RunView } from './run-view';
import styles from './sync-card.module.css';
import { useProgress, useSyncActions } from './use-sync-status';

const TurnOffDialog = lazy(() => import('./turn-off-dialog'));
const texts = admin.sync;

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
              <label htmlFor={toggleId}>{texts.toggle}</label>
            </h2>
            <p className={layout.lead} id={descriptionId}>
              {texts.willDo}
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
              {shownEnabled ? texts.on : texts.off}
            </span>
          </div>
        </div>
        <p className={layout.small}>
          {texts.hiddenEmailsNote}{' '}
          <button type="button" className={layout.link} onClick={onShowHiddenEmails}>
            {texts.hiddenEmailsLink}
          </button>
        </p>
        {error !== null && <ActionFailed error={error} />}
        {status.hiddenEmailsRefused === true && (
          <Notice look="warning" title={texts.refusedTitle}>
            {texts.refused}
          </Notice>
        )}
        {status.run?.state === 'failed' && (
          <Notice
            look="error"
            title={admin.run.failedTitle}
            actions={
              <Button onClick={retry} isLoading={busy}>
                {shared.tryAgain}
              </Button>
            }
          >
            {status.run.message ?? admin.run.failedBody}
          </Notice>
        )}
        {status.run !== undefined ? (
          <RunView run={status.run} progress={progress} now={readAt} />
        ) : (
          <p className={layout.small}>{texts.neverRan}</p>
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
  const words = savingFailed(failureOf(error));
  return (
    <Notice look="error" title={words.title} announced>
      {words.body}
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
        {status.syncedContacts !== undefined && (
          <p>{status.syncedContacts === 1 ? texts.syncedOne : texts.synced(formats.number(status.syncedContacts))}</p>
        )}
        <p className={layout.small}>
          {status.lastCompletedAt === undefined
            ? texts.nowHelp
            : `${texts.since(formats.ago(status.lastCompletedAt, readAt))} ${texts.nowHelp}`}
        </p>
      </div>
      <Button onClick={onSyncNow} isDisabled={active || busy}>
        {active ? texts.nowRunning : texts.now}
      </Button>
    </div>
  );
}

function Announcement({ status, progress, readAt }: { status: SyncStatus; progress: Progress; readAt: number }) {
  const formats = useFormats();
  return <LiveRegion>{sentence()}</LiveRegion>;

  function sentence(): string {
    const { run } = status;
    if (run === undefined) return status.enabled ? admin.announce.starting : admin.announce.off;
    if (run.state === 'done') return admin.announce.done;
    if (run.state === 'failed') return admin.announce.failed;
    if (isPaused(run, readAt) && run.pausedUntil !== undefined) {
      return admin.announce.paused(formats.time(run.pausedUntil, readAt));
    }
    const step = announcedStep(run, progress);
    if ('percent' in step) return admin.announce.percent(`${step.percent}%`);
    return step.seen === 0 ? admin.announce.starting : admin.announce.running(formats.number(step.seen));
  }
}
