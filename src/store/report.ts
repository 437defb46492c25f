/** The report of personal data to Atlassian: which part of our records it has come to. Times are ISO 8601 UTC. */
export interface PersonalDataReport {
  /** When the cycle began. */
  startedAt: string;
  /** When it ended: nobody is reported again before a cycle period is over. */
  finishedAt?: string;
  /** The records that are being gone through; absent: this cycle is done. */
  part?: 'users' | 'skips' | 'contacts';
  /** The index key after which the part goes on. */
  after?: string;
  /** A worker has this page until then. */
  workingUntil?: string;
}
