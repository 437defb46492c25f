export type AccountType = 'atlassian' | 'customer';

/** What is known of an account's email. */
export type EmailReading =
  | { kind: 'known'; email: string; source: 'profile' | 'endpoint' }
  /** The account has no email. */
  | { kind: 'none' }
  /** The email is hidden, and Kith does not, or may not, look it up. */
  | { kind: 'hidden' }
  /** Jira did not say; it is asked again. */
  | { kind: 'unreadable' };

/** A normal record of a Jira account. */
export interface Account {
  accountId: string;
  accountType: AccountType;
  /** As Jira gives it; may be blank. */
  name: string;
  email: EmailReading;
  active: boolean;
  avatarUrl?: string;
}

/**
 * What one look at an account gave. `retrievedAt` (ISO 8601 UTC) is the time before the request.
 *
 * - living: a normal record
 * - app: an app's account, never a person
 * - missing: 404, or left out of a bulk answer
 * - degraded: a record that stands in for one that Jira does not have or cannot give
 * - unreadable: anything else; it changes nothing and is tried again
 */
export type Reading =
  | { kind: 'living'; account: Account; retrievedAt: string }
  | { kind: 'app'; retrievedAt: string }
  | { kind: 'missing'; retrievedAt: string }
  | { kind: 'degraded'; retrievedAt: string }
  | { kind: 'unreadable'; retrievedAt: string };

/** Account ids as Jira gives them, kept to what a Forge storage key may hold; `unknown` stands for no account at all. */
export function isAccountId(id: string): boolean {
  return id.length <= 128 && id !== 'unknown' && id !== 'unidentified' && /^[a-zA-Z0-9:._\-#]+$/.test(id);
}
