/** What share of a generated directory is what. Each is a probability per account, of those it can apply to. */
export const SHARES = {
  APP: 0.01,
  CUSTOMER: 0.3,
  /** Of people and customers. */
  DEACTIVATED: 0.08,
  DELETED: 0.01,
  /** Of people: those with a seat in a product. */
  LICENSED: 0.9,
  /** Of people and customers with an email. */
  EMAIL_HIDDEN: 0.3,
  /** Of hidden emails: shown as null rather than left out. */
  EMAIL_NULL: 0.3,
  EMAIL_MISSING: 0.005,
  /** The same email as an earlier account: as it is, in other case, or in the other Unicode form. */
  EMAIL_SHARED: 0.004,
  EMAIL_CASE_VARIANT: 0.003,
  /** Of all emails: those with an accented letter, half of them written with a combining mark. */
  EMAIL_ACCENTED: 0.01,
  FREE_MAIL_PEOPLE: 0.04,
  FREE_MAIL_CUSTOMERS: 0.4,
  /** Ids of people: 24 hexadecimal digits, `557058:` or `712020:` and a UUID (the rest). */
  ID_HEX: 0.4,
  ID_557058: 0.2,
} as const;
