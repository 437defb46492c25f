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

export interface ListPage {
  ended: boolean;
  counts: RunCounts;
  /** The accounts that are counted now. */
  accountIds: string[];
}

/**
 * Converges one page of the site's list of users. Each account is counted once in the run, also if the list shifts.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraForbidden, JiraRefused, StorageThrottled, StorageUnavailable
 */
export async function convergeListPage(
  page: { startAt: number; size: number },
  counts: RunCounts,
  seen: RunSeen,
  context: SyncContext,
): Promise<ListPage> {
  const users = await readUsersPage(page.startAt, page.size, context.points);
  if (users.length === 0) return { ended: true, counts, accountIds: [] };
  const fresh = new Map<string, Reading>();
  for (const { accountId, reading } of users) {
    if (isAccountId(accountId) && reading.kind !== 'app' && !seen.has(accountId)) fresh.set(accountId, reading);
  }
  const readings = await completeEmails(fresh, context);
  const subjects = [...readings].map(([accountId, reading]) => ({ accountId, reading }));
  const outcomes = await convergeAccounts(subjects, context);
  return { ended: false, counts: addOutcomes(counts, outcomes.values()), accountIds: [...outcomes.keys()] };
}
