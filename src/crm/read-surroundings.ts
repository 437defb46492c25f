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
 * Reads, in one go, the links and companies that contacts are shown with, and `more` records that the caller needs.
 *
 * @throws StorageThrottled, StorageUnavailable; when a link is to be shown, also what `siteUrl` throws
 */
export async function readSurroundings(
  contacts: readonly ContactRecord[],
  state: SyncState,
  site: Site,
  more: readonly RecordRef[] = [],
): Promise<ReadSurroundings> {
  const refs: RecordRef[] = [...more];
  for (const contact of contacts) {
    refs.push(...contact.accounts.map(({ accountId }): RecordRef => ({ kind: 'user', key: accountId })));
    if (contact.primary !== undefined) refs.push({ kind: 'user', key: contact.primary });
    if (contact.companyId !== undefined) refs.push({ kind: 'company', key: contact.companyId });
  }
  const showsLinks = contacts.some((contact) => isSynced(contact, state));
  const [records, url] = await allOf([readRecords(refs), showsLinks ? siteUrl(site) : Promise.resolve(undefined)]);
  return {
    records,
    state,
    siteUrl: url,
    user: (accountId) => records.get('user', accountId).record,
    company: (id) => records.get('company', id).record,
  };
}

/** Contacts as pages see them. */
export async function viewContacts(
  contacts: readonly ContactRecord[],
  state: SyncState,
  site: Site,
): Promise<Contact[]> {
  if (contacts.length === 0) return [];
  const surroundings = await readSurroundings(contacts, state, site);
  return contacts.map((contact) => contactView(contact, surroundings));
}
