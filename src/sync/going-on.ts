import type { SyncRun } from '../store/sync-run';

/** A run without what was said of its pause or of its failure. */
export function goingOn(run: SyncRun): Omit<SyncRun, 'pausedUntil' | 'message' | 'because'> {
  const { pausedUntil: _, message: __, because: ___, ...rest } = run;
  return rest;
}
