import type { User } from '../../sandbox/src/jira';

/** What the accounts of tests have in common: active people of the site whose email is visible. */
export const plainAccount: Omit<User, 'accountId' | 'displayName' | 'email'> = {
  accountType: 'atlassian',
  emailHidden: false,
  emailNullWhenHidden: false,
  active: true,
  deleted: false,
  locale: 'en-US',
  timeZone: 'Etc/UTC',
  groups: ['jira-users-kith'],
  created: 0,
  updatedAt: 0,
};
