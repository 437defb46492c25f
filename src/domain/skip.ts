import type { CountedStamp } from './link';

export type SkipReason = 'no-email' | 'hidden-email' | 'email-taken' | 'inactive' | 'excluded-domain' | 'excluded-type';

/** Why an account has no contact, or (email-taken) why its contact lacks the account's email. No name: names are read from Jira when shown. */
export interface Skip extends CountedStamp {
  accountId: string;
  reason: SkipReason;
  /** The contact that owns the email, for `email-taken`. */
  contactId?: string;
  /** Listed only in the epoch in which it was written; absent: not listed. */
  epoch?: number;
  /** The account is gone: not eligible until it reads living and active again. */
  gone?: boolean;
}
