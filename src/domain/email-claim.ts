/** The record by which a contact owns an email key. */
export interface EmailClaim {
  contactId: string;
  /** Accounts that would take this email if it were released. */
  waiting: string[];
}

export const mostWaiting = 20;
