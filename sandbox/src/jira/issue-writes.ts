import type { Clock } from '../clock/clock';
import { ISSUE_WRITE_WINDOWS } from './limits';

const LONGEST_MS = Math.max(...ISSUE_WRITE_WINDOWS.map((window) => window.windowMs));

/** The recent writes to each issue, its properties included. */
export class IssueWrites {
  private readonly writes = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** Counts a write to each of the issues. Gives 0, or the milliseconds until one to all of them is taken; then none counts. */
  take(issueIds: readonly string[]): number {
    const wait = Math.max(0, ...issueIds.map((id) => this.waitFor(id)));
    if (wait > 0) return wait;
    const now = this.clock.now();
    for (const id of issueIds) this.writes.set(id, [...this.recent(id), now]);
    return 0;
  }

  private recent(issueId: string): number[] {
    const now = this.clock.now();
    return (this.writes.get(issueId) ?? []).filter((at) => at > now - LONGEST_MS);
  }

  private waitFor(issueId: string): number {
    const now = this.clock.now();
    const recent = this.recent(issueId);
    let wait = 0;
    for (const { writes, windowMs } of ISSUE_WRITE_WINDOWS) {
      const inside = recent.filter((at) => at > now - windowMs);
      const oldest = inside[inside.length - writes];
      if (oldest !== undefined) wait = Math.max(wait, oldest + windowMs - now);
    }
    return wait;
  }
}
