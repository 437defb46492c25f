import type { Contact, JiraUser } from '../contract/contact';
import { type ContactAccount, type ContactRecord, isSynced } from '../domain/contact';
import { isValid, type JiraUserRecord } from '../domain/link';
import { type ShownAccount, shownOf } from '../domain/shown-account';
import type { CompanyRecord } from '../store/company';
import type { SyncState } from '../store/sync-state';
import { profileUrl } from './profile-url';

/** What a contact is shown with. */
export interface Surroundings {
  state: SyncState;
  /** Needed for contacts with valid links only. */
  siteUrl: string | undefined;
  /** Asked for accounts only of which the contact holds no copy yet. */
  user(accountId: string): JiraUserRecord | undefined;
  company(id: string): CompanyRecord | undefined;
}

/**
 * A contact as pages see it. Its Jira users are shown by the copy on the contact, which equals the links; contacts from before
 * there were copies, by their links. A company that was deleted is not shown.
 */
export function contactView(record: ContactRecord, surroundings: Surroundings): Contact {
  const { id, version, name, email, fields, nameBeforeSync, emailBeforeSync, createdAt, updatedAt } = record;
  const company = record.companyId === undefined ? undefined : surroundings.company(record.companyId);
  const [primary, ...others] = validAccounts(record, surroundings);
  const contact: Contact = { id, version, name, synced: primary !== undefined, fields, createdAt, updatedAt };
  if (email !== undefined) contact.email = email;
  if (company !== undefined) {
    contact.companyId = company.id;
    contact.companyName = company.name;
  }
  if (nameBeforeSync !== undefined) contact.nameBeforeSync = nameBeforeSync;
  if (emailBeforeSync !== undefined) contact.emailBeforeSync = emailBeforeSync;
  if (primary === undefined) return contact;
  contact.jiraUser = jiraUserView(primary, surroundings);
  if (others.length > 0) contact.otherJiraUsers = others.map((account) => jiraUserView(account, surroundings));
  if (surroundings.state.settings.editPolicy === 'locked') contact.locked = true;
  return contact;
}

/** An account that makes its contact a synced one. */
export interface ValidAccount extends ShownAccount {
  accountId: string;
  accountType: ContactAccount['type'];
  active: boolean;
  linkedAt: string;
}

/** The accounts of a contact with valid links, the primary one first. */
export function validAccounts(
  record: ContactRecord,
  { state, user }: Pick<Surroundings, 'state' | 'user'>,
): ValidAccount[] {
  if (!isSynced(record, state)) return [];
  const valid: ValidAccount[] = [];
  for (const { accountId, type, active, linkedAt, epoch, shown } of record.accounts) {
    if (epoch !== state.epoch) continue;
    const values = shown ?? shownByLink(user(accountId), record.id, epoch);
    if (values === undefined) continue;
    const account = { accountId, accountType: type, active, linkedAt, ...values };
    if (accountId === record.primary) valid.unshift(account);
    else valid.push(account);
  }
  return valid;
}

function shownByLink(link: JiraUserRecord | undefined, contactId: string, epoch: number): ShownAccount | undefined {
  return isValid(link, epoch) && link.contactId === contactId ? shownOf(link) : undefined;
}

function jiraUserView(account: ValidAccount, { siteUrl }: Surroundings): JiraUser {
  if (siteUrl === undefined) throw new Error('The address of the site is needed to show a Jira user.');
  const { accountId, accountType, name, email, active, avatarUrl, retrievedAt, linkedAt } = account;
  const url = profileUrl(siteUrl, accountId, accountType);
  const user: JiraUser = { accountId, accountType, name, active, profileUrl: url, retrievedAt, linkedAt };
  if (email !== undefined) user.email = email;
  if (avatarUrl !== undefined) user.avatarUrl = avatarUrl;
  return user;
}
