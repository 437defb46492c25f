export type AccountType = 'atlassian' | 'app' | 'customer';

/** One account of the site, as the site knows it. What an app gets to see of it is decided in `user-json.ts`. */
export interface User {
  accountId: string;
  accountType: AccountType;
  /** App accounts only. */
  appType?: 'service' | 'agent' | 'unknown';
  displayName: string;
  /** Absent: the account has no email address at all. */
  email?: string;
  /** The person's profile visibility keeps the email from apps. */
  emailHidden: boolean;
  /** Of hidden emails: whether records carry `emailAddress: null` instead of leaving the member out. */
  emailNullWhenHidden: boolean;
  active: boolean;
  deleted: boolean;
  locale: string;
  timeZone: string;
  groups: string[];
  /** Rank by creation: the first account of the site is 0. */
  created: number;
  /** Milliseconds since 1970 UTC; 0: not changed since the site was opened. */
  updatedAt: number;
}

export interface Directory {
  /** By creation, oldest first. */
  users: User[];
}
