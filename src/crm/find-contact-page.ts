import { type ContactRecord, changeKey, isSynced, syncedGroup } from '../domain/contact';
import { nameKey } from '../domain/name';
import type { IndexRange } from '../store/scan-index';
import type { SyncState } from '../store/sync-state';
import { scanPage } from './scan-page';
import { type Place, searchContacts } from './search-contacts';
import { matches, type SearchText } from './search-text';

export interface ContactListQuery {
  kind: 'all' | 'synced' | 'regular';
  /** A search, and the contacts of a company, are by name. */
  order: 'name' | 'changed';
  search?: SearchText;
  companyId?: string;
}

/** Where a list goes on: behind the entry with this key. `place`: in which part of the list; only searches have several. */
export interface ListPosition {
  place: Place | '';
  after: string;
}

export interface FoundContacts {
  records: ContactRecord[];
  next?: ListPosition;
  /** Where the list would go on behind each of the records; for searches only. */
  positions?: ListPosition[];
  /** Requests to storage that it took. */
  requests: number;
}

/** What of the state decides where contacts are listed. */
export type Grouping = Pick<SyncState, 'enabled' | 'epoch' | 'leftovers'>;

/**
 * One page of contacts. By name, or the last change first; then contacts of the same moment come by id.
 *
 * Takes one request to storage, where an index holds just what is wanted. Where entries have to be passed over, it takes
 * one for every hundred that are looked at, 40 at most: a search among the contacts of a company, and regular contacts while
 * former links are left. For searches: see `searchContacts`.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function findContactPage(
  query: ContactListQuery,
  grouping: Grouping,
  at: ListPosition | undefined,
  limit: number,
): Promise<FoundContacts> {
  const { search, kind, companyId, order } = query;
  if (kind === 'synced' && !grouping.enabled) return { records: [], requests: 0 };
  const ofKind = (contact: ContactRecord) => kind === 'all' || isSynced(contact, grouping) === (kind === 'synced');
  const group = groupOf(kind, grouping);
  const partitioned = kind === 'all' || group !== undefined;

  if (companyId !== undefined) {
    const keep = (contact: ContactRecord) => ofKind(contact) && (search === undefined || matches(contact, search));
    const range = { index: 'by-company-and-name', partition: [companyId], ...behind(at) };
    return paged(await scanPage('contact', range, { limit, keyOf: nameKeyOf, keep }));
  }
  if (search !== undefined) {
    const names: IndexRange =
      group === undefined ? { index: 'by-name' } : { index: 'by-group-and-name', partition: [group] };
    return searchContacts({ search, names, ofKind, partitioned, at, limit });
  }
  const keep = partitioned ? {} : { keep: ofKind };
  if (order === 'changed') {
    const index = group === undefined ? { index: 'by-change' } : { index: 'by-group-and-change', partition: [group] };
    const before = at === undefined ? {} : { before: at.after };
    const range = { ...index, ...before, descending: true };
    return paged(await scanPage('contact', range, { limit, keyOf: changeKey, ...keep }));
  }
  const index = group === undefined ? { index: 'by-name' } : { index: 'by-group-and-name', partition: [group] };
  return paged(await scanPage('contact', { ...index, ...behind(at) }, { limit, keyOf: nameKeyOf, ...keep }));
}

/** The partition that holds just these contacts. While former links are left, regular contacts are in several. */
function groupOf(kind: ContactListQuery['kind'], grouping: Grouping): string | undefined {
  if (kind === 'synced') return syncedGroup(grouping.epoch);
  return kind === 'regular' && !grouping.leftovers ? 'regular' : undefined;
}

function behind(at: ListPosition | undefined): Pick<IndexRange, 'after'> {
  return at === undefined ? {} : { after: at.after };
}

function paged({ records, next, requests }: { records: ContactRecord[]; next?: string; requests: number }) {
  const found: FoundContacts = { records, requests };
  if (next !== undefined) found.next = { place: '', after: next };
  return found;
}

function nameKeyOf(contact: ContactRecord): string {
  return nameKey(contact.name, contact.id);
}
