export type CompanyChangesState =
  | 'previewing'
  | 'ready'
  | 'applying'
  | 'applied'
  | 'undoing'
  | 'undone'
  | 'failed'
  | 'discarded';

/** A contact whose company would change, or no longer be one. */
export interface CompanyChangeExample {
  contactId: string;
  name: string;
  email?: string;
  /** Names of companies; absent: none. */
  from?: string;
  to?: string;
}

/**
 * The contacts to which the email domains of companies would give another company than they have: first counted, then changed
 * when somebody wants that, and changed back if they think otherwise. Contacts whose company (also none) a person chose are
 * never among them.
 */
export interface CompanyChanges {
  id: string;
  /** The company whose domains changed; absent: all companies, after `companyFromDomain` was turned on. */
  companyId?: string;
  state: CompanyChangesState;
  /** Contacts looked at so far, in the step under way. */
  seen: number;
  /** Contacts that would change. */
  count: number;
  /** The first of them, at most 20. */
  examples: CompanyChangeExample[];
  /** Contacts changed, and changed back. */
  applied: number;
  undone: number;
  /** Contacts that a person or Jira changed in between, and which were left alone. */
  leftAlone: number;
  startedAt: string;
  finishedAt?: string;
  /** Waiting for storage's quota until this moment. */
  pausedUntil?: string;
  /** For `failed`: what to do about it. */
  message?: string;
}

/** One of several records that a person chose, as they saw it. */
export interface ChosenRecord {
  id: string;
  version: number;
}

/** What became of several records at once. */
export interface BulkOutcome {
  /** So many are as was asked for, also where there was nothing to change. */
  changed: number;
  failed: { id: string; code: 'not-found' | 'locked' | 'conflict' | 'rate-limited' | 'unavailable'; message: string }[];
}
