import type { AccountType } from './account';

/** How an account was counted by a run, kept so that a page read again after a crash counts it the same. */
export interface CountedStamp {
  countedIn?: string;
  countedAs?: string;
}

/** Ties a Jira account to its contact and holds the account's last known values. Valid while sync is on in its epoch. */
export interface Link extends CountedStamp {
  kind: 'link';
  accountId: string;
  contactId: string;
  epoch: number;
  accountType: AccountType;
  name: string;
  email?: string;
  emailSource?: 'profile' | 'endpoint';
  active: boolean;
  avatarUrl?: string;
  /** The time before the request that gave these values. */
  retrievedAt: string;
  linkedAt: string;
  /** The link does not agree with its contact yet, or the contact lost a key: decide again at the next look. */
  pending?: boolean;
  /** A person's value stands on the contact in place of the account's. */
  diverged?: boolean;
  /** First sighting of the account as missing. */
  missingSince?: string;
}

/** What is left of a link after turning off: the way back to the contact. */
export interface FormerLink {
  kind: 'former';
  accountId: string;
  contactId: string;
  /** The run that reduced it, so that the run counts it once. */
  reducedIn?: string;
  /** First sighting of the account as missing. */
  missingSince?: string;
}

/** The person's data was erased: the account is neither eligible nor listed again. */
export interface Tombstone {
  kind: 'tombstone';
  accountId: string;
}

export type JiraUserRecord = Link | FormerLink | Tombstone;

/** A valid link, as against a former one. */
export function isValid(record: JiraUserRecord | undefined, epoch: number): record is Link {
  return record?.kind === 'link' && record.epoch === epoch;
}
