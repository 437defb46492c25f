import type { RunCounts } from '../contract/sync';
import type { Outcome } from '../domain/decision';

/** Counts each account once in `seen` and once by its outcome; app accounts in neither. */
export function addOutcomes(counts: RunCounts, outcomes: Iterable<Outcome>): RunCounts {
  const sum = { ...counts };
  for (const outcome of outcomes) {
    if (outcome === 'ignored') continue;
    sum.seen += 1;
    sum[outcome] += 1;
  }
  return sum;
}
