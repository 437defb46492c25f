import type * as z from 'zod/mini';
import type { Contact } from '../contract/contact';
import { limits } from '../contract/limits';
import { failure, ok, type Page, type Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import type { Site } from '../jira/site-url';
import { guessState } from '../store/last-seen';
import { readState } from '../store/read-state';
import { canBeKey } from '../store/record-id';
import { type SyncState, stateBeforeFirstUse } from '../store/sync-state';
import {
  type ContactListQuery,
  type FoundContacts,
  findContactPage,
  type Grouping,
  type ListPosition,
} from './find-contact-page';
import { cursorAfter, positionIn } from './list-cursor';
import { places } from './search-contacts';
import { matches, type SearchText, searchedParts, searchText } from './search-text';
import { keysNeeded, type ShownContacts, showFoundContacts } from './show-found-contacts';

export type ContactListRequest = z.output<typeof contactsSchemas.listContacts>;

export const foreignCursor = failure('invalid', 'cursor: does not belong to this list', 'cursor');

/**
 * Lists contacts by name, or the last change first; a search, and the contacts of a company, by name.
 *
 * What is listed comes from queries, which lag behind writes by moments; what is shown of it is read strictly. A page of the
 * default size takes at most three requests to storage: for the page, the state and companies of 25 contacts, and for these
 * contacts themselves, should they have lost their accounts since (where all 25 are of different companies and are synced,
 * the last is taken as it was found). A search may give a page of 24 where all are of different companies. Which partition holds the synced contacts is guessed from the last state that this
 * process saw; a wrong guess is noticed by the strict read, and the page is found again.
 *
 * Searches: see `searchContacts`. A search for one word that finds few has spent its three requests. If what it found has
 * accounts or companies, state and companies are then those that this process saw in the last five seconds; if it saw none,
 * they are read strictly, in a fourth request. So for one word, and five seconds, a list may show what another process has
 * changed meanwhile: a name of a company, or a contact as synced though sync was turned off.
 */
export async function listContacts(request: ContactListRequest, site: Site): Promise<Result<Page<Contact>>> {
  const { companyId, cursor, kind = 'all', limit = limits.defaultPageSize } = request;
  const search = searchText(request.search);
  const order = search === undefined && companyId === undefined ? (request.order ?? 'name') : 'name';
  const list = ['contacts', search?.name ?? '', search?.email ?? '', kind, companyId ?? '', order];
  const at = cursor === undefined ? undefined : placeIn(cursor, list);
  if (cursor !== undefined && at === undefined) return foreignCursor;
  if (companyId !== undefined && !canBeKey(companyId)) return ok({ items: [] });

  const query: ContactListQuery = { kind, order };
  if (search !== undefined) query.search = search;
  if (companyId !== undefined) query.companyId = companyId;
  const { contacts, next } = await findAndShow(query, site, at, limit);
  const items = contacts.filter((contact) => belongs(contact, query));
  return ok(next === undefined ? { items } : { items, cursor: cursorAfter(next.after, [...list, next.place]) });
}

const mostRequests = 3;
const keysPerRequest = 25;

async function findAndShow(
  query: ContactListQuery,
  site: Site,
  at: ListPosition | undefined,
  limit: number,
): Promise<ShownContacts & { next: ListPosition | undefined }> {
  const needsState = query.kind !== 'all';
  const guess = guessState(site.id);
  const read = needsState && guess === undefined ? (await readState()).current : undefined;
  const before = read === undefined ? 0 : 1;
  const basis = read ?? guess ?? stateBeforeFirstUse;
  const first = await show(await findContactPage(query, basis, at, limit), read);
  if (!needsState || sameGrouping(basis, first.state)) return first;
  return show(await findContactPage(query, first.state, at, limit), first.state);

  async function show(
    page: FoundContacts,
    state: SyncState | undefined,
  ): Promise<ShownContacts & { next: ListPosition | undefined }> {
    const left = mostRequests - before - page.requests;
    const keys = limit > limits.defaultPageSize ? Number.POSITIVE_INFINITY : Math.max(1, left) * keysPerRequest;
    const found = fitting(page, keys);
    const showing = { site, needsState, keys, mayRecall: left < 1 && isOneWord(query.search) };
    const shown = await showFoundContacts(found.records, state === undefined ? showing : { ...showing, state });
    return { ...shown, next: found.next };
  }
}

/** As much of a search's page as can be shown with so many keys read: 24 contacts of as many companies, and the state. */
function fitting(page: FoundContacts, keys: number): FoundContacts {
  const { records, positions, requests } = page;
  let count = records.length;
  while (count > 0 && 1 + keysNeeded(records.slice(0, count)) > keys) count -= 1;
  const next = positions?.[count - 1];
  return count === records.length || next === undefined ? page : { records: records.slice(0, count), next, requests };
}

function isOneWord(search: SearchText | undefined): boolean {
  return search !== undefined && searchedParts(search).includes('word');
}

function sameGrouping(one: Grouping, other: Grouping): boolean {
  return one.enabled === other.enabled && one.epoch === other.epoch && one.leftovers === other.leftovers;
}

function placeIn(cursor: string, list: readonly string[]): ListPosition | undefined {
  for (const place of ['', ...places] as const) {
    const after = positionIn(cursor, [...list, place]);
    if (after !== undefined) return { place, after };
  }
  return undefined;
}

/** What a lagging query found may be otherwise by now; a deleted company has no contacts. */
function belongs(contact: Contact, { kind, companyId, search }: ContactListQuery): boolean {
  if (kind !== 'all' && contact.synced !== (kind === 'synced')) return false;
  if (search !== undefined && !matches(contact, search)) return false;
  return companyId === undefined || contact.companyId === companyId;
}
