import type { Reading } from './account';
import type { Drafts } from './drafts';
import type { Knowledge, Need } from './knowledge';
import type { Change, Check } from './known';
import type { Settings } from './settings';

/**
 * How an account was counted. `ignored`: an app's account, in no count.
 */
export type Outcome = 'created' | 'linked' | 'updated' | 'unchanged' | 'unlinked' | 'skipped' | 'failed' | 'ignored';

/** A look that has to follow: not before `notBefore` (ISO 8601 UTC). */
export interface Recheck {
  accountId: string;
  notBefore: string;
  deletedEvent?: boolean;
}

/** Everything a decision rests on besides our records. */
export interface Situation {
  accountId: string;
  reading: Reading;
  /** Jira told that the account was deleted. */
  deletedEvent: boolean;
  /** ISO 8601 UTC. */
  now: string;
  epoch: number;
  settings: Settings;
  /** The id that a contact gets if one is created. */
  newContactId: string;
  /** Stamped on what is written, so that a run counts each account once: see `CountedStamp`. */
  runId?: string;
  /** Sync is off: only that an account is gone is heeded, so that its former link holds nobody up. */
  off?: boolean;
  /** The initial run of this epoch is under way: accounts with former links may still come back. */
  initialRun?: boolean;
  /** A person asked for this look: its time is kept, also when nothing differs. */
  askedFor?: boolean;
  /** A one-way hash (SHA-256, hexadecimal). */
  hash: (text: string) => string;
}

export interface Decided {
  kind: 'decided';
  outcome: Outcome;
  changes: Change[];
  checks: Check[];
  /** Accounts to converge next, because this decision released or took something of theirs. */
  wake: string[];
  recheck?: Recheck;
}

export type Decision = { kind: 'need'; needs: Need[] } | Decided;

/** What the parts of `decide` share while they work on one account. */
export interface Deliberation {
  readonly situation: Situation;
  readonly knowledge: Knowledge;
  readonly drafts: Drafts;
  readonly wake: Set<string>;
}
