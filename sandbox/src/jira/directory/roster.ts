import type { User } from './user';

export const GROUPS = {
  admins: 'site-admins',
  jiraUsers: 'jira-users-kith',
  serviceUsers: 'jira-servicemanagement-users-kith',
  agents: 'service-agents',
  accountManagers: 'account-managers',
} as const;

/** The people whom one signs in as, and the account that a Forge app itself acts as. They exist on every site. */
export const ROSTER = {
  admin: '5b10ac8d82e05b22cc7d4ef5',
  agent: '712020:0e7c1b8e-52a0-4d0b-9a3c-6f2f0d1a7b11',
  accountManager: '557058:3f1c9a52-7d1e-4c57-8a1f-2f9f0b7f6c22',
  customer: 'qm:7b0f3a1e-4c2d-4e8a-9b57-1d2c3e4f5a66:9c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f',
  app: '557058:b1a5e9d0-6f3c-4a2b-8c7d-0e1f2a3b4c5d',
} as const;

const common = {
  emailHidden: false,
  emailNullWhenHidden: false,
  active: true,
  deleted: false,
  locale: 'en-US',
  timeZone: 'Europe/Berlin',
  updatedAt: 0,
} as const;

const roster: readonly Omit<User, 'created'>[] = [
  {
    ...common,
    accountId: ROSTER.admin,
    accountType: 'atlassian',
    displayName: 'Ada Winter',
    email: 'ada.winter@harbourlight.example',
    groups: [GROUPS.admins, GROUPS.jiraUsers, GROUPS.serviceUsers],
  },
  {
    ...common,
    accountId: ROSTER.agent,
    accountType: 'atlassian',
    displayName: 'Bruno Keller',
    email: 'bruno.keller@harbourlight.example',
    groups: [GROUPS.jiraUsers, GROUPS.serviceUsers, GROUPS.agents],
  },
  {
    ...common,
    accountId: ROSTER.accountManager,
    accountType: 'atlassian',
    displayName: 'Chiara Rossi',
    email: 'chiara.rossi@harbourlight.example',
    groups: [GROUPS.jiraUsers, GROUPS.accountManagers],
  },
  {
    ...common,
    accountId: ROSTER.customer,
    accountType: 'customer',
    displayName: 'Dana Okafor',
    email: 'dana@bluefinch.example',
    groups: [],
  },
  {
    ...common,
    accountId: ROSTER.app,
    accountType: 'app',
    appType: 'service',
    displayName: 'Kith',
    timeZone: 'Etc/UTC',
    groups: ['atlassian-addons'],
  },
];

/** The roster, freshly made, followed by `others`, whose ranks are set. An account of `others` with a roster id is dropped. */
export function withRoster(others: readonly User[]): User[] {
  const reserved = new Set(roster.map((user) => user.accountId));
  const all = roster.map((user, created): User => ({ ...user, groups: [...user.groups], created }));
  for (const user of others) {
    if (reserved.has(user.accountId)) continue;
    user.created = all.length;
    all.push(user);
  }
  return all;
}
