import { readState } from '../store/read-state';
import { convergeAccounts } from './converge-accounts';
import { queueWoken } from './queue-woken';
import { newContext } from './sync-context';

/**
 * Looks at accounts now because a person asked for it, and keeps the time of the look. Does nothing while sync is off.
 *
 * @throws JiraThrottled, StorageThrottled, StorageUnavailable
 */
export async function refreshAccounts(accountIds: readonly string[]): Promise<void> {
  const { current } = await readState();
  if (!current.enabled || accountIds.length === 0) return;
  const context = newContext(current, { askedFor: true });
  await convergeAccounts(
    [...new Set(accountIds)].map((accountId) => ({ accountId })),
    context,
  );
  await queueWoken(context);
}
