import type { Contact } from '../contract';

/** A contact that the person ticked, as they saw it. */
export interface ChosenContact {
  id: string;
  version: number;
  name: string;
  synced: boolean;
}

/** By id, in the order in which they were ticked. Survives turning pages. */
export type Selection = ReadonlyMap<string, ChosenContact>;

export const nobody: Selection = new Map();

/** How much of a page is ticked. */
export type PageTick = 'none' | 'some' | 'all';

export function pageTick(selection: Selection, page: readonly Contact[]): PageTick {
  const ticked = page.filter(({ id }) => selection.has(id)).length;
  if (ticked === 0) return 'none';
  return ticked === page.length ? 'all' : 'some';
}

/** Ticks or unticks these contacts; the others stay as they are. */
export function withTicks(selection: Selection, page: readonly Contact[], ticked: boolean): Selection {
  const next = new Map(selection);
  for (const { id, version, name, synced } of page) {
    if (ticked) next.set(id, { id, version, name, synced });
    else next.delete(id);
  }
  return next;
}

/** Only these of the contacts that were ticked. */
export function keepOnly(selection: Selection, ids: readonly string[]): Selection {
  return new Map(
    ids.flatMap((id) => {
      const chosen = selection.get(id);
      return chosen === undefined ? [] : [[id, chosen] as const];
    }),
  );
}
