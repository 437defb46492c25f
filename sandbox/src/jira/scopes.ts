import { MYPERMISSIONS_GRANULAR, PERMISSIONS_CHECK_NEEDS_SCOPE } from './choices';
import type { ScopeSets } from './endpoint';

/** The scopes of the operations: the classic one, or the complete granular set. Source: Jira Cloud REST v3, OpenAPI file. */

const USER_GRANULAR = ['read:user:jira', 'read:application-role:jira', 'read:avatar:jira', 'read:group:jira'] as const;

export const NO_SCOPE: ScopeSets = [];
export const READ_USERS: ScopeSets = [['read:jira-user'], USER_GRANULAR];
export const SEARCH_USERS: ScopeSets = [['read:jira-user'], [...USER_GRANULAR, 'read:user.property:jira']];
export const READ_GROUPS: ScopeSets = [['read:jira-user'], ['read:group:jira']];
export const READ_EMAILS: ScopeSets = [['read:email-address:jira']];
export const READ_MY_PERMISSIONS: ScopeSets = MYPERMISSIONS_GRANULAR
  ? [['read:jira-work'], ['read:permission:jira']]
  : [['read:jira-work']];
export const CHECK_PERMISSIONS: ScopeSets = PERMISSIONS_CHECK_NEEDS_SCOPE
  ? [['read:jira-work'], ['read:permission:jira']]
  : NO_SCOPE;
export const READ_ISSUE: ScopeSets = [
  ['read:jira-work'],
  [
    'read:issue-meta:jira',
    'read:issue-security-level:jira',
    'read:issue.vote:jira',
    'read:issue.changelog:jira',
    'read:avatar:jira',
    'read:issue:jira',
    'read:status:jira',
    'read:user:jira',
    'read:field-configuration:jira',
  ],
];
export const SEARCH_ISSUES: ScopeSets = [
  ['read:jira-work'],
  [
    'read:issue-details:jira',
    'read:field:jira',
    'read:field.option:jira',
    'read:field.default-value:jira',
    'read:group:jira',
  ],
];
/** The same operation by another way; the classic scope is certain, the granular set is that of reading one issue. */
export const BULK_FETCH: ScopeSets = READ_ISSUE;
export const READ_PROPERTY: ScopeSets = [['read:jira-work'], ['read:issue.property:jira']];
export const WRITE_PROPERTY: ScopeSets = [['write:jira-work'], ['write:issue.property:jira']];
export const DELETE_PROPERTY: ScopeSets = [['write:jira-work'], ['delete:issue.property:jira']];
export const BULK_SET_PROPERTY: ScopeSets = [
  ['write:jira-work'],
  ['read:jira-expressions:jira', 'write:issue.property:jira'],
];
export const BULK_DELETE_PROPERTY: ScopeSets = DELETE_PROPERTY;
/** Service desk API: the classic scope, or the complete granular set. Source: Jira Service Management REST. */
export const READ_ORGANIZATIONS: ScopeSets = [
  ['manage:servicedesk-customer'],
  ['read:organization:jira-service-management'],
];
export const READ_ORGANIZATION_USERS: ScopeSets = [
  ['manage:servicedesk-customer'],
  ['read:organization.user:jira-service-management', 'read:user:jira'],
];
export const READ_SERVICE_DESKS: ScopeSets = [
  ['read:servicedesk-request'],
  ['read:servicedesk:jira-service-management'],
];
export const READ_CUSTOMERS: ScopeSets = [
  ['manage:servicedesk-customer'],
  ['read:servicedesk.customer:jira-service-management', 'read:user:jira'],
];
export const READ_PARTICIPANTS: ScopeSets = [
  ['read:servicedesk-request'],
  ['read:request.participant:jira-service-management', 'read:user:jira'],
];
export const READ_PROJECTS: ScopeSets = [
  ['read:jira-work'],
  [
    ...USER_GRANULAR,
    'read:issue-type:jira',
    'read:project:jira',
    'read:project.property:jira',
    'read:issue-type-hierarchy:jira',
    'read:project-category:jira',
    'read:project-version:jira',
    'read:project.component:jira',
  ],
];

export const covers = (granted: readonly string[], needed: ScopeSets): boolean =>
  needed.length === 0 || needed.some((set) => set.every((scope) => granted.includes(scope)));
