import { readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import { queueAccounts } from '../store/sync-queue';

/**
 * Has the reporter of an issue converged soon, if no valid link ties the account to a contact.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function noticeReporter(accountId: string): Promise<void> {
  const read = await readRecords([
    { kind: 'state', key: singleKeys.state },
    { kind: 'user', key: accountId },
    { kind: 'skip', key: accountId },
  ]);
  const { current } = withDefault(read.get('state', singleKeys.state));
  const user = read.get('user', accountId).record;
  const isKnown = user?.kind === 'tombstone' || (user?.kind === 'link' && user.epoch === current.epoch);
  if (!current.enabled || isKnown || read.get('skip', accountId).record?.epoch === current.epoch) return;
  await queueAccounts([accountId]);
}
