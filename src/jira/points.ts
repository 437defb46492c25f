/**
 * What Jira charges for a call of the app: one point, and two more for each user that it returns.
 * (Jira Cloud: rate limiting, identity objects.)
 */
export function pointsOf(users: number): number {
  return 1 + 2 * users;
}

/** Counts the points of one invocation, and remembers what Jira's headers said last. */
export class PointsMeter {
  spent = 0;
  /** Points that Jira said are left for the app in this hour. */
  remaining: number | undefined;
  nearLimit = false;

  spend(points: number): void {
    this.spent += points;
    if (this.remaining !== undefined) this.remaining = Math.max(0, this.remaining - points);
  }

  /** What was spent since the last time that this was asked. */
  take(): number {
    const spent = this.spent;
    this.spent = 0;
    return spent;
  }
}
