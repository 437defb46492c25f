import type { ContactRecord } from '../domain/contact';
import type { JiraUserRecord } from '../domain/link';
import type { Skip } from '../domain/skip';
import { registry } from './records';
import { firstOfIndex, type IndexRange } from './scan-index';
import type { Waiting } from './waiting';

/** The next records of Jira users in the order of their account ids. */
export function findUsersAfter(accountId: string | undefined, limit?: number): Promise<JiraUserRecord[]> {
  return firstOfIndex('user', after({ index: 'by-key' }, accountId), limit);
}

/** Links that were made in one epoch, in the order of their account ids. */
export function findLinksOfEpoch(epoch: number, accountId: string | undefined): Promise<JiraUserRecord[]> {
  return firstOfIndex('user', after({ index: 'by-epoch', partition: [epoch] }, accountId));
}

/** Skips that are listed in one epoch, in the order of their account ids. */
export function findSkipsOfEpoch(epoch: number, accountId: string | undefined, limit: number): Promise<Skip[]> {
  return firstOfIndex('skip', after({ index: 'by-epoch', partition: [epoch] }, accountId), limit);
}

/** Accounts whose wait is over at the given time (ISO 8601 UTC), the longest due first. */
export function findDueAccounts(now: string): Promise<Waiting[]> {
  return firstOfIndex('waiting', { index: 'by-due', upTo: now });
}

/** The next contacts in the order of their ids. */
export function findContactsAfter(id: string | undefined, limit?: number): Promise<ContactRecord[]> {
  return firstOfIndex('contact', after({ index: 'by-key' }, id), limit);
}

/** The next skips, listed or not, in the order of their keys. */
export function findSkipsAfter(accountId: string | undefined, limit?: number): Promise<Skip[]> {
  const key = accountId === undefined ? undefined : registry.skip.storageKey(accountId);
  return firstOfIndex('skip', after({ index: 'by-key' }, key), limit);
}

function after(range: IndexRange, value: string | undefined): IndexRange {
  return value === undefined ? range : { ...range, after: value };
}
