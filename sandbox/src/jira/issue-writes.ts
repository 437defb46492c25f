import type { Clock } from '../clock/clock';
import { ISSUE_WRITE_WINDOWS } from './limits';

const LONGEST_MS = Math.max(...ISSUE_WRITE_WINDOWS.map((window) => window.windowMs));

/** The recent writes to each issue, its properties included. */
export class IssueWrites {
  private readonly writes = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** Counts a write to the issue. Gives 0, or the milliseconds until the next one is taken. */
  take(issueId: string): number {
    const now = this.clock.now();
    const recent = (this.writes.get(issueId) ?? []).filter((at) => at > now - LONGEST_MS);
    let wait = 0;
    for (const { writes, windowMs } of ISSUE_WRITE_WINDOWS) {
      const inside = recent.filter((at) => at > now - windowMs);
      const oldest = inside[inside.length - writes];
      if (oldest !== undefined) wait = Math.max(wait, oldest + windowMs - now);
    }
    if (wait === 0) recent.push(now);
    this.writes.set(issueId, recent);
    return wait;
  }
}
