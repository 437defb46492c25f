/** The documented forms of a record that says less than it should. */
export type DegradedForm = 'deleted' | 'corrupted' | 'unavailable';

export type EmailTrouble = 'none' | 'not-approved' | 'missing-scope' | 'failing';

/** What the site can be told to do wrong. Everything is off by default; fields may be changed at any time. */
export interface Misbehaviour {
  /** Asked for each record read; `true` means `unavailable`. */
  degraded: (accountId: string) => boolean | DegradedForm;
  /** Asked for each record read by id: true leaves it out of bulk answers and makes single reads 404. */
  missing: (accountId: string) => boolean;
  /** The probability that a page of /users/search leaves some accounts out, this time only. */
  shortPages: number;
  emails: EmailTrouble;
  /** Asked for each id of the email endpoints: true leaves it out. */
  emailMissing: (accountId: string) => boolean;
  /** Asked at each change to an issue: for how many milliseconds more than usual searches do not see it. */
  searchLag: () => number;
}

export const wellBehaved = (): Misbehaviour => ({
  degraded: () => false,
  missing: () => false,
  shortPages: 0,
  emails: 'none',
  emailMissing: () => false,
  searchLag: () => 0,
});
