/**
 * What Forge does not document, or documents in two ways. Each value is a decision of this sandbox, kept here and nowhere
 * else. Times are milliseconds unless the name says otherwise.
 */

/** A range from which each latency is drawn, both ends included. */
export interface Range {
  low: number;
  high: number;
}

export const latency = {
  /** From the decision to run a function to its first statement. */
  invocationStart: { low: 5, high: 30 },
  storage: { low: 8, high: 25 },
  jira: { low: 40, high: 160 },
  queueRequest: { low: 20, high: 60 },
  reportAccounts: { low: 60, high: 200 },
  /** From a published event (its delay over) to the consumer. */
  queueDelivery: { low: 100, high: 900 },
  /** From a change in Jira to the trigger. Documented as up to three minutes; that is what the "late" fault does. */
  eventDelivery: { low: 300, high: 2_500 },
} as const satisfies Record<string, Range>;

/** Trigger functions have the 25 seconds of resolvers; documented for "runtime" without naming triggers. */
export const TRIGGER_SECONDS = 25;

/** A null or undefined resolver result arrives in the browser as `{}`: seen once, unconfirmed. */
export const NULL_RESULT_BECOMES_EMPTY_OBJECT = true;

/** What the browser hears about a function that ran out of time, ended abruptly, or answered too much. */
export const messages = {
  timedOut: 'Function execution timed out',
  crashed: 'The function ended unexpectedly',
  invocationLimit: 'Rate limit for invocations exceeded',
  requestTooBig: 'The request payload exceeds 500 KB',
  payloadTooBig: 'The invocation payload exceeds 5 MB',
  responseTooBig: 'The response exceeds 5 MB',
} as const;

/** Product events that meet the invocation limit of the installation are tried again after this. */
export const EVENT_HOLD_BACK: Range = { low: 1_000, high: 3_000 };

/** What an event carries whose filter failed and that is delivered all the same; documented is that it carries something. */
export const filterError = (message: string): Record<string, unknown> => ({ filterError: { message } });

/** Calls of storage without the scope `storage:app`: status and code are undocumented. */
export const STORAGE_SCOPE_REFUSAL = {
  status: 403,
  body: { code: 'FORBIDDEN', message: 'The app lacks the scope storage:app' },
} as const;

export const REPORT_SCOPE_REFUSAL = {
  status: 403,
  body: { code: 403, message: 'The app lacks the scope report:personal-data' },
} as const;

/** The form of the header `Cycle-Period`, a number of days, is not documented beyond its default of seven. */
export const CYCLE_PERIOD = '7';

export const queue = {
  /** First retry after an app-level error or a platform fault; doubles up to the documented quarter of an hour. */
  firstBackoff: 5_000,
  /** First wait of an event held back by its concurrency key; doubles likewise. */
  firstThrottle: 1_000,
  /** Backoffs are drawn from this share of their full length up to the whole. */
  jitterFrom: 0.5,
  /** The per-event limit for long consumers is enforced when publishing, and refuses the whole request with 413. */
  longConsumerEventBytes: 100 * 1024,
  /** A request that the SDK would not have sent. */
  malformedStatus: 400,
  /** Stats of a job can be asked for this long after its last event. */
  statsLifetime: 7 * 24 * 3_600_000,
} as const;

export const events = {
  /** Time-outs and abrupt ends of triggers are tried again by the platform, at most so often. */
  platformRetries: 4,
  platformRetryDelay: { low: 5_000, high: 60_000 },
} as const;

export const schedules = {
  /** From deployment to the first run: "about five minutes", with the phase of the installation. */
  firstRun: { low: 300_000, high: 360_000 },
  /** A tick comes although the last run still goes on. */
  overlap: true as boolean,
} as const;

/** Processes that wait for their next invocation; further ones end with the one they served. */
export const WARM_PROCESSES = 500;

/** How long a call takes whose answer a fault lets the gateway give up on. */
export const GATEWAY_TIMEOUT = 30_000;

/** What an object without a status means as dynamic properties of an issue panel. */
export const EMPTY_DYNAMIC_PROPERTIES: 'show nothing' | 'refuse' = 'show nothing';

/** The Forge environment that a laptop stands for. */
export const environment = { type: 'DEVELOPMENT', appVersion: '1.0.0' } as const;
