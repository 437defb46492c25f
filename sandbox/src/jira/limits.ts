/** Documented numbers of Jira Cloud. Sources: the REST v3 OpenAPI file, "Rate limiting", "Entity properties". */

export const PAGE_LIMITS = {
  /** GET /users/search and /users. */
  USERS_DEFAULT: 50,
  USERS_MAX: 1000,
  /** GET /user/bulk. */
  USER_BULK_DEFAULT: 10,
  USER_BULK_MAX: 200,
  /** GET /user/search: only the first 1000 matches can be reached. */
  USER_SEARCH_DEFAULT: 50,
  USER_SEARCH_REACH: 1000,
  SEARCH_JQL_DEFAULT: 50,
  SEARCH_JQL_MAX: 5000,
  PROJECTS_DEFAULT: 50,
  PROJECTS_MAX: 100,
  GROUPS_DEFAULT: 50,
  GROUP_PICKER_DEFAULT: 20,
  /** Every list of the service desk API. */
  SERVICE_DESK_DEFAULT: 50,
} as const;

export const ACCOUNT_ID_MAX_LENGTH = 128;
export const PROPERTY_KEY_MAX_LENGTH = 255;
export const PROPERTY_VALUE_MAX_BYTES = 32_768;
/** Bulk writes of issue properties, and how long Jira keeps what their tasks gave. */
export const BULK_PROPERTIES = { MULTI_ISSUES: 100, LIST_ISSUES: 10_000, PROPERTIES: 10 } as const;
export const TASK_LIFETIME_MS = 14 * 24 * 3_600_000;
export const BULK_FETCH_MAX = 100;
export const PERMISSION_CHECK_MAX = { PROJECTS: 1000, ISSUES: 1000 } as const;
export const SEARCH_PROPERTIES_MAX = 5;
export const SEARCH_RECONCILE_MAX = 50;
export const PAGE_TOKEN_LIFETIME_MS = 7 * 24 * 3_600_000;

export const HOUR_MS = 3_600_000;

export const POINTS = {
  /** Tier 1: shared by all sites of the app. */
  PER_HOUR: 65_000,
  PER_CALL: 1,
  /** Users, groups, permissions. */
  PER_IDENTITY_OBJECT: 2,
  PER_OTHER_OBJECT: 1,
  PER_WRITE: 1,
} as const;

/** Requests per second, per site and endpoint. */
export const BURST_PER_SECOND = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;

export const BURST_BY_ENDPOINT: Readonly<Record<string, number>> = {
  'GET /user': 150,
  'GET /issue/{issueIdOrKey}': 150,
  'GET /user/email': 200,
  'GET /servicedeskapi/servicedesk/{serviceDeskId}/customer': 5,
};

export const ISSUE_WRITE_WINDOWS = [
  { writes: 20, windowMs: 2_000 },
  { writes: 100, windowMs: 30_000 },
] as const;
