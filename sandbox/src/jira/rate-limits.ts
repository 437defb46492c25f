import type { Clock } from '../clock/clock';
import type { ProductAnswer } from '../http';
import type { Outcome } from './answers';
import { Bursts } from './burst';
import { RATE_LIMITED_BODY } from './choices';
import { IssueWrites } from './issue-writes';
import { POINTS } from './limits';
import { Quota } from './quota';

export type Reason =
  | 'jira-quota-global-based'
  | 'jira-quota-tenant-based'
  | 'jira-burst-based'
  | 'jira-per-issue-on-write';

/** A throttling ordered by hand. `gateway`: a 429 without Retry-After; `unavailable`: a 503 with it. */
export interface Throttle {
  kind: 'quota' | 'burst' | 'per-issue' | 'gateway' | 'unavailable';
  seconds: number;
  /** False: the answer carries no rate limit headers at all. */
  headers?: boolean;
  /** Only this endpoint, as the meter names it (`GET /users/search`). Absent: every endpoint. */
  endpoint?: string;
}

export interface RateLimitSettings {
  pointsPerHour: number;
  pointsPool: 'global' | 'tenant';
  pointsEnforced: boolean;
}

export interface Call {
  endpoint: string;
  method: string;
  from: 'app' | 'browser';
}

/** Jira's three independent limits. Source: Jira Cloud platform, "Rate limiting". */
export class RateLimits {
  readonly quota: Quota;
  private readonly bursts: Bursts;
  private readonly issueWrites: IssueWrites;
  private throttles: { order: Throttle; until: number }[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly settings: RateLimitSettings,
  ) {
    this.quota = new Quota(clock, settings.pointsPerHour);
    this.bursts = new Bursts(clock);
    this.issueWrites = new IssueWrites(clock);
  }

  throttle(order: Throttle): void {
    this.throttles.push({ order, until: this.clock.now() + order.seconds * 1000 });
  }

  /** The refusal of this call, if it is refused. */
  refuse(call: Call): ProductAnswer | undefined {
    return this.refuseByOrder(call) ?? this.refuseByQuota(call) ?? this.refuseByBurst(call);
  }

  /** The refusal of a write to these issues, if one of them takes no more. */
  refuseIssueWrites(issueIds: readonly string[]): Outcome | undefined {
    const waitMs = this.issueWrites.take(issueIds);
    return waitMs === 0 ? undefined : this.tooMany('jira-per-issue-on-write', waitMs);
  }

  /** Books the answered call and gives its points. Calls from the browser bridge cost none. */
  charge(call: Call, outcome: Outcome): number {
    if (call.from === 'browser') return 0;
    const points = pointsOf(call.method, outcome);
    this.quota.spend(points);
    return points;
  }

  /** Headers about the quota: silent until four fifths of it are used. */
  quotaHeaders(call: Call): Record<string, string> {
    if (call.from === 'browser' || !this.quota.nearLimit) return {};
    const name = this.settings.pointsPool === 'global' ? 'global-app-quota' : 'tenant-app-quota';
    const secondsLeft = Math.ceil((this.quota.resetsAt - this.clock.now()) / 1000);
    const prefix = this.settings.pointsEnforced ? '' : 'beta-';
    return {
      [`${prefix}ratelimit`]: `"${name}";r=${this.quota.remaining};t=${secondsLeft}`,
      [`${prefix}ratelimit-policy`]: `"${name}";q=${this.quota.perHour};w=3600`,
      [`${prefix}x-ratelimit-nearlimit`]: 'true',
    };
  }

  private get quotaReason(): Reason {
    return this.settings.pointsPool === 'global' ? 'jira-quota-global-based' : 'jira-quota-tenant-based';
  }

  private refuseByOrder(call: Call): ProductAnswer | undefined {
    const now = this.clock.now();
    this.throttles = this.throttles.filter(({ until }) => until > now);
    const found = this.throttles.find(
      ({ order }) =>
        (order.endpoint === undefined || order.endpoint === call.endpoint) &&
        (order.kind !== 'per-issue' || call.method === 'PUT' || call.method === 'DELETE') &&
        (order.kind !== 'quota' || call.from === 'app'),
    );
    if (found === undefined) return undefined;
    const { order, until } = found;
    const answer = this.orderedAnswer(order.kind, until - now);
    return order.headers === false ? { ...answer, headers: {} } : answer;
  }

  private orderedAnswer(kind: Throttle['kind'], waitMs: number): ProductAnswer {
    switch (kind) {
      case 'gateway':
        return { status: 429, body: RATE_LIMITED_BODY };
      case 'unavailable':
        return {
          status: 503,
          headers: { 'retry-after': retryAfter(waitMs) },
          body: { code: 503, message: 'Service Unavailable' },
        };
      case 'quota':
        return this.tooMany(this.quotaReason, waitMs);
      case 'burst':
        return this.tooMany('jira-burst-based', waitMs);
      case 'per-issue':
        return this.tooMany('jira-per-issue-on-write', waitMs);
    }
  }

  /** Undocumented, a choice: a call passes while any point is left, even if its answer costs more; refused calls cost nothing. */
  private refuseByQuota(call: Call): ProductAnswer | undefined {
    if (call.from === 'browser' || !this.settings.pointsEnforced || this.quota.remaining > 0) return undefined;
    const refusal = this.tooMany(this.quotaReason, this.quota.resetsAt - this.clock.now());
    return { ...refusal, headers: { ...this.quotaHeaders(call), ...refusal.headers } };
  }

  private refuseByBurst(call: Call): ProductAnswer | undefined {
    const waitMs = this.bursts.take(call.endpoint);
    return waitMs === 0 ? undefined : this.tooMany('jira-burst-based', waitMs);
  }

  private tooMany(reason: Reason, waitMs: number): ProductAnswer {
    return {
      status: 429,
      headers: {
        'retry-after': retryAfter(waitMs),
        'ratelimit-reason': reason,
        'x-ratelimit-reset': new Date(this.clock.now() + waitMs).toISOString(),
      },
      body: RATE_LIMITED_BODY,
    };
  }
}

const retryAfter = (waitMs: number): string => String(Math.max(1, Math.ceil(waitMs / 1000)));

/** A write costs 1; a read 1, and more for each object that it returns. */
export function pointsOf(method: string, outcome: Outcome): number {
  if (method === 'PUT' || method === 'DELETE') return POINTS.PER_WRITE;
  const identities = (outcome.identities ?? 0) * POINTS.PER_IDENTITY_OBJECT;
  return POINTS.PER_CALL + identities + (outcome.others ?? 0) * POINTS.PER_OTHER_OBJECT;
}
