/** An account to be converged when quota or a second look allows; drained by the schedule. */
export interface Waiting {
  accountId: string;
  deletedEvent?: boolean;
  /** ISO 8601 UTC. */
  notBefore: string;
  attempts: number;
}
