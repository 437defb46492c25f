import { JiraThrottled } from '../jira/jira-errors';
import { readState } from '../store/read-state';
import { convergeAccounts } from './converge-accounts';
import { noteRecheck } from './note-recheck';
import { PointsBudget } from './points-budget';
import { queueWoken } from './queue-woken';
import { newContext } from './sync-context';

/**
 * Converges accounts that were queued by hints and released emails. While Jira asks to wait, they wait too.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function convergeQueued(accountIds: readonly string[]): Promise<void> {
  const { current } = await readState();
  if (!current.enabled || accountIds.length === 0) return;
  const context = newContext(current);
  try {
    await convergeAccounts(
      [...new Set(accountIds)].map((accountId) => ({ accountId })),
      context,
    );
  } catch (error) {
    if (!(error instanceof JiraThrottled)) throw error;
    const notBefore = new Date(error.retryAt).toISOString();
    for (const accountId of accountIds) await noteRecheck({ accountId, notBefore });
  }
  await PointsBudget.record(context.points);
  await queueWoken(context);
}
