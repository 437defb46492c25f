import type { Chance } from '../../chance/chance';
import type { ProductAnswer } from '../../http';

/** How a failing call ends: an answer, perhaps late, or a lost connection. */
export type Failure = { answer: ProductAnswer; timesOut?: boolean } | { networkError: string; timesOut?: boolean };

export function storageThrottle(path: string): Failure {
  const code = path.endsWith('/transaction') ? 'TOO_MANY_REQUESTS' : 'RATE_LIMIT_EXCEEDED';
  return { answer: { status: 429, body: { code, message: 'Too many requests' } } };
}

/** Storage's server errors come as JSON with varying codes, as plain text of a gateway, or not at all. */
export function storageFailure(chance: Chance): Failure {
  return chance.pick<() => Failure>([
    () => ({ answer: { status: 500, body: { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong' } } }),
    () => ({ answer: { status: 500, text: 'Internal Server Error' } }),
    () => ({ answer: { status: 503, body: { code: 'SERVICE_UNAVAILABLE', message: 'Try again later' } } }),
    () => ({ answer: { status: 504, text: 'upstream request timeout' }, timesOut: true }),
    () => ({ networkError: 'ECONNRESET' }),
  ])();
}

export function jiraFailure(chance: Chance): Failure {
  return chance.pick<() => Failure>([
    () => ({ answer: { status: 500, body: { errorMessages: ['Internal server error'], errors: {} } } }),
    () => ({ answer: { status: 502, text: '<html><body>Bad gateway</body></html>' } }),
    () => ({ answer: { status: 503, headers: { 'retry-after': '5' }, text: 'Service unavailable' } }),
    () => ({ answer: { status: 504, body: { code: 504, message: 'Gateway timeout' } }, timesOut: true }),
  ])();
}

export function jiraRefusal(chance: Chance): Failure {
  return chance.pick<() => Failure>([
    () => ({ answer: { status: 401, body: { code: 401, message: 'Unauthorized' } } }),
    () => ({ answer: { status: 403, body: { errorMessages: ['Forbidden'], errors: {} } } }),
  ])();
}

export function lostConnection(chance: Chance): Failure {
  return { networkError: chance.pick(['ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN']) };
}

/**
 * A 429 of one endpoint's burst limit, in one of the mixes of headers that have been seen
 * (Jira Cloud platform: Rate limiting).
 */
export function jiraBurst(chance: Chance, now: number): Failure {
  const seconds = chance.integer(1, 20);
  const reset = new Date(now + seconds * 1000).toISOString();
  const headers = chance.pick<Record<string, string>>([
    { 'retry-after': String(seconds), 'ratelimit-reason': 'jira-burst-based', 'x-ratelimit-reset': reset },
    { 'retry-after': String(seconds), 'ratelimit-reason': 'jira-burst-based' },
    { 'retry-after': String(seconds) },
    {},
  ]);
  return { answer: { status: 429, headers, body: { errorMessages: ['Rate limit exceeded.'], errors: {} } } };
}

/** A 429 of the hourly points: nothing is answered until the full UTC hour. */
export function jiraQuota(chance: Chance, now: number): Failure {
  const hour = 3_600_000;
  const reset = (Math.floor(now / hour) + 1) * hour;
  const seconds = Math.ceil((reset - now) / 1000);
  const reason = chance.pick(['jira-quota-global-based', 'jira-quota-tenant-based']);
  const always = { 'ratelimit-reason': reason, 'x-ratelimit-reset': new Date(reset).toISOString() };
  const headers = chance.pick<Record<string, string>>([
    { ...always, 'retry-after': String(seconds) },
    {
      ...always,
      'retry-after': String(seconds),
      ratelimit: `"global-app-quota";r=0;t=${seconds}`,
      'ratelimit-policy': '"global-app-quota";q=65000;w=3600',
    },
    { ...always, 'retry-after': String(seconds), ratelimit: `"global-app-quota";t=${seconds}` },
    { ...always, 'retry-after': String(seconds), 'x-ratelimit-nearlimit': 'true', 'x-ratelimit-remaining': '0' },
    always,
  ]);
  return { answer: { status: 429, headers, body: { errorMessages: ['Quota exceeded.'], errors: {} } } };
}

export function queueFailure(chance: Chance): Failure {
  return chance.pick<() => Failure>([
    () => ({ answer: { status: 500, body: { message: 'Internal server error' } } }),
    () => ({ answer: { status: 429, body: { message: 'Too many requests' } } }),
    () => ({ answer: { status: 503, text: 'Service unavailable' } }),
    () => ({ networkError: 'ECONNRESET' }),
  ])();
}

export function queueFailureAfter(chance: Chance): Failure {
  return chance.pick<() => Failure>([
    () => ({ answer: { status: 500, body: { message: 'Internal server error' } } }),
    () => ({ answer: { status: 504, text: 'Gateway timeout' }, timesOut: true }),
    () => ({ networkError: 'ECONNRESET' }),
  ])();
}

export function reportFailure(chance: Chance): Failure {
  return chance.pick<() => Failure>([
    () => ({ answer: { status: 429, headers: { 'retry-after': String(chance.integer(1, 120)) } } }),
    () => ({ answer: { status: 500 } }),
    () => ({ answer: { status: 503 } }),
    () => ({ networkError: 'ECONNRESET' }),
  ])();
}
