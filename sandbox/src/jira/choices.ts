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

/** report-accounts for an id that the directory has never held: nothing to do. */
export const UNKNOWN_ACCOUNT_STATUS = undefined;

/** Build data of GET /serverInfo. */
export const SERVER_VERSION = {
  version: '1001.0.0-SNAPSHOT',
  versionNumbers: [1001, 0, 0],
  buildNumber: 100_290,
} as const;
