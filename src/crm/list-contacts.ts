import type * as z from 'zod';
import type { Contact } from '../contract/contact';
import { limits } from '../contract/limits';
import { failure, ok, type Page, type Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import type { Site } from '../jira/site-url';
import { readState } from '../store/read-state';
import { canBeKey } from '../store/record-id';
import { type ContactListQuery, findContactPage } from './find-contact-page';
import { cursorAfter, positionIn } from './list-cursor';
import { viewContacts } from './read-surroundings';
import { searchText } from './search-text';

export type ContactListRequest = z.output<typeof contactsSchemas.listContacts>;

export const foreignCursor = failure('invalid', 'cursor: does not belong to this list', 'cursor');

/**
 * Lists contacts by name. What is listed comes from queries, which lag behind writes by moments; the Jira users and companies
 * beside it are read strictly.
 */
export async function listContacts(request: ContactListRequest, site: Site): Promise<Result<Page<Contact>>> {
  const { companyId, cursor, kind = 'all', limit = limits.defaultPageSize } = request;
  const search = searchText(request.search);
  const list = ['contacts', search?.name ?? '', search?.email ?? '', kind, companyId ?? ''];
  const after = cursor === undefined ? undefined : positionIn(cursor, list);
  if (cursor !== undefined && after === undefined) return foreignCursor;
  if (companyId !== undefined && !canBeKey(companyId)) return ok({ items: [] });
  const { current: state } = await readState();
  if (kind === 'synced' && !state.enabled) return ok({ items: [] });

  const query: ContactListQuery = { kind };
  if (search !== undefined) query.search = search;
  if (companyId !== undefined) query.companyId = companyId;
  const { records, next } = await findContactPage(query, state, after, limit);
  const contacts = await viewContacts(records, state, site);
  const items = contacts.filter((contact) => belongs(contact, query));
  return ok(next === undefined ? { items } : { items, cursor: cursorAfter(next, list) });
}

/** What a lagging query found may be otherwise by now; a deleted company has no contacts. */
function belongs(contact: Contact, { kind, companyId }: ContactListQuery): boolean {
  if (kind !== 'all' && contact.synced !== (kind === 'synced')) return false;
  return companyId === undefined || contact.companyId === companyId;
}
