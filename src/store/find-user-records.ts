import type { ContactRecord } from '../domain/contact';
import type { JiraUserRecord } from '../domain/link';
import type { Skip } from '../domain/skip';
import { mostPerQuery, queryRange } from './query-pages';
import { registry } from './records';
import type { Waiting } from './waiting';

/** The next records of Jira users in the order of their account ids. */
export function findUsersAfter(accountId: string | undefined, limit = mostPerQuery): Promise<JiraUserRecord[]> {
  return queryRange('user', { index: 'by-key', limit, ...(accountId === undefined ? {} : { after: accountId }) });
}

/** Links that were made in one epoch, in the order of their account ids. */
export function findLinksOfEpoch(epoch: number, after: string | undefined): Promise<JiraUserRecord[]> {
  return queryRange('user', { index: 'by-epoch', partition: [epoch], ...(after === undefined ? {} : { after }) });
}

/** Skips that are listed in one epoch, in the order of their account ids. */
export function findSkipsOfEpoch(epoch: number, after: string | undefined, limit: number): Promise<Skip[]> {
  return queryRange('skip', {
    index: 'by-epoch',
    partition: [epoch],
    limit,
    ...(after === undefined ? {} : { after }),
  });
}

/** Accounts whose wait is over at the given time (ISO 8601 UTC), the longest due first. */
export function findDueAccounts(now: string, limit = mostPerQuery): Promise<Waiting[]> {
  return queryRange('waiting', { index: 'by-due', upTo: now, limit });
}

/** The next contacts in the order of their ids. */
export function findContactsAfter(id: string | undefined, limit = mostPerQuery): Promise<ContactRecord[]> {
  return queryRange('contact', { index: 'by-key', limit, ...(id === undefined ? {} : { after: id }) });
}

/** The next skips, listed or not, in the order of their keys. */
export function findSkipsAfter(accountId: string | undefined, limit = mostPerQuery): Promise<Skip[]> {
  const after = accountId === undefined ? {} : { after: registry.skip.storageKey(accountId) };
  return queryRange('skip', { index: 'by-key', limit, ...after });
}
