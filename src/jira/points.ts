import type { QuotaReport } from './throttle';

/**
 * What Jira charges for a call of the app: one point, two more for each user that it returns, and one for each other thing,
 * as an issue. (Jira Cloud: rate limiting.)
 */
export function pointsOf(users: number, others = 0): number {
  return 1 + 2 * users + others;
}

/** Counts the points of one invocation, and remembers what Jira's headers said last and who asked to wait. */
export class PointsMeter {
  spent = 0;
  /** Points that Jira said are left for the app in this hour. */
  remaining: number | undefined;
  nearLimit = false;
  /** The quota is used up: no background work before this moment (milliseconds since 1970). */
  quotaUntil: number | undefined;
  /** Endpoints that are not to be asked before a moment (milliseconds since 1970), known beforehand or heard now. */
  readonly waits = new Map<string, number>();
  /** The meter heard what the next invocation has to know, too. */
  hasNews = false;

  spend(points: number): void {
    this.spent += points;
    if (this.remaining !== undefined) this.remaining = Math.max(0, this.remaining - points);
  }

  /** `remaining` is what is left after the call that reported it. */
  hear({ remaining, nearLimit }: QuotaReport): void {
    if (remaining !== undefined) this.remaining = remaining;
    if (nearLimit) this.nearLimit = true;
  }

  stopQuota(until: number): void {
    this.quotaUntil = Math.max(this.quotaUntil ?? 0, until);
    this.hasNews = true;
  }

  stopEndpoint(endpoint: string, until: number): void {
    this.waits.set(endpoint, Math.max(this.waits.get(endpoint) ?? 0, until));
    this.hasNews = true;
  }

  /** What was spent since the last time that this was asked. */
  take(): number {
    const spent = this.spent;
    this.spent = 0;
    return spent;
  }
}
