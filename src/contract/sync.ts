import type { SkipReason } from '../domain/skip';

export type { Settings } from '../domain/settings';
export type { SkipReason };

export type RunKind = 'initial' | 'reconcile' | 'unlink';
/** Why a run failed: Jira does not let the app read users, or Jira or storage kept failing. */
export type RunFailure = 'jira-forbids' | 'jira-fails' | 'storage-fails' | 'kith-fails';
export type RunState = 'queued' | 'running' | 'done' | 'failed';

/**
 * Exact, also after a crash: each account once in `seen` and once in exactly one other count; app accounts in none;
 * an unlink run counts links.
 */
export interface RunCounts {
  seen: number;
  created: number;
  linked: number;
  updated: number;
  unchanged: number;
  unlinked: number;
  skipped: number;
  failed: number;
}

export interface SyncRun extends RunCounts {
  id: string;
  kind: RunKind;
  state: RunState;
  startedAt: string;
  finishedAt?: string;
  /** Waiting for Jira's or storage's quota until this moment (ISO 8601 UTC). */
  pausedUntil?: string;
  /** For "failed": what to do about it, in English. */
  message?: string;
  /** For "failed": why, for pages that say it in another language. */
  because?: RunFailure;
}

export type SyncPhase = 'off' | 'enabling' | 'on' | 'disabling';

export interface SyncStatus {
  enabled: boolean;
  /** `enabling` until the initial run is done; `disabling` until leftovers are cleared. */
  phase: SyncPhase;
  /** The current or the latest run. */
  run?: SyncRun;
  syncedContacts?: number;
  /** When a run, or a full turn of the walk, last came to its end. */
  lastCompletedAt?: string;
  /** Jira does not let the app read emails that people hide in their profiles; an admin has to approve it. */
  hiddenEmailsRefused?: boolean;
}

export interface SkippedUser {
  accountId: string;
  name?: string;
  reason: SkipReason;
  detail?: string;
  contactId?: string;
}
