import type { RunCounts } from '../contract/sync';
import { isAccountId, type Reading } from '../domain/account';
import { readUsersPage, usersPerPage } from '../jira/read-accounts';
import type { RunSeen } from '../store/run-seen';
import { convergeAccounts } from './converge-accounts';
import { addOutcomes } from './count-outcomes';
import { completeEmails } from './read-with-emails';
import type { SyncContext } from './sync-context';

/** What one user costs at most: the record and its hidden email, each with a share of its request. */
const pointsPerUser = 4.05;

const smallestPage = 10;

/** How many users may be read with these points; 0 when it is not worth a request. */
export function pageSizeFor(points: number): number {
  const affordable = Math.min(usersPerPage, Math.floor((points - 2) / pointsPerUser));
  return affordable < smallestPage ? 0 : affordable;
}

/** So many accounts are converged between two saves, so that whoever watches a run sees it move. */
const sliceSize = 400;

/** Saves that these accounts are counted. */
export type SaveSlice = (counts: RunCounts, accountIds: string[]) => Promise<void>;

/**
 * Converges one page of the site's list of users, slice by slice. Each account is counted once in the run, also if the
 * list shifts, or the page is read again after a crash.
 *
 * @returns `ended` when the page is empty: the list has no more
 * @throws JiraThrottled, JiraUnavailable, JiraForbidden, JiraRefused, StorageThrottled, StorageUnavailable, and what
 *   `save` throws
 */
export async function convergeListPage(
  page: { startAt: number; size: number },
  counted: { counts: RunCounts; seen: RunSeen },
  context: SyncContext,
  save: SaveSlice,
): Promise<'converged' | 'ended'> {
  const users = await readUsersPage(page.startAt, page.size, context.points);
  if (users.length === 0) return 'ended';
  const fresh = new Map<string, Reading>();
  for (const { accountId, reading } of users) {
    if (isAccountId(accountId) && reading.kind !== 'app' && !counted.seen.has(accountId)) fresh.set(accountId, reading);
  }
  const readings = await completeEmails(fresh, context);
  const subjects = [...readings].map(([accountId, reading]) => ({ accountId, reading }));
  let { counts } = counted;
  for (let start = 0; start < subjects.length; start += sliceSize) {
    const outcomes = await convergeAccounts(subjects.slice(start, start + sliceSize), context, readings);
    counts = addOutcomes(counts, outcomes.values());
    await save(counts, [...outcomes.keys()]);
  }
  return 'converged';
}
