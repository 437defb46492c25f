import type { RunCounts, RunFailure, RunKind, RunState } from '../contract/sync';

/** Where a run goes on: an offset into Jira's list of users, or the last account id of our links. */
export interface RunPosition {
  startAt?: number;
  afterAccountId?: string;
  /** The list of users has ended: former links that nobody met are reduced. */
  listEnded?: boolean;
}

/** One pass over the site, as a chain of queue events. Hop *h* stays current until its successor claims *h + 1*. */
export interface SyncRun {
  id: string;
  kind: RunKind;
  state: RunState;
  epoch: number;
  settingsRevision: number;
  hop: number;
  position: RunPosition;
  counts: RunCounts;
  startedAt: string;
  finishedAt?: string;
  heartbeatAt: string;
  pausedUntil?: string;
  message?: string;
  because?: RunFailure;
  hiddenEmailsRefused?: boolean;
  /** Consecutive pauses without progress, to wait longer each time. */
  setbacks: number;
}

/** One chunk of the accounts that a run has seen. */
export interface SeenChunk {
  runId: string;
  chunk: number;
  /** Eight characters for each account, one after another. */
  digests: string;
}

export const noCounts: RunCounts = {
  seen: 0,
  created: 0,
  linked: 0,
  updated: 0,
  unchanged: 0,
  unlinked: 0,
  skipped: 0,
  failed: 0,
};
