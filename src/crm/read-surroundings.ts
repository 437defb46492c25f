import type { Contact } from '../contract/contact';
import { type ContactRecord, isSynced } from '../domain/contact';
import { type Site, siteUrl } from '../jira/site-url';
import { allOf } from '../store/all-of';
import { type ReadRecords, type RecordRef, readRecords } from '../store/read-records';
import type { SyncState } from '../store/sync-state';
import { contactView, type Surroundings } from './contact-view';

/** Surroundings together with the strict reads that they come from. */
export interface ReadSurroundings extends Surroundings {
  records: ReadRecords;
}

/**
 * Reads, in one go, what contacts are shown with, the links of their primary accounts, and `more` records that the caller
 * needs.
 *
 * @throws StorageThrottled, StorageUnavailable; when a Jira user is to be shown, also what `siteUrl` throws
 */
export async function readSurroundings(
  contacts: readonly ContactRecord[],
  state: SyncState,
  site: Site,
  more: readonly RecordRef[] = [],
): Promise<ReadSurroundings> {
  const primaries = contacts.flatMap(({ primary }): RecordRef[] =>
    primary === undefined ? [] : [{ kind: 'user', key: primary }],
  );
  const refs = [...more, ...primaries, ...surroundingRefs(contacts)];
  const [records, url] = await allOf([readRecords(refs), siteUrlFor(contacts, state, site)]);
  return surroundingsIn(records, state, url);
}

/** Contacts that were read strictly, as pages see them. */
export async function viewContacts(
  contacts: readonly ContactRecord[],
  state: SyncState,
  site: Site,
): Promise<Contact[]> {
  const [records, url] = await allOf([readRecords(surroundingRefs(contacts)), siteUrlFor(contacts, state, site)]);
  const surroundings = surroundingsIn(records, state, url);
  return contacts.map((contact) => contactView(contact, surroundings));
}

/** The companies of contacts, and the links of which they hold no copy yet. */
export function surroundingRefs(contacts: readonly ContactRecord[]): RecordRef[] {
  const refs: RecordRef[] = [];
  for (const { accounts, companyId } of contacts) {
    for (const { accountId, shown } of accounts) if (shown === undefined) refs.push({ kind: 'user', key: accountId });
    if (companyId !== undefined) refs.push({ kind: 'company', key: companyId });
  }
  return refs;
}

export function surroundingsIn(records: ReadRecords, state: SyncState, url: string | undefined): ReadSurroundings {
  return {
    records,
    state,
    siteUrl: url,
    user: (accountId) => records.get('user', accountId).record,
    company: (id) => records.get('company', id).record,
  };
}

/** The address of the site where one of the contacts shows a Jira user. */
export async function siteUrlFor(
  contacts: readonly ContactRecord[],
  state: SyncState,
  site: Site,
): Promise<string | undefined> {
  return contacts.some((contact) => isSynced(contact, state)) ? await siteUrl(site) : undefined;
}
