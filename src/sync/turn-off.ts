import { changeState, withRun } from './change-state';
import { newRun } from './new-run';
import { reviveRun } from './revive-run';
import { startHop } from './start-run';

/**
 * Turns user sync off. One write, true at once: every link is a former one from then on. What they hold is cleared up by
 * the unlink run that begins with it. No contact is removed or changed.
 *
 * @throws StateContended, StorageThrottled, StorageUnavailable
 */
export async function turnOffSync(): Promise<void> {
  const { run } = await changeState((current) => {
    if (!current.enabled) return undefined;
    const state = { ...current, enabled: false, epoch: current.epoch + 1, initialRunDone: false, leftovers: true };
    return withRun(state, newRun('unlink', state));
  });
  await (run === undefined ? reviveRun() : startHop(run));
}
