/** How far a turn is, and how long the one before was. */
export interface TurnProgress {
  /** Milliseconds since 1970. */
  startedAt: number;
  done: number;
  /** How many the turn before this one saw; unknown in the first one. */
  total?: number;
}

/** The smallest slice that is worth a request, except the one that ends a turn. */
export const smallestSlice = 40;

/** A turn that turns out longer than expected grows by this share of what it has seen, slice by slice. */
const growth = 1 / 20;

/**
 * How many come next, so that a turn takes `turnMs`: what is missing to where it should be by now, or none yet. A first
 * turn, of which nobody knows the length, goes by `guess`. Once its time is over a turn goes on until the end is found.
 */
export function sliceSize(turn: TurnProgress, guess: number, turnMs: number, now: number): number {
  const total = turn.total ?? guess;
  const elapsed = Math.max(now - turn.startedAt, 0);
  if (elapsed >= turnMs) return Math.max(total - turn.done, smallestSlice, Math.ceil(turn.done * growth));
  const missing = Math.floor((total * elapsed) / turnMs) - turn.done;
  return missing < smallestSlice ? 0 : missing;
}
