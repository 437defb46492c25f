import type { Contact, JiraUser } from '../contract/contact';
import { type ContactRecord, isSynced } from '../domain/contact';
import { isValid, type JiraUserRecord, type Link } from '../domain/link';
import type { CompanyRecord } from '../store/company';
import type { SyncState } from '../store/sync-state';
import { profileUrl } from './profile-url';

/** What a contact is shown with. */
export interface Surroundings {
  state: SyncState;
  /** Needed for contacts with valid links only. */
  siteUrl: string | undefined;
  user(accountId: string): JiraUserRecord | undefined;
  company(id: string): CompanyRecord | undefined;
}

/**
 * A contact as pages see it. It counts as synced only with a valid link that names it: a contact found by a lagging query
 * may have lost its accounts since. A company that was deleted is not shown.
 */
export function contactView(record: ContactRecord, surroundings: Surroundings): Contact {
  const { id, version, name, email, fields, nameBeforeSync, emailBeforeSync, createdAt, updatedAt } = record;
  const company = record.companyId === undefined ? undefined : surroundings.company(record.companyId);
  const [primary, ...others] = validLinks(record, surroundings);
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
  if (others.length > 0) contact.otherJiraUsers = others.map((link) => jiraUserView(link, surroundings));
  if (surroundings.state.settings.editPolicy === 'locked') contact.locked = true;
  return contact;
}

/** The valid links of a contact, that of the primary account first. */
export function validLinks(record: ContactRecord, { state, user }: Pick<Surroundings, 'state' | 'user'>): Link[] {
  if (!isSynced(record, state)) return [];
  const links: Link[] = [];
  for (const { accountId } of record.accounts) {
    const link = user(accountId);
    if (!isValid(link, state.epoch) || link.contactId !== record.id) continue;
    if (accountId === record.primary) links.unshift(link);
    else links.push(link);
  }
  return links;
}

function jiraUserView(link: Link, { siteUrl }: Surroundings): JiraUser {
  if (siteUrl === undefined) throw new Error('The address of the site is needed to show a link.');
  const { accountId, accountType, name, email, active, avatarUrl, retrievedAt } = link;
  const url = profileUrl(siteUrl, accountId, accountType);
  const user: JiraUser = { accountId, accountType, name, active, profileUrl: url, retrievedAt };
  if (email !== undefined) user.email = email;
  if (avatarUrl !== undefined) user.avatarUrl = avatarUrl;
  return user;
}
