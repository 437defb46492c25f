import { useState } from 'react';
import { type CursorPages, useCursorPages } from '../state/use-cursor-pages';
import { typingPause, useDebounced } from '../state/use-debounced';
import type { CompanyChoice } from './company-choice';
import { nobody, type Selection } from './selection';

export type Kind = 'all' | 'synced' | 'regular';
export type Order = 'name' | 'changed';

export interface ContactFilter {
  search: string;
  kind: Kind;
  order: Order;
  company: CompanyChoice | null;
}

export const everyContact: ContactFilter = { search: '', kind: 'all', order: 'name', company: null };

export interface ContactListState {
  filter: ContactFilter;
  setFilter: (filter: ContactFilter) => void;
  listed: ListedContacts;
  pages: CursorPages;
  selection: Selection;
  setSelection: (selection: Selection) => void;
}

/** What is asked for. */
export interface ListedContacts {
  search: string;
  kind: Kind;
  order: Order;
  companyId?: string;
}

/** What a person made of the list: lives where it outlasts the list, so that coming back finds it as it was left. */
export function useContactList(): ContactListState {
  const [filter, setFilter] = useState(everyContact);
  const [selection, setSelection] = useState(nobody);
  const listed = listedBy(filter, useDebounced(filter.search.trim(), typingPause));
  const pages = useCursorPages(JSON.stringify(listed));
  return { filter, setFilter, listed, pages, selection, setSelection };
}

/** What the filter asks for, with the search as it was when typing last paused: pages belong to nothing else. */
export function listedBy({ kind, company, order }: ContactFilter, search: string): ListedContacts {
  return {
    search,
    kind,
    order: orderOf({ search, company, order }),
    ...(company === null ? {} : { companyId: company.value }),
  };
}

/** A search and the contacts of a company are by name. */
export function orderOf({ search, company, order }: Omit<ContactFilter, 'kind'>): Order {
  return mayOrder({ search, company }) ? order : 'name';
}

export function mayOrder({ search, company }: Pick<ContactFilter, 'search' | 'company'>): boolean {
  return search.trim() === '' && company === null;
}
