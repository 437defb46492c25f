import { type ContactRecord, isSynced, syncedGroup } from '../domain/contact';
import { nameKey } from '../domain/name';
import { allOf } from '../store/all-of';
import { compareKeys, type IndexRange, scanIndex } from '../store/scan-index';
import type { SyncState } from '../store/sync-state';
import { type FoundPage, scanPage } from './scan-page';
import { indexPrefix, matches, type SearchText } from './search-text';

export interface ContactListQuery {
  kind: 'all' | 'synced' | 'regular';
  search?: SearchText;
  companyId?: string;
}

/**
 * One page of contacts in the order of their names, after the given position.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export function findContactPage(
  query: ContactListQuery,
  state: SyncState,
  after: string | undefined,
  limit: number,
): Promise<FoundPage<ContactRecord>> {
  const { search, kind, companyId } = query;
  const position = after === undefined ? {} : { after };
  const ofKind = (contact: ContactRecord) => kind === 'all' || isSynced(contact, state) === (kind === 'synced');
  if (companyId !== undefined) {
    const keep = (contact: ContactRecord) => ofKind(contact) && (search === undefined || matches(contact, search));
    const range = { index: 'by-company-and-name', partition: [companyId], ...position };
    return scanPage('contact', range, { limit, keyOf, keep });
  }
  if (search !== undefined) return searchPage(search, ofKind, after, limit);
  const group = groupOf(kind, state);
  if (group !== undefined) {
    return scanPage('contact', { index: 'by-group-and-name', partition: [group], ...position }, { limit, keyOf });
  }
  const range = { index: 'by-name', ...position };
  return scanPage('contact', range, kind === 'all' ? { limit, keyOf } : { limit, keyOf, keep: ofKind });
}

/** The partition that holds just these contacts. While former links are left, regular contacts are in several. */
function groupOf(kind: ContactListQuery['kind'], state: SyncState): string | undefined {
  if (kind === 'synced') return syncedGroup(state.epoch);
  return kind === 'regular' && !state.leftovers ? 'regular' : undefined;
}

function keyOf(contact: ContactRecord): string {
  return nameKey(contact.name, contact.id);
}

/**
 * Names that begin with the text come in the right order from their index. What else is found by last word or email is
 * read whole and merged in, unless it is a lot; then the index of names is read, and each contact held against the text.
 */
async function searchPage(
  search: SearchText,
  ofKind: (contact: ContactRecord) => boolean,
  after: string | undefined,
  limit: number,
): Promise<FoundPage<ContactRecord>> {
  const position = after === undefined ? {} : { after };
  const keep = (contact: ContactRecord) => ofKind(contact) && matches(contact, search);
  const [byName, byLastWord, byEmail] = await allOf([
    scanPage('contact', { index: 'by-name', prefix: indexPrefix(search.name), ...position }, { limit, keyOf, keep }),
    findFew({ index: 'by-last-word', prefix: indexPrefix(search.name) }),
    findFew({ index: 'by-email', prefix: indexPrefix(search.email) }),
  ]);
  if (byLastWord === undefined || byEmail === undefined) {
    return scanPage('contact', { index: 'by-name', ...position }, { limit, keyOf, keep });
  }
  const others = [...byLastWord, ...byEmail].filter(
    (contact) => keep(contact) && (after === undefined || compareKeys(keyOf(contact), after) > 0),
  );
  return mergedPage(byName, others, limit);
}

const few = 300;

/** All of an index range, or undefined when that is more than a few. */
async function findFew(range: IndexRange): Promise<ContactRecord[] | undefined> {
  const found: ContactRecord[] = [];
  for await (const page of scanIndex('contact', range)) {
    found.push(...page);
    if (found.length > few) return undefined;
  }
  return found;
}

/**
 * Puts others in their places among a page of names. Where that page ends before the list does, others behind its end wait
 * for a later page.
 */
export function mergedPage(
  names: FoundPage<ContactRecord>,
  others: readonly ContactRecord[],
  limit: number,
): FoundPage<ContactRecord> {
  const byId = new Map([...others, ...names.records].map((contact) => [contact.id, contact]));
  const end = names.next;
  const inOrder = [...byId.values()]
    .map((contact) => ({ contact, key: keyOf(contact) }))
    .filter(({ key }) => end === undefined || compareKeys(key, end) <= 0)
    .sort((one, other) => compareKeys(one.key, other.key));
  const page = inOrder.slice(0, limit);
  const next = inOrder.length > limit ? page.at(-1)?.key : end;
  const records = page.map(({ contact }) => contact);
  return next === undefined ? { records } : { records, next };
}
