import { useState } from 'react';

/** Paging through a list that only knows its next page: the cursors of the pages already seen are the way back. */
export interface CursorPages {
  cursor: string | undefined;
  pageNumber: number;
  next: (cursor: string) => void;
  previous: () => void;
  first: () => void;
}

/** Which list is looked at, and the cursors of its pages so far, without the first page, which has none. */
export interface SeenPages {
  list: string;
  cursors: readonly string[];
}

/** The pages of `list`: those seen so far, or none when another list was looked at, even if this one was before that. */
export function pagesOfList(seen: SeenPages, list: string): SeenPages {
  return seen.list === list ? seen : { list, cursors: [] };
}

/** Starts over at the first page whenever `list` (what is listed: its filter, as it is asked for) changes. */
export function useCursorPages(list: string): CursorPages {
  const [seen, setSeen] = useState<SeenPages>({ list, cursors: [] });
  const { cursors } = pagesOfList(seen, list);
  if (seen.list !== list) setSeen({ list, cursors });
  return {
    cursor: cursors.at(-1),
    pageNumber: cursors.length + 1,
    next: (cursor) => setSeen({ list, cursors: [...cursors, cursor] }),
    previous: () => setSeen({ list, cursors: cursors.slice(0, -1) }),
    first: () => setSeen({ list, cursors: [] }),
  };
}
