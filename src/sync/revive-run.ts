import { isStalled } from '../domain/hop';
import { readRecord } from '../store/read-records';
import { readState } from '../store/read-state';
import type { SyncRun } from '../store/sync-run';
import { commit } from '../store/transaction';
import { goingOn } from './going-on';
import { startHop } from './start-run';

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
  const revived: SyncRun = {
    ...goingOn(run),
    state: run.hop === 0 ? 'queued' : 'running',
    heartbeatAt: new Date().toISOString(),
    setbacks: 0,
  };
  const written = await commit([{ kind: 'run', key: run.id, rev: known.rev, record: revived }]);
  if (written === 'committed') await startHop(revived);
}
