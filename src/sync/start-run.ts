import { pushHop } from '../store/sync-queue';
import type { SyncRun } from '../store/sync-run';

/**
 * Lets a run begin, or go on, at its next hop. If the queue does not accept it now, the five-minute schedule finds the
 * run without a heartbeat and does it then; so a refusal is noted, not raised.
 */
export async function startHop(run: Pick<SyncRun, 'id' | 'hop'>, delayInSeconds = 0): Promise<void> {
  try {
    await pushHop(run.id, run.hop + 1, delayInSeconds);
  } catch (error) {
    console.warn(
      `The queue did not take the next step of a run: ${error instanceof Error ? error.name : 'unknown error'}.`,
    );
  }
}
