import { deservesLook } from '../domain/hint';
import { readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import { convergeQueued } from './converge-queued';

/**
 * Converges the reporter of an issue, if no valid link ties the account to a contact. While Jira asks to wait, or the points
 * of the hour are spent, the account waits.
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
  const skip = read.get('skip', accountId).record;
  if (deservesLook(user, skip, current)) await convergeQueued([accountId]);
}
