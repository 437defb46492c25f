import { changeState, withRun } from './change-state';
import { newRun } from './new-run';
import { reviveRun } from './revive-run';
import { startHop } from './start-run';

/**
 * Begins a reconcile run, unless a run is under way already: then that one goes on.
 *
 * @returns `off` when sync is off or being turned off: there is nothing to reconcile
 * @throws StateContended, StorageThrottled, StorageUnavailable
 */
export async function syncNow(): Promise<'begun' | 'off'> {
  const { state, run } = await changeState((current) => {
    if (!current.enabled || current.activeRunId !== undefined) return undefined;
    return withRun(current, newRun('reconcile', current));
  });
  if (!state.enabled) return 'off';
  await (run === undefined ? reviveRun() : startHop(run));
  return 'begun';
}
