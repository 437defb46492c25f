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

const hour = 3_600_000;

/** Milliseconds. A time to wait beyond `longest` is taken for a mistake of whoever sent it. */
const wait = { withoutRetryAfter: 30_000, longest: 24 * hour };

/**
 * Reads `RateLimit` and `X-RateLimit-NearLimit`, each of which may be there without the other. `RateLimit-Policy` tells how
 * much an hour has, not how much is left of it. Headers with the prefix `Beta-` announce limits that Jira does not
 * enforce yet, and are not believed. (Jira Cloud: rate limiting.)
 */
export function quotaReport(headers: QuotaHeaders): QuotaReport {
  const report: QuotaReport = { nearLimit: headers.get('x-ratelimit-nearlimit')?.trim().toLowerCase() === 'true' };
  const left = quotasIn(headers).flatMap(({ r }) => r ?? []);
  return left.length === 0 ? report : { ...report, remaining: Math.min(...left) };
}

/**
 * What a 429 asks of us. A quota reason stops all background work until the quota is renewed, and so does a quota without
 * anything left; anything else, also a gateway's 429 without any header, stops only the endpoint.
 */
export function throttled(headers: QuotaHeaders, now: number): JiraThrottled {
  const reason = headers.get('ratelimit-reason')?.trim().toLowerCase();
  const isQuota = reason === undefined ? quotaReport(headers).remaining === 0 : reason.startsWith('jira-quota');
  if (!isQuota) return new JiraThrottled('burst', retryAtOf(headers, now) ?? now + wait.withoutRetryAfter);
  const reset = quotasIn(headers).find(({ r, t }) => r === 0 && t !== undefined)?.t;
  const renewal = reset === undefined ? (Math.floor(now / hour) + 1) * hour : now + reset * 1000;
  return new JiraThrottled('quota', retryAtOf(headers, now) ?? renewal);
}

/** The moment before which Jira does not want to be asked again: the later of `Retry-After` and the reset. */
export function retryAtOf(headers: QuotaHeaders, now: number): number | undefined {
  const moments = [secondsFrom(headers.get('retry-after'), now), dateOf(headers.get('x-ratelimit-reset'))].filter(
    (moment) => moment !== undefined,
  );
  if (moments.length === 0) return undefined;
  return Math.min(Math.max(...moments, now), now + wait.longest);
}

interface QuotaItem {
  /** Points left. */
  r?: number;
  /** Seconds until the quota is renewed. */
  t?: number;
}

/** The quotas in `RateLimit`: `"global-app-quota";r=120;t=900`, perhaps several, parameters in any order; bursts are none. */
function quotasIn(headers: QuotaHeaders): QuotaItem[] {
  const items = (headers.get('ratelimit') ?? '').split(',').map((item) => item.split(';').map((part) => part.trim()));
  return items.flatMap(([name = '', ...parameters]) => {
    const isNamed = !name.includes('=') && name !== '';
    if (isNamed && !name.includes('quota')) return [];
    const item: QuotaItem = {};
    for (const parameter of isNamed ? parameters : [name, ...parameters]) {
      const [, key, digits] = /^([rt])\s*=\s*(\d+)$/.exec(parameter) ?? [];
      if (key === 'r') item.r = Number(digits);
      if (key === 't') item.t = Number(digits);
    }
    return [item];
  });
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
