import { probeAbsence } from '../store/absence-rule';
import { readState } from '../store/read-state';
import { changeState, withRun } from './change-state';
import { newRun } from './new-run';
import { reviveRun } from './revive-run';
import { startHop } from './start-run';

/**
 * Turns user sync on: a new epoch and its initial run. When it is on already, a run that stalled or failed goes on.
 *
 * @throws StateContended, StorageThrottled, StorageUnavailable
 */
export async function turnOnSync(): Promise<void> {
  const known = await readState();
  if (known.current.epoch === 0) await probeAbsence();
  const { run } = await changeState((current) => {
    if (current.enabled) return undefined;
    const { hiddenEmailsRefused: _, ...rest } = current;
    const state = { ...rest, enabled: true, epoch: current.epoch + 1, initialRunDone: false };
    return withRun(state, newRun('initial', state));
  });
  await (run === undefined ? reviveRun() : startHop(run));
}
