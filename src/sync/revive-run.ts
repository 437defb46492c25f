import { readRecord } from '../store/read-records';
import { readState } from '../store/read-state';
import type { SyncRun } from '../store/sync-run';
import { commit } from '../store/transaction';
import { startHop } from './start-run';

/** A run without a heartbeat for this long is taken for dead (milliseconds). */
export const deadAfter = 10 * 60_000;

/**
 * Lets the run that is under way go on, if it failed, was never begun, or gave no heartbeat for ten minutes.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function reviveRun(): Promise<void> {
  const { current } = await readState();
  if (current.activeRunId === undefined) return;
  const known = await readRecord('run', current.activeRunId);
  const run = known.record;
  if (run === undefined || !isStalled(run, Date.now())) return;
  const { pausedUntil: _, message: __, ...rest } = run;
  const revived: SyncRun = {
    ...rest,
    state: run.hop === 0 ? 'queued' : 'running',
    heartbeatAt: new Date().toISOString(),
    setbacks: 0,
  };
  const written = await commit([{ kind: 'run', key: run.id, rev: known.rev, record: revived }]);
  if (written === 'committed') await startHop(revived);
}

/** Whether a run needs a push to go on. A paused one waits for its time. */
export function isStalled(run: SyncRun, now: number): boolean {
  if (run.state === 'failed') return true;
  if (run.state === 'done') return false;
  if (run.pausedUntil !== undefined) return Date.parse(run.pausedUntil) + deadAfter <= now;
  return now - Date.parse(run.heartbeatAt) >= deadAfter;
}
