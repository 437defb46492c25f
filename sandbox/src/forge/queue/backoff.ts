import type { Chance } from '../../chance/chance';
import { queue } from '../choices';
import { queueLimits } from '../limits';

/** Doubles from `first` with each attempt, up to the documented quarter of an hour; a part of it is left to chance. */
export function backoff(chance: Chance, first: number, attempt: number): number {
  const full = Math.min(queueLimits.longestBackoffMs, first * 2 ** Math.min(attempt, 30));
  return Math.round(full * (queue.jitterFrom + (1 - queue.jitterFrom) * chance.next()));
}
