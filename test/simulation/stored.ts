/** Records as storage holds them: what the simulation knows of them, written down apart from the app. */

export interface StoredAccount {
  accountId: string;
  type: 'atlassian' | 'customer';
  active: boolean;
  linkedAt: string;
  epoch: number;
  shown: { name: string; email?: string; avatarUrl?: string; retrievedAt: string };
}

export interface StoredContact {
  rev: number;
  id: string;
  version: number;
  name: string;
  email?: string;
  followsName: boolean;
  followsEmail: boolean;
  companyId?: string;
  companySetByPerson?: boolean;
  companyBefore?: { changes: string; companyId?: string; given?: string };
  fields: Record<string, unknown>;
  accounts: StoredAccount[];
  primary?: string;
  origins: { accountId: string; former?: boolean }[];
  nameBeforeSync?: string;
  emailBeforeSync?: string;
}

export interface StoredCompany {
  rev: number;
  id: string;
  version: number;
  domains: string[];
}

export interface StoredCompanyChanges {
  rev: number;
  id: string;
  companyId?: string;
  state: string;
}

export interface StoredClaim {
  rev: number;
  contactId: string;
  waiting: string[];
}

export interface StoredLink {
  rev: number;
  kind: 'link';
  accountId: string;
  contactId: string;
  epoch: number;
  accountType: 'atlassian' | 'customer';
  name: string;
  email?: string;
  active: boolean;
  avatarUrl?: string;
  retrievedAt: string;
  linkedAt: string;
  pending?: boolean;
}

export type StoredUser =
  | StoredLink
  | { rev: number; kind: 'former'; accountId: string; contactId: string }
  | { rev: number; kind: 'tombstone'; accountId: string };

export interface StoredSkip {
  rev: number;
  accountId: string;
  reason: string;
  contactId?: string;
  epoch?: number;
  gone?: boolean;
}

export interface StoredSettings {
  accountTypes: { atlassian: boolean; customer: boolean };
  includeInactive: boolean;
  hiddenEmails: 'use' | 'skip';
  usersWithoutEmail: 'skip' | 'create';
  excludedDomains: string[];
  editPolicy: 'locked' | 'follow-until-edited';
  companyFromDomain: boolean;
}

export interface StoredState {
  rev: number;
  enabled: boolean;
  epoch: number;
  settings: StoredSettings;
  activeRunId?: string;
  leftovers: boolean;
}

export interface StoredRun {
  rev: number;
  id: string;
  kind: 'initial' | 'reconcile' | 'unlink';
  state: 'queued' | 'running' | 'done' | 'failed';
  hop: number;
  position: unknown;
  counts: Record<RunCount, number>;
}

export const outcomes = ['created', 'linked', 'updated', 'unchanged', 'unlinked', 'skipped', 'failed'] as const;
export type RunCount = 'seen' | (typeof outcomes)[number];

/** The custom entities of the app. Anything else in storage is a mistake. */
export const knownEntities: ReadonlySet<string> = new Set([
  'contact',
  'email-claim',
  'jira-user',
  'waiting',
  'sync-state',
  'sync-run',
  'skip',
  'company',
  'company-domain',
  'company-changes',
  'job',
  'issue-contact',
]);
