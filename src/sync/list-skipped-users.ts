import { limits } from '../contract/limits';
import type { Page } from '../contract/result';
import type { SkippedUser } from '../contract/sync';
import { isValid } from '../domain/link';
import type { Skip } from '../domain/skip';
import { JiraThrottled } from '../jira/jira-errors';
import { PointsMeter } from '../jira/points';
import { readAccounts } from '../jira/read-accounts';
import { findSkipsOfEpoch } from '../store/find-user-records';
import { readRecords } from '../store/read-records';
import { readState } from '../store/read-state';

export interface SkippedUsersQuery {
  /** The account id after which the page begins. */
  after?: string;
  limit?: number;
}

/**
 * Who was left out in this epoch, and why. Names are read from Jira now; without them when Jira does not answer.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function listSkippedUsers(query: SkippedUsersQuery): Promise<Page<SkippedUser>> {
  const { current } = await readState();
  if (!current.enabled) return { items: [] };
  const limit = query.limit ?? limits.defaultPageSize;
  const items: Skip[] = [];
  let after = query.after;
  let more = true;
  while (more && items.length < limit) {
    const skips = await findSkipsOfEpoch(current.epoch, after, limit);
    more = skips.length === limit;
    for (const skip of await stillTrue(skips, current.epoch)) {
      if (items.length < limit) items.push(skip);
      else more = true;
    }
    after = items.length === limit ? items.at(-1)?.accountId : skips.at(-1)?.accountId;
  }
  const names = await readNames(items.map((skip) => skip.accountId));
  const page: Page<SkippedUser> = { items: items.map((skip) => viewOf(skip, names.get(skip.accountId))) };
  if (more && after !== undefined) page.cursor = after;
  return page;
}

/** Queries lag, and a link may have been made since; a linked account is listed only while it waits for its
 * email: a skip that was written in the moment of linking may have stayed behind. */
async function stillTrue(found: readonly Skip[], epoch: number): Promise<Skip[]> {
  const read = await readRecords(
    found.flatMap(({ accountId }) => [
      { kind: 'skip' as const, key: accountId },
      { kind: 'user' as const, key: accountId },
    ]),
  );
  return found.flatMap(({ accountId }) => {
    const skip = read.get('skip', accountId).record;
    const user = read.get('user', accountId).record;
    if (skip === undefined || skip.epoch !== epoch || user?.kind === 'tombstone') return [];
    const waitsForEmail = skip.reason === 'email-taken' && isValid(user, epoch) && user.pending === true;
    return isValid(user, epoch) && !waitsForEmail ? [] : [skip];
  });
}

async function readNames(accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  try {
    const readings = await readAccounts(accountIds, new PointsMeter());
    return new Map(
      [...readings].flatMap(([id, reading]) =>
        reading.kind === 'living' && reading.account.name.trim() !== '' ? [[id, reading.account.name] as const] : [],
      ),
    );
  } catch (error) {
    if (error instanceof JiraThrottled) return new Map();
    throw error;
  }
}

function viewOf(skip: Skip, name: string | undefined): SkippedUser {
  const view: SkippedUser = { accountId: skip.accountId, reason: skip.reason };
  if (name !== undefined) view.name = name;
  if (skip.contactId !== undefined) view.contactId = skip.contactId;
  return view;
}
