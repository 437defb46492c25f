import { type ContactRecord, contactIndexAttributes } from '../domain/contact';
import { nameKey } from '../domain/name';
import { compareKeys, type IndexRange, mostPerQuery, scanIndex, startOfIndex } from '../store/scan-index';
import type { FoundContacts, ListPosition } from './find-contact-page';
import { type FoundPage, scanPage } from './scan-page';
import { indexPrefix, matches, matchesPart, type SearchedPart, type SearchText, searchedParts } from './search-text';

/** Where in the list of a search that found a lot: what there was a lot of, and the part that is being listed. */
export type Place = `many-${'word' | 'email'}:${SearchedPart}`;

export const places: readonly Place[] = (['word', 'email'] as const).flatMap((many) =>
  (['name', 'word', 'email'] as const).map((part): Place => `many-${many}:${part}`),
);

export interface ContactSearch {
  search: SearchText;
  /** The index of names to look in. */
  names: IndexRange;
  ofKind: (contact: ContactRecord) => boolean;
  /** The index of names holds contacts of this kind only. */
  partitioned: boolean;
  at: ListPosition | undefined;
  limit: number;
}

/**
 * Finds contacts by the start of the name, of its last word, or of the email.
 *
 * What is found by last word and by email is read whole and put among the names in their order. Where either gives more than
 * a hundred, that would take a walk through thousands; then what is found in one part comes after what is found in another,
 * each part in the order of its index: names first, then emails, then last words, or, if there are many of a last word,
 * last words first.
 *
 * A text with a blank takes one request to storage, one with an `@` two, any other three; two where a lot is found. More only
 * while regular contacts are in several partitions, or when a part of a large list has nothing of the kind that is wanted.
 */
export async function searchContacts(asked: ContactSearch): Promise<FoundContacts> {
  const { search, at, ofKind, limit } = asked;
  const parts = searchedParts(search);
  if (at !== undefined && at.place !== '') return listParts(asked, partsOf(at.place, parts), at.place, at.after);

  const others: ContactRecord[] = [];
  let requests = 0;
  for (const part of ['email', 'word'] as const) {
    if (!parts.includes(part)) continue;
    const start = await startOfIndex('contact', rangeOf(asked, part));
    requests += 1;
    if (start.more && at === undefined) {
      const ahead = { part, ...start };
      const order = partsOf(`many-${part}:name`, parts);
      const found = await listParts(asked, order, `many-${part}:${order[0] ?? 'name'}`, undefined, ahead);
      return { ...found, requests: found.requests + requests };
    }
    // The list began when there were few, and stays as it began.
    others.push(...(start.more ? await wholeRange(rangeOf(asked, part)) : start.records));
  }
  const names = await pageOfNames(asked, at?.after);
  const fitting = others.filter(
    (contact) =>
      ofKind(contact) &&
      matches(contact, search) &&
      (at === undefined || compareKeys(keyIn(contact, 'name'), at.after) > 0),
  );
  const { records, next } = mergedPage(names, fitting, limit);
  const positions = records.map((contact): ListPosition => ({ place: '', after: keyIn(contact, 'name') }));
  const found: FoundContacts = { records, positions, requests: requests + names.requests };
  if (next !== undefined) found.next = { place: '', after: next };
  return found;
}

function partsOf(place: Place, parts: readonly SearchedPart[]): SearchedPart[] {
  const order: SearchedPart[] = place.startsWith('many-word') ? ['word', 'name', 'email'] : ['name', 'email', 'word'];
  return order.filter((part) => parts.includes(part));
}

/** A page of names may hold all that begins with the text; only a very long text has to be compared again. */
function pageOfNames(asked: ContactSearch, after: string | undefined): Promise<FoundPage<ContactRecord>> {
  const { search, ofKind, partitioned, limit } = asked;
  const range = { ...rangeOf(asked, 'name'), ...(after === undefined ? {} : { after }) };
  const keyOf = (contact: ContactRecord) => keyIn(contact, 'name');
  const isExact = partitioned && indexPrefix(search.name) === search.name;
  const keep = (contact: ContactRecord) => ofKind(contact) && matchesPart(contact, search, 'name');
  return scanPage('contact', range, isExact ? { limit, keyOf } : { limit, keyOf, keep });
}

