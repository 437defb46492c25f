import { sliceSize } from '../domain/turn';
import { findUsersAfter } from '../store/find-user-records';
import type { Walk } from '../store/walk';
import { convergeAccounts } from './converge-accounts';
import { reduceLinks } from './reduce-links';
import type { SyncContext } from './sync-context';

/** A turn over all links, with room for ticks that never come (milliseconds). */
const turnMs = 20 * 3_600_000;

/** A link costs the user's record, and perhaps its hidden email. */
const pointsPerLink = 4.1;

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
  const size = Math.min(wanted, Math.floor((points - 2) / pointsPerLink));
  if (size < 1) return { turn, ended: false };
  const users = await findUsersAfter(turn.after, size);
  const last = users.at(-1);
  if (last === undefined) {
    const startedAt = new Date().toISOString();
    return { turn: { startedAt, done: 0, total: turn.done }, ended: true };
  }
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
  return { turn: { ...turn, after: last.accountId, done: turn.done + users.length }, ended: false };
}
