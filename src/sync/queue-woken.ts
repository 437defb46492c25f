import { queueAccounts } from '../store/sync-queue';
import type { SyncContext } from './sync-context';

/**
 * Queues the accounts that this work woke. If the queue does not take them now, their links are marked as pending and the
 * walk finds them, so a refusal is noted, not raised.
 */
export async function queueWoken(context: SyncContext): Promise<void> {
  const accountIds = [...context.wake];
  context.wake.clear();
  if (accountIds.length === 0) return;
  try {
    await queueAccounts(accountIds);
  } catch (error) {
    console.warn(
      `The queue did not take ${accountIds.length} accounts: ${error instanceof Error ? error.name : 'error'}.`,
    );
  }
}
