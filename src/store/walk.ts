/** One endless turn over something long, a slice at a time. Times are ISO 8601 UTC. */
export interface Turn {
  startedAt: string;
  /** How many were seen in this turn. */
  done: number;
  /** How many the turn before this one saw. */
  total?: number;
}

/** Where the background check is: over our links in the order of account ids, and, slower, over Jira's list of users. */
export interface Walk {
  /** A new epoch begins a new walk. */
  walkEpoch: number;
  links: Turn & { after?: string };
  list: Turn & { startAt: number };
}
