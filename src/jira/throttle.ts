import { JiraThrottled } from './jira-errors';

/** The part of a response that tells about quotas. */
export interface QuotaHeaders {
  get(name: string): string | null;
}

/** What Jira's headers say about the app's points. */
export interface QuotaReport {
  /** Points left in this hour, if Jira says so. */
  remaining?: number;
  /** Jira announces the end of the quota. */
  nearLimit: boolean;
}

const wait = { withoutRetryAfter: 30_000, longest: 3_600_000 };

/**
 * Reads `RateLimit` and `X-RateLimit-NearLimit`. Headers with the prefix `Beta-` announce limits that Jira does not
 * enforce yet, and are not believed. (Jira Cloud: rate limiting.)
 */
export function quotaReport(headers: QuotaHeaders): QuotaReport {
  const report: QuotaReport = { nearLimit: headers.get('x-ratelimit-nearlimit')?.trim().toLowerCase() === 'true' };
  const remaining = /(?:^|;)\s*r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1];
  return remaining === undefined ? report : { ...report, remaining: Number(remaining) };
}

/**
 * What a 429 asks of us. A quota reason stops all background work until the quota is renewed; anything else, also a
 * gateway's 429 without any header, stops only the endpoint.
 */
export function throttled(headers: QuotaHeaders, now: number): JiraThrottled {
  const reason = headers.get('ratelimit-reason') ?? '';
  const scope = reason.startsWith('jira-quota') ? 'quota' : 'burst';
  const retryAt = retryAtOf(headers, now) ?? now + wait.withoutRetryAfter;
  return new JiraThrottled(scope, retryAt);
}

/** The moment before which Jira does not want to be asked again: the later of `Retry-After` and, for 429, the reset. */
export function retryAtOf(headers: QuotaHeaders, now: number): number | undefined {
  const moments = [secondsFrom(headers.get('retry-after'), now), dateOf(headers.get('x-ratelimit-reset'))].filter(
    (moment) => moment !== undefined,
  );
  if (moments.length === 0) return undefined;
  return Math.min(Math.max(...moments, now), now + wait.longest);
}

function secondsFrom(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return now + Number(value) * 1000;
  return dateOf(value);
}

function dateOf(value: string | null): number | undefined {
  const moment = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(moment) ? undefined : moment;
}
