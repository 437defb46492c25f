import { tick } from '../sync/tick';
import { timeLeft } from './time-left';

/**
 * `avi:forge:installed:app`, `avi:forge:upgraded:app`: a run that an older version left goes on at once. A new
 * installation has none, and user sync is off until an admin turns it on.
 */
export async function onLifecycle(): Promise<void> {
  await tick(timeLeft());
}
