import type { Clock } from '../clock/clock';
import type { Issue } from './issue';
import type { Before, Issues } from './issues';

/** An issue as searches see it. */
export interface SearchedIssue {
  issue: Issue;
  properties: ReadonlyMap<string, unknown>;
}

/** Searches see an issue as it was until some time after a change. Source: Jira REST v3, "Search for issues using JQL". */
export class SearchableIssues {
  private readonly stale = new Map<string, { before: Before; until: number }>();

  /** `lagMs` is asked at each change. */
  constructor(
    private readonly clock: Clock,
    private readonly issues: Issues,
    private readonly lagMs: () => number,
  ) {
    issues.onChange = (issueId, before) => this.changed(issueId, before);
  }

  /** When searches will have seen all changes so far, in milliseconds since 1970 UTC. */
  get seenAllAt(): number {
    let last = this.clock.now();
    for (const { until } of this.stale.values()) last = Math.max(last, until);
    return last;
  }

  /**
   * The issues among `ids`, or all, as searches see them now; issues changed lately are always among them, since they may
   * have been what is searched for. Those in `reconciled` are given as they are.
   */
  *views(ids: Iterable<string> | undefined, reconciled: ReadonlySet<string>): Generator<SearchedIssue> {
    this.forget('all');
    for (const { before } of this.staleOnes(reconciled)) {
      if (before.issue !== undefined) yield { issue: before.issue, properties: before.properties };
    }
    for (const issue of this.current(ids)) {
      if (this.stale.has(issue.id) && !reconciled.has(issue.id)) continue;
      yield { issue, properties: this.issues.propertiesOf(issue.id) };
    }
  }

  /** Lets searches see all changes so far. */
  seeAll(): void {
    this.stale.clear();
  }

  private *staleOnes(reconciled: ReadonlySet<string>): Generator<{ before: Before }> {
    for (const [id, entry] of this.stale) if (!reconciled.has(id)) yield entry;
  }

  private *current(ids: Iterable<string> | undefined): Generator<Issue> {
    if (ids === undefined) {
      yield* this.issues.list();
      return;
    }
    const found = new Set<Issue>();
    for (const id of ids) {
      const issue = this.issues.find(id);
      if (issue !== undefined) found.add(issue);
    }
    yield* found;
  }

  private changed(issueId: string, before: Before): void {
    const lag = this.lagMs();
    if (lag <= 0) return;
    this.forget('oldest');
    const known = this.stale.get(issueId);
    // A second change before the first is seen: searches still see the state before both.
    this.stale.delete(issueId);
    this.stale.set(issueId, { before: known?.before ?? before, until: this.clock.now() + lag });
  }

  /** The oldest come first, so that looking at them alone keeps many changes cheap. */
  private forget(which: 'oldest' | 'all'): void {
    const now = this.clock.now();
    for (const [id, { until }] of this.stale) {
      if (until <= now) this.stale.delete(id);
      else if (which === 'oldest') return;
    }
  }
}
