import { useState } from 'react';
import { type CursorPages, useCursorPages } from '../state/use-cursor-pages';
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
  pages: CursorPages;
  selection: Selection;
  setSelection: (selection: Selection) => void;
}

/** What a person made of the list: lives where it outlasts the list, so that coming back finds it as it was left. */
export function useContactList(): ContactListState {
  const [filter, setFilter] = useState(everyContact);
  const [selection, setSelection] = useState(nobody);
  const { search, kind, company } = filter;
  const pages = useCursorPages(JSON.stringify([search.trim(), kind, company?.value, orderOf(filter)]));
  return { filter, setFilter, pages, selection, setSelection };
}

/** A search and the contacts of a company are by name. */
export function orderOf({ search, company, order }: ContactFilter): Order {
  return mayOrder({ search, company }) ? order : 'name';
}

export function mayOrder({ search, company }: Pick<ContactFilter, 'search' | 'company'>): boolean {
  return search.trim() === '' && company === null;
}
