import { everyTick } from './every-tick';
import { timeLeft } from './time-left';

/**
 * `avi:forge:installed:app`, `avi:forge:upgraded:app`: runs and jobs that an older version left go on at once. A new
 * installation has none, and user sync is off until an admin turns it on.
 */
export async function onLifecycle(): Promise<void> {
  await everyTick(timeLeft());
}
