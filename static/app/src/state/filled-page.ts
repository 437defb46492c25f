import type { Page } from '../contract';

const mostEmptyPages = 20;

/**
 * Reads on while pages come empty but are not the last, so that a person is not shown an empty page in the middle of a list.
 * Gives up after twenty; the answer then is empty and has a cursor.
 */
export async function filledPage<P extends Page<unknown>>(
  read: (cursor: string | undefined) => Promise<P>,
  cursor: string | undefined,
): Promise<P> {
  let page = await read(cursor);
  for (let empty = 1; empty < mostEmptyPages && page.items.length === 0 && page.cursor !== undefined; empty += 1) {
    page = await read(page.cursor);
  }
  return page;
}
