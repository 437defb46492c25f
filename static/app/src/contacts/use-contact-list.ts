import { useState } from 'react';
import { type CursorPages, useCursorPages } from '../state/use-cursor-pages';
import { typingPause, useDebounced } from '../state/use-debounced';
import { type ContactFilter, everyContact, type ListedContacts, listedBy } from './contact-filter';
import { nobody, type Selection } from './selection';

export interface ContactListState {
  filter: ContactFilter;
  setFilter: (filter: ContactFilter) => void;
  listed: ListedContacts;
  pages: CursorPages;
  selection: Selection;
  setSelection: (selection: Selection) => void;
}

/** What a person made of the list: lives where it outlasts the list, so that coming back finds it as it was left. */
export function useContactList(): ContactListState {
  const [filter, setFilter] = useState(everyContact);
  const [selection, setSelection] = useState(nobody);
  const listed = listedBy(filter, useDebounced(filter.search.trim(), typingPause));
  const pages = useCursorPages(JSON.stringify(listed));
  return { filter, setFilter, listed, pages, selection, setSelection };
}
