import { useState } from 'react';

/** Paging through a list that only knows its next page: the cursors of the pages already seen are the way back. */
export interface CursorPages {
  cursor: string | undefined;
  pageNumber: number;
  next: (cursor: string) => void;
  previous: () => void;
  first: () => void;
}

/** Starts over at the first page whenever `list` (what is listed: its filter) changes. */
export function useCursorPages(list: string): CursorPages {
  const [state, setState] = useState<{ list: string; cursors: string[] }>({ list, cursors: [] });
  const cursors = state.list === list ? state.cursors : [];
  return {
    cursor: cursors.at(-1),
    pageNumber: cursors.length + 1,
    next: (cursor) => setState({ list, cursors: [...cursors, cursor] }),
    previous: () => setState({ list, cursors: cursors.slice(0, -1) }),
    first: () => setState({ list, cursors: [] }),
  };
}
