import ProgressBar from '@atlaskit/progress-bar';
import type { RunCounts, SyncRun } from '../contract';
import { useFormats } from '../page-provider';
import { t } from '../texts/t';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { Tag } from '../ui/tag';
import { isActive, isPaused, type Progress } from './progress';
import styles from './run-view.module.css';

const looks = { queued: 'neutral', running: 'information', done: 'success', failed: 'danger' } as const;
const countsOf: Record<SyncRun['kind'], readonly (keyof RunCounts)[]> = {
  initial: ['seen', 'created', 'linked', 'updated', 'unchanged', 'unlinked', 'skipped', 'failed'],
  reconcile: ['seen', 'created', 'linked', 'updated', 'unchanged', 'unlinked', 'skipped', 'failed'],
  unlink: ['seen', 'unlinked', 'unchanged', 'failed'],
};

/** The current or the latest run: what it is, how far it is, what it did. `now` in milliseconds since 1970. */
export function RunView({ run, progress, now }: { run: SyncRun; progress: Progress; now: number }) {
  const paused = isPaused(run, now);
  return (
    <section className={layout.stack} aria-label={t(`admin.run.title.${run.kind}`)}>
      <div className={layout.row}>
        <h3 className={layout.h3}>{t(`admin.run.title.${run.kind}`)}</h3>
        <Tag look={paused ? 'warning' : looks[run.state]}>
          {paused ? t('admin.run.state.waiting') : t(`admin.run.state.${run.state}`)}
        </Tag>
      </div>
      {isActive(run) ? <ActiveRun run={run} progress={progress} now={now} /> : <EndedRun run={run} now={now} />}
      <dl className={styles.counts}>
        {countsOf[run.kind].map((count) => (
          <Count key={count} name={count} value={run[count]} />
        ))}
      </dl>
    </section>
  );
}

function Count({ name, value }: { name: keyof RunCounts; value: number }) {
  const formats = useFormats();
  return (
    <div className={`${styles.count} ${name === 'failed' && value > 0 ? styles.bad : ''}`}>
      <dt>{t(`admin.run.counts.${name}`)}</dt>
      <dd>{formats.number(value)}</dd>
    </div>
  );
}

function ActiveRun({ run, progress, now }: { run: SyncRun; progress: Progress; now: number }) {
  const formats = useFormats();
  const paused = isPaused(run, now);
  return (
    <div className={`${layout.stack} ${layout.tight}`}>
      <ProgressBar
        ariaLabel={t('admin.run.progressLabel')}
        isIndeterminate={progress.fraction === undefined && !paused}
        value={progress.fraction ?? 0}
      />
      <p className={styles.facts}>
        <span>{read(run, progress)}</span>
        {!paused && progress.perMinute !== undefined && progress.perMinute > 0 && (
          <span>{t('admin.run.perMinute', { rate: progress.perMinute })}</span>
        )}
        {!paused && <span>{timeLeft(progress, (seconds) => formats.span(seconds))}</span>}
      </p>
      {paused && run.pausedUntil !== undefined && (
        <Notice look="information">{t('admin.run.paused', { time: formats.time(run.pausedUntil, now) })}</Notice>
      )}
    </div>
  );
}

function read(run: SyncRun, { total }: Progress): string {
  if (run.kind === 'unlink') return t('admin.run.links', { count: run.seen });
  if (total === undefined) return t('admin.run.people', { count: run.seen });
  return t('admin.run.peopleOf', { count: run.seen, total });
}

function timeLeft(progress: Progress, span: (seconds: number) => string): string {
  if (progress.total === undefined) return t('admin.run.leftUnknown');
  if (progress.secondsLeft === undefined) return '';
  return progress.secondsLeft < 5
    ? t('admin.run.almostDone')
    : t('admin.run.left', { span: span(progress.secondsLeft) });
}

function EndedRun({ run, now }: { run: SyncRun; now: number }) {
  const formats = useFormats();
  if (run.finishedAt === undefined) {
    return <p className={styles.facts}>{t('admin.run.started', { time: formats.time(run.startedAt, now) })}</p>;
  }
  const took = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
  return (
    <p className={styles.facts}>
      {t('admin.run.finished', { time: formats.time(run.finishedAt, now), span: formats.span(Math.max(0, took)) })}
    </p>
  );
}
