/** The report of personal data to Atlassian: which part of our records it has come to. Times are ISO 8601 UTC. */
export interface PersonalDataReport {
  /** When the cycle began; the next one begins no sooner than a cycle period later. */
  startedAt: string;
  /** The records that are being gone through; absent: this cycle is done. */
  part?: 'users' | 'contacts' | 'skips';
  /** The index key after which the part goes on. */
  after?: string;
  /** A worker has this page until then. */
  workingUntil?: string;
}
