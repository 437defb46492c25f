import { isAccountId, type Reading } from '../domain/account';
import { sliceSize } from '../domain/turn';
import { readUsersPage, usersPerPage } from '../jira/read-accounts';
import { readRecords } from '../store/read-records';
import type { Walk } from '../store/walk';
import { convergeAccounts } from './converge-accounts';
import { completeEmails } from './read-with-emails';
import type { SyncContext } from './sync-context';

/** A turn over Jira's list, with room for ticks that never come (milliseconds). */
const turnMs = 6 * 24 * 3_600_000;

/** A user that is known costs its record; a new one its hidden email, too. */
const pointsPerUser = 4.1;

/**
 * Looks at the next users of Jira's list and converges those that no valid link and no tombstone is known of. Finds
 * accounts of which no event told. `listed`: how many users the list had when a run last saw it.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraForbidden, JiraRefused, StorageThrottled, StorageUnavailable
 */
export async function walkList(
  turn: Walk['list'],
  points: number,
  listed: number,
  context: SyncContext,
): Promise<Walk['list']> {
  const progress = { ...turn, startedAt: Date.parse(turn.startedAt) };
  const wanted = sliceSize(progress, listed, turnMs, Date.now());
  const size = Math.min(wanted, usersPerPage, Math.floor((points - 2) / pointsPerUser));
  if (size < 1) return turn;
  const users = await readUsersPage(turn.startAt, size, context.points);
  if (users.length === 0) {
    return { startedAt: new Date().toISOString(), done: 0, total: turn.done, startAt: 0 };
  }
  const people = users.filter(({ accountId, reading }) => isAccountId(accountId) && reading.kind !== 'app');
  const read = await readRecords(people.map(({ accountId }) => ({ kind: 'user', key: accountId })));
  const unknown = new Map<string, Reading>();
  for (const { accountId, reading } of people) {
    const user = read.get('user', accountId).record;
    const isKnown = user?.kind === 'tombstone' || (user?.kind === 'link' && user.epoch === context.state.epoch);
    if (!isKnown) unknown.set(accountId, reading);
  }
  const readings = await completeEmails(unknown, context);
  await convergeAccounts(
    [...readings].map(([accountId, reading]) => ({ accountId, reading })),
    context,
  );
  return { ...turn, startAt: turn.startAt + size, done: turn.done + users.length };
}
