import {
  APP_BROWSES_USERS,
  APP_IS_ADMIN,
  APP_SEES_RESTRICTED_PROJECTS,
  CUSTOMER_USER_EVENTS,
  DELETED_READ,
  EMAIL_BULK_BEYOND_CAP,
  EMAIL_BULK_CAP,
  REDIRECTS,
  SEARCH_LAG_MS,
  USERS_ORDER,
  USERS_PER_EMPTY_SLOT,
} from './choices';
import { POINTS } from './limits';

export interface JiraOptions {
  siteUrl: string;
  cloudId: string;
  /** Where the pictures of people are; by default Atlassian's own host, which nothing in the sandbox calls. */
  avatarBase: string;
  /** How many issues a new site gets. */
  issues: number;
  pointsPerHour: number;
  /** Whose quota it is: of the app on all its sites, or of the app on this site. Decides the reason given in a 429. */
  pointsPool: 'global' | 'tenant';
  /** False: the quota is announced in headers with the prefix `Beta-` and refuses nothing. */
  pointsEnforced: boolean;
  /** See USERS_PER_EMPTY_SLOT. */
  usersPerEmptySlot: number;
  usersOrder: 'created' | 'accountId';
  deletedRead: 'degraded' | 'not-found';
  emailBulkCap: number;
  emailBulkBeyondCap: 'refuse' | 'ignore';
  appBrowsesUsers: boolean;
  appSeesRestrictedProjects: boolean;
  appIsAdmin: boolean;
  customerUserEvents: boolean;
  /** Whether the site has Jira Service Management. */
  serviceManagement: boolean;
  /** See SEARCH_LAG_MS. */
  searchLagMs: number;
  /** See REDIRECTS. */
  redirects: 'given' | 'followed';
}

export const DEFAULT_OPTIONS: JiraOptions = {
  siteUrl: 'https://kith-sandbox.atlassian.net',
  cloudId: '3c9a4f6e-0b7d-4a52-9d1e-5f8e2c7b6a10',
  avatarBase: 'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net',
  issues: 60,
  pointsPerHour: POINTS.PER_HOUR,
  pointsPool: 'global',
  pointsEnforced: true,
  usersPerEmptySlot: USERS_PER_EMPTY_SLOT,
  usersOrder: USERS_ORDER,
  deletedRead: DELETED_READ,
  emailBulkCap: EMAIL_BULK_CAP,
  emailBulkBeyondCap: EMAIL_BULK_BEYOND_CAP,
  appBrowsesUsers: APP_BROWSES_USERS,
  appSeesRestrictedProjects: APP_SEES_RESTRICTED_PROJECTS,
  appIsAdmin: APP_IS_ADMIN,
  customerUserEvents: CUSTOMER_USER_EVENTS,
  serviceManagement: true,
  searchLagMs: SEARCH_LAG_MS,
  redirects: REDIRECTS,
};
