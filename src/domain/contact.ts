import type { AccountType } from './account';
import type { CompanyBefore } from './company-change';
import { emailKey } from './email-key';
import { lastWordKey, nameKey } from './name';
import type { ShownAccount } from './shown-account';

/** The value of one template field. */
export type FieldValue = string | number | boolean | string[];

/** One Jira account of a contact. Whether it counts depends on its epoch: see `isValidEpoch`. */
export interface ContactAccount {
  accountId: string;
  type: AccountType;
  active: boolean;
  linkedAt: string;
  epoch: number;
  /** A copy of what the link holds, equal to it at every commit. Absent where nothing was written since there are copies. */
  shown?: ShownAccount;
}

/**
 * What stays on a contact of an account that it no longer follows: enough to find copied personal data again, and no
 * personal data itself. `former`: a former link still names this contact.
 */
export interface Origin {
  accountId: string;
  epoch: number;
  nameHash?: string;
  emailHash?: string;
  former: boolean;
}

/** A person in Kith, as it is stored. */
export interface ContactRecord {
  id: string;
  version: number;
  name: string;
  email?: string;
  followsName: boolean;
  followsEmail: boolean;
  /** A person gave the contact another email while it was not synced: it is theirs, and no former link leads back to it. */
  emailSetByPerson?: boolean;
  companyId?: string;
  companySetByPerson?: boolean;
  companyBefore?: CompanyBefore;
  /** The id of the organization of Jira Service Management that gave the company. */
  companyFromOrganization?: string;
  fields: Record<string, FieldValue>;
  accounts: ContactAccount[];
  primary?: string;
  origins: Origin[];
  nameBeforeSync?: string;
  emailBeforeSync?: string;
  createdAt: string;
  updatedAt: string;
}

export const mostAccounts = 10;

/** The attributes that indexes order and partition contacts by. */
export interface ContactIndexAttributes {
  /** `regular`, or `synced:` and the epoch, so that turning off empties the partition of synced contacts at once. */
  group: string;
  nameKey: string;
  lastWordKey?: string;
  emailKey?: string;
  changeKey: string;
}

export function contactIndexAttributes(contact: ContactRecord): ContactIndexAttributes {
  const epoch = Math.max(...contact.accounts.map((account) => account.epoch), 0);
  const lastWord = lastWordKey(contact.name, contact.id);
  return {
    group: epoch > 0 ? syncedGroup(epoch) : regularGroup,
    nameKey: nameKey(contact.name, contact.id),
    ...(lastWord === undefined ? {} : { lastWordKey: lastWord }),
    ...(contact.email === undefined ? {} : { emailKey: `${emailKey(contact.email)}\u0001${contact.id}` }),
    changeKey: changeKey(contact),
  };
}

/** What lists by change are ordered by; the id keeps contacts of the same moment apart. */
export function changeKey({ updatedAt, id }: Pick<ContactRecord, 'updatedAt' | 'id'>): string {
  return `${updatedAt}\u0001${id}`;
}

export const regularGroup = 'regular';

export function syncedGroup(epoch: number): string {
  return `synced:${epoch}`;
}

/**
 * Of a contact's accounts, the one it follows: active before deactivated, then Atlassian before portal, then the one
 * linked first. Gives the account id, or undefined when there is none.
 */
export function choosePrimary(accounts: readonly ContactAccount[]): string | undefined {
  const [first] = [...accounts].sort(
    (a, b) =>
      Number(b.active) - Number(a.active) ||
      Number(b.type === 'atlassian') - Number(a.type === 'atlassian') ||
      compareText(a.linkedAt, b.linkedAt) ||
      compareText(a.accountId, b.accountId),
  );
  return first?.accountId;
}

/** The account that takes over: a valid one before a former one. */
export function nextPrimary(accounts: readonly ContactAccount[], epoch: number): string | undefined {
  return choosePrimary(accounts.filter((account) => account.epoch === epoch)) ?? choosePrimary(accounts);
}

/** A contact is synced while one of its accounts has a valid link. */
export function isSynced(contact: ContactRecord, sync: { enabled: boolean; epoch: number }): boolean {
  return sync.enabled && contact.accounts.some((account) => account.epoch === sync.epoch);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
