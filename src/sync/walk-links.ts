import type { JiraUserRecord } from '../domain/link';
import { sliceSize } from '../domain/turn';
import { findUsersAfter } from '../store/find-user-records';
import type { Walk } from '../store/walk';
import { convergeAccounts } from './converge-accounts';
import { reduceLinks } from './reduce-links';
import type { SyncContext } from './sync-context';

/** A turn over all links, with room for ticks that never come (milliseconds). */
const turnMs = 20 * 3_600_000;

/** A link costs the user's record, and perhaps its hidden email; what it will be shows only when it was read. */
const mostPointsPerLink = 4.1;

/** So many links are looked at in one go. */
const stride = 40;

/**
 * Looks at the accounts of the next links, in the order of account ids, and converges what differs. Former links that it
 * meets are relinked, or reduced when their accounts do not come back.
 *
 * @throws JiraThrottled, StorageThrottled, StorageUnavailable
 */
export async function walkLinks(
  turn: Walk['links'],
  points: number,
  context: SyncContext,
): Promise<{ turn: Walk['links']; ended: boolean }> {
  const progress = { ...turn, startedAt: Date.parse(turn.startedAt) };
  const guess = context.state.syncedContacts ?? 0;
  const wanted = sliceSize(progress, guess, turnMs, Date.now());
  let walked = turn;
  for (let left = wanted; left > 0; left -= stride) {
    const affordable = Math.floor((points - context.points.spent - 2) / mostPointsPerLink);
    const size = Math.min(left, stride, affordable);
    if (size < 1) break;
    const users = await findUsersAfter(walked.after, size);
    const last = users.at(-1);
    if (last === undefined) {
      return { turn: { startedAt: new Date().toISOString(), done: 0, total: walked.done }, ended: true };
    }
    await lookAt(users, context);
    walked = { ...walked, after: last.accountId, done: walked.done + users.length };
  }
  return { turn: walked, ended: false };
}

async function lookAt(users: readonly JiraUserRecord[], context: SyncContext): Promise<void> {
  const alive = users.filter((user) => user.kind !== 'tombstone');
  const outcomes = await convergeAccounts(
    alive.map(({ accountId }) => ({ accountId })),
    context,
  );
  const lost = alive.filter(({ accountId, kind }) => kind === 'link' && outcomes.get(accountId) === 'skipped');
  await reduceLinks(
    lost.map(({ accountId }) => accountId),
    context.state.epoch,
    'walk',
  );
}
