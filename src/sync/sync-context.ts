import { PointsMeter } from '../jira/points';
import type { SyncState } from '../store/sync-state';

/** What one piece of sync work rests on: the state that it began with, and what it spends. */
export interface SyncContext {
  readonly state: SyncState;
  readonly points: PointsMeter;
  /** The run on whose behalf accounts are counted. */
  readonly runId?: string;
  /** A person asked for these looks. */
  readonly askedFor?: boolean;
  /** Accounts to converge next; queued when the work is done. */
  readonly wake: Set<string>;
  /** Jira does not let the app read hidden emails. */
  hiddenEmailsRefused: boolean;
}

export function newContext(state: SyncState, purpose: { runId?: string; askedFor?: boolean } = {}): SyncContext {
  return {
    state,
    points: new PointsMeter(),
    wake: new Set(),
    hiddenEmailsRefused: false,
    ...purpose,
  };
}
