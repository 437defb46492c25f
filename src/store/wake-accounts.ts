import { logFault } from './log-fault';
import { queueAccounts } from './sync-queue';

/**
 * Has accounts converged soon, as a hint: should the queue not take it, the walk comes past them later, and whoever
 * asked is not troubled with it.
 */
export async function wakeAccounts(accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  try {
    await queueAccounts([...new Set(accountIds)]);
  } catch (error) {
    logFault('Queueing accounts', error);
  }
}
