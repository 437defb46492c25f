/**
 * What Jira does not document, or documents in two ways. Each value is a decision of this sandbox, kept here and nowhere
 * else; those that a test may want otherwise are options (`options.ts`) with these as defaults.
 */

/** How many ids GET /user/email/bulk takes, and what happens beyond. */
export const EMAIL_BULK_CAP = 90;
export const EMAIL_BULK_BEYOND_CAP: 'refuse' | 'ignore' = 'refuse';

/** GET /users/search: one empty slot in so many; the page that covers it is short. 0: pages are always full. */
export const USERS_PER_EMPTY_SLOT = 400;

/** GET /users/search: accounts come oldest first. */
export const USERS_ORDER: 'created' | 'accountId' = 'created';

/** The share of a page that the "short pages" fault leaves out, at most. */
export const OMITTED_SHARE = 0.1;

/** A deleted account read by its id: a degraded record, or 404. In bulk: a degraded record, or left out. */
export const DELETED_READ: 'degraded' | 'not-found' = 'degraded';

/** Stand-in names of degraded records. */
export const DELETED_NAME = 'Former user';
export const UNAVAILABLE_NAME = 'Former user';
export const CORRUPTED_ID = 'unknown';
export const CORRUPTED_NAME = 'Unknown';

/** `total` of GET /user/bulk counts the accounts that were found, each once. */
export const BULK_TOTAL: 'found' | 'asked' = 'found';

/** The account of the app may browse users and sees every project; it is no administrator. */
export const APP_BROWSES_USERS = true;
export const APP_SEES_RESTRICTED_PROJECTS = true;
export const APP_IS_ADMIN = false;

/** User events are promised for people of the organization; for portal customers none is sent. */
export const CUSTOMER_USER_EVENTS = false;

/** GET /mypermissions accepts its granular scope alone: reported by Atlassian staff as failing, so no. */
export const MYPERMISSIONS_GRANULAR = false;

/** POST /permissions/check: the scope list of the OpenAPI file is empty, its text names read:jira-work. The text holds. */
export const PERMISSIONS_CHECK_NEEDS_SCOPE = true;

/** How a missing scope is answered outside the email endpoints. */
export const MISSING_SCOPE_STATUS = 401;
export const MISSING_SCOPE_MESSAGE = 'Unauthorized; scope does not match';

/** Body of every 429. */
export const RATE_LIMITED_BODY = { code: 429, message: 'Rate limit exceeded' } as const;

/** Share of the hourly quota from which on responses carry quota headers. */
export const NEAR_LIMIT_SHARE = 0.8;

/** A burst bucket holds one second's worth of tokens. */
export const BURST_SECONDS_HELD = 1;

/** JQL: an account id that does not exist matches nothing instead of failing the search. */
export const UNKNOWN_USER_IN_JQL: 'matches-nothing' | 'refuse' = 'matches-nothing';

/** JQL: an issue id or key that does not exist, or that the caller may not see, fails the search. */
export const UNKNOWN_ISSUE_IN_JQL: 'matches-nothing' | 'refuse' = 'refuse';

/** JQL: how long a change to an issue or its properties stays unseen by searches. */
export const SEARCH_LAG_MS = 500;

/**
 * JQL on indexed property values: a path that leads to a list counts with each element, and a condition holds if it holds
 * for one of them; `!=` and `not in` hold if no element is named, and, as for other fields, never for an empty field. `in`
 * works as `=` does. A property that no module of the app indexes is refused with 400, as an unknown field is.
 *
 * Whether values of type `string` are compared without upper and lower case; documented is "as is".
 */
export const INDEXED_STRINGS_FOLD_CASE = false;

/** The Location of a 303, and `self` of a task. */
export const taskAddress = (cloudId: string, taskId: string): string =>
  `https://api.atlassian.com/ex/jira/${cloudId}/rest/api/3/task/${taskId}`;

/** Whether the caller gets the 303 itself, or what its Location gives, because something on the way has followed it. */
export const REDIRECTS: 'given' | 'followed' = 'given';

/**
 * A bulk write costs one point and counts as one write to each of its issues, both when it is submitted; the limit of one
 * issue refuses the call. Writing a property neither changes when the issue was updated nor sends an event.
 *
 * How long a task waits before it begins, and how long it takes for each issue.
 */
export const TASK_START_MS = 300;
export const TASK_MS_PER_ISSUE = 5;
/** A task that may succeed in part writes so many issues at a time. */
export const TASK_SLICE = 25;
/** `submittedBy` of a task is a number that no other operation knows. */
export const TASK_SUBMITTED_BY = 10_000;

/** What a finished task of a bulk write says: which issues it has written, and why it has not written others. */
export const bulkWriteResult = (written: readonly string[], failed: Readonly<Record<string, string>>): unknown => ({
  updated: written.map(Number),
  failed: Object.entries(failed).map(([issueId, message]) => ({
    issueId: Number(issueId),
    errors: { errorMessages: [message], errors: {} },
  })),
});

/** A site without service management answers all of its service desk API with this. */
export const NO_SERVICE_DESK_STATUS: 403 | 404 = 404;

/** The account of the app counts as an agent of the service desk. */
export const APP_IS_AGENT = true;

/** Lists of the service desk API: a larger `limit` than this is taken as this. */
export const SERVICE_DESK_PAGE_MAX = 100;

/** Operations marked experimental, asked for without the header that opts in. */
export const NOT_OPTED_IN_STATUS = 412;

/** How the service desk API words its errors. */
export const serviceDeskError = (message: string): unknown => ({
  errorMessage: message,
  i18nErrorMessage: { i18nKey: 'sd.error', parameters: [] },
});

/** A site has one service desk; its customers are all portal-only accounts. */
export const SERVICE_DESK_ID = '1';

/** report-accounts for an id that the directory has never held: nothing to do. */
export const UNKNOWN_ACCOUNT_STATUS = undefined;

/** Build data of GET /serverInfo. */
export const SERVER_VERSION = {
  version: '1001.0.0-SNAPSHOT',
  versionNumbers: [1001, 0, 0],
  buildNumber: 100_290,
} as const;