/** What one part of a large list may take when it gives nothing. */
const mostRequests = 2;

/** Lists one part after another. `ahead`: the start of a part that was read already. */
async function listParts(
  asked: ContactSearch,
  order: readonly SearchedPart[],
  begin: Place,
  after: string | undefined,
  ahead?: { part: SearchedPart; records: ContactRecord[]; more: boolean },
): Promise<FoundContacts> {
  const { search, ofKind, limit } = asked;
  const many = begin.slice(0, begin.indexOf(':')) as 'many-word' | 'many-email';
  const records: ContactRecord[] = [];
  const positions: ListPosition[] = [];
  let requests = 0;
  let position = after;
  let at = order.indexOf(begin.slice(begin.indexOf(':') + 1) as SearchedPart);
  for (let part = order[at]; part !== undefined; part = order[++at]) {
    const place: Place = `${many}:${part}`;
    const earlier = order.slice(0, at);
    let more = true;
    while (more) {
      const isAhead = ahead?.part === part && position === undefined;
      const stop = records.length > 0 ? requests >= 1 : requests >= mostRequests;
      const where = position ?? prefixOf(search, part);
      if (!isAhead && (records.length === limit || stop)) {
        return { records, positions, next: { place, after: where }, requests };
      }
      // The entry at the position comes once more, and one beyond the page tells that there is more.
      const pageSize = part === 'name' ? Math.min(limit + 2, mostPerQuery) : mostPerQuery;
      const range = { ...rangeOf(asked, part), ...(position === undefined ? {} : { after: position }) };
      const page = isAhead ? ahead : await startOfIndex('contact', range, pageSize);
      if (!isAhead) requests += 1;
      more = page.more;
      for (const contact of page.records) {
        const key = keyIn(contact, part);
        if (position !== undefined && compareKeys(key, position) <= 0) continue;
        const isNew = !earlier.some((other) => matchesPart(contact, search, other));
        if (isNew && ofKind(contact) && matchesPart(contact, search, part)) {
          const next: ListPosition = { place, after: position ?? prefixOf(search, part) };
          if (records.length === limit) return { records, positions, next, requests };
          records.push(contact);
          positions.push({ place, after: key });
        }
        position = key;
      }
    }
    position = undefined;
  }
  return { records, positions, requests };
}

function rangeOf({ search, names }: ContactSearch, part: SearchedPart): IndexRange {
  const prefix = prefixOf(search, part);
  if (part === 'name') return { ...names, prefix };
  return { index: part === 'word' ? 'by-last-word' : 'by-email', prefix };
}

function prefixOf({ name, email }: SearchText, part: SearchedPart): string {
  return indexPrefix(part === 'email' ? email : name);
}

/** Where a contact stands in the index of a part. */
function keyIn(contact: ContactRecord, part: SearchedPart): string {
  if (part === 'name') return nameKey(contact.name, contact.id);
  const { lastWordKey, emailKey } = contactIndexAttributes(contact);
  return (part === 'word' ? lastWordKey : emailKey) ?? '';
}

async function wholeRange(range: IndexRange): Promise<ContactRecord[]> {
  const found: ContactRecord[] = [];
  for await (const page of scanIndex('contact', range, mostPerQuery)) found.push(...page);
  return found;
}

/**
 * Puts others in their places among a page of names. Where that page ends before the list does, others behind its end wait
 * for a later page.
 */
export function mergedPage(
  names: { records: ContactRecord[]; next?: string },
  others: readonly ContactRecord[],
  limit: number,
): { records: ContactRecord[]; next?: string } {
  const byId = new Map([...others, ...names.records].map((contact) => [contact.id, contact]));
  const end = names.next;
  const inOrder = [...byId.values()]
    .map((contact) => ({ contact, key: keyIn(contact, 'name') }))
    .filter(({ key }) => end === undefined || compareKeys(key, end) <= 0)
    .sort((one, other) => compareKeys(one.key, other.key));
  const page = inOrder.slice(0, limit);
  const next = inOrder.length > limit ? page.at(-1)?.key : end;
  const records = page.map(({ contact }) => contact);
  return next === undefined ? { records } : { records, next };
}
