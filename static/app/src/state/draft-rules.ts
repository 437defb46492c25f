import type { QueryKey } from '@tanstack/react-query';

/** What is saved as a whole. Each change makes a new version. */
export interface Versioned {
  version: number;
}

/**
 * How one kind of thing is decided and saved as a whole. `S`: as it is saved; `D`: as somebody is deciding it; `P`: a part of
 * it, about which two people can decide otherwise.
 */
export interface DraftRules<S extends Versioned, D, P> {
  queryKey: QueryKey;
  read: () => Promise<S>;
  /** Saves the draft as the version after the given one. */
  write: (version: number, draft: D) => Promise<S>;
  draftOf: (saved: S) => D;
  differences: (saved: S, draft: D) => P[];
  /** Mine, with theirs about what I left alone. `disputed`: what both changed, and otherwise than each other. */
  merged: (base: S, theirs: S, mine: D) => { draft: D; disputed: P[] };
}

/** What was there when somebody began to decide, and what they have decided since. */
export interface Deciding<S, D> {
  base: S;
  draft: D;
}

/**
 * What a newer reading makes of it. What was decided stays, and rests on what it was made from: the app then tells of the
 * conflict. Where nothing was decided, the reading is shown.
 */
export function learnt<S extends Versioned, D, P>(
  { draftOf, differences }: Pick<DraftRules<S, D, P>, 'draftOf' | 'differences'>,
  deciding: Deciding<S, D>,
  read: S,
): Deciding<S, D> {
  const { base, draft } = deciding;
  if (read.version <= base.version || differences(base, draft).length > 0) return deciding;
  return { base: read, draft: draftOf(read) };
}
