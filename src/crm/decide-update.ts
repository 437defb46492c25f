import { type Failure, failure } from '../contract/result';
import type { ContactRecord, FieldValue } from '../domain/contact';
import { sameRecord } from '../domain/drafts';
import { emailKey, sameEmail } from '../domain/email-key';
import type { Link } from '../domain/link';
import { cleanName, sameName } from '../domain/name';
import type { Settings } from '../domain/settings';
import type { TemplateRecord } from '../store/site-config';
import { checkFieldChanges } from './field-values';
import { changedFields, fieldsFit, tooManyFieldBytes } from './fields';

/** What a person changes on a contact; null clears. */
export interface ContactChanges {
  name?: string | undefined;
  email?: string | null | undefined;
  companyId?: string | null | undefined;
  fields?: Record<string, FieldValue | null> | undefined;
}

/** Everything that the decision about an update rests on. */
export interface UpdateSituation {
  contact: ContactRecord;
  /** The version that the person saw. */
  version: number;
  synced: boolean;
  editPolicy: Settings['editPolicy'];
  /** The link of the primary account: the valid one, or what is left of it after turning off. */
  link: Link | undefined;
  companyExists: (id: string) => boolean;
  /** Absent: no admin arranged one yet. */
  template: TemplateRecord | undefined;
  /** The id of the contact that owns an email key. */
  ownerOf: (emailKey: string) => string | undefined;
  /** ISO 8601 UTC. */
  now: string;
  /** A one-way hash (SHA-256, hexadecimal), as origins hold. */
  hash: (text: string) => string;
}

/** The contact after an update. `link` only if it changes with it. */
export interface ContactUpdate {
  contact: ContactRecord;
  link?: Link;
  /** Email keys that the contact gives up and takes. */
  releases?: string;
  takes?: string;
}

export const contactChanged = failure('conflict', 'The contact was changed meanwhile. Look again.');
export const emailOfAnother = failure('conflict', 'The email belongs to another contact.');
const followsJira = failure('locked', 'Name and email follow the Jira user and cannot be changed here.');

export function noSuchCompanyIn(field: string) {
  return failure('not-found', 'There is no such company.', field);
}

/**
 * Decides what a person's changes make of a contact. Values that equal the present ones change nothing, and are never
 * refused; saving a value sets whether it goes on following the account.
 */
export function decideUpdate(
  situation: UpdateSituation,
  changes: ContactChanges,
): ContactUpdate | { ok: false; error: Failure } {
  const before = withoutLostCompany(situation);
  const wanted = checkFieldChanges(situation.template, before.fields, changes.fields ?? {}, 'changes.fields');
  if ('error' in wanted) return wanted;
  const fields = changedFields(before.fields, wanted.changes);
  if (!fieldsFit(fields)) return tooManyFieldBytes('changes.fields');
  const company = changes.companyId;
  const newCompany = typeof company === 'string' && company !== before.companyId;
  if (newCompany && !situation.companyExists(company)) return noSuchCompanyIn('changes.companyId');
  const newName = changes.name !== undefined && !sameName(changes.name, before.name);
  const newEmail = changes.email !== undefined && !sameEmail(changes.email ?? undefined, before.email);
  const locked = situation.synced && situation.editPolicy === 'locked';
  if (locked && (newName || newEmail)) return followsJira;
  if (situation.version !== before.version) return contactChanged;
  const takes = newEmail && typeof changes.email === 'string' ? emailKey(changes.email) : undefined;
  const owner = takes === undefined ? undefined : situation.ownerOf(takes);
  if (owner !== undefined && owner !== before.id) return emailOfAnother;

  let contact: ContactRecord = { ...before, fields };
  if (changes.companyId !== undefined && (changes.companyId ?? undefined) !== before.companyId) {
    const { companyId: _, ...rest } = contact;
    contact = { ...rest, ...(company == null ? {} : { companyId: company }), companySetByPerson: true };
  }
  if (!locked && changes.name !== undefined) contact = withName(situation, contact, changes.name);
  if (!locked && changes.email !== undefined) contact = withEmail(situation, contact, changes.email ?? undefined);
  return concluded(situation, before, contact, newEmail, takes);
}

/** A company that was deleted is no value to keep. */
function withoutLostCompany({ contact, companyExists }: UpdateSituation): ContactRecord {
  if (contact.companyId === undefined || companyExists(contact.companyId)) return contact;
  const { companyId: _, ...rest } = contact;
  return rest;
}

function withName(situation: UpdateSituation, contact: ContactRecord, name: string): ContactRecord {
  const follows = isAccountsName(situation, name);
  if (sameName(name, contact.name)) return situation.synced && follows ? { ...contact, followsName: true } : contact;
  const { nameBeforeSync, ...rest } = contact;
  const kept = nameBeforeSync === undefined || sameName(nameBeforeSync, name) ? {} : { nameBeforeSync };
  return { ...rest, ...kept, name: cleanName(name), followsName: follows };
}

function withEmail(situation: UpdateSituation, contact: ContactRecord, email: string | undefined): ContactRecord {
  const follows = isAccountsEmail(situation, email);
  if (sameEmail(email, contact.email))
    return situation.synced && follows ? { ...contact, followsEmail: true } : contact;
  const { email: _, emailBeforeSync, emailSetByPerson: __, ...rest } = contact;
  const changed: ContactRecord = { ...rest, followsEmail: follows };
  if (email !== undefined) changed.email = email;
  if (emailBeforeSync !== undefined && !sameEmail(emailBeforeSync, email)) changed.emailBeforeSync = emailBeforeSync;
  const hasPast = contact.accounts.length > 0 || contact.origins.length > 0;
  if (!situation.synced && hasPast && !follows) changed.emailSetByPerson = true;
  return changed;
}

/** Whether the account gave this name, by its link or, when that holds no values any more, by the hash that stayed. */
function isAccountsName({ contact, link, hash }: UpdateSituation, name: string): boolean {
  if (link !== undefined) return sameName(name, link.name);
  return contact.origins.some((origin) => origin.nameHash === hash(cleanName(name)));
}

function isAccountsEmail({ contact, link, hash }: UpdateSituation, email: string | undefined): boolean {
  if (link !== undefined) return sameEmail(email, link.email);
  if (email === undefined) return false;
  return contact.origins.some((origin) => origin.emailHash === hash(emailKey(email)));
}

function concluded(
  situation: UpdateSituation,
  before: ContactRecord,
  contact: ContactRecord,
  newEmail: boolean,
  takes: string | undefined,
): ContactUpdate {
  const changed = !sameOwnValues(before, contact);
  const update: ContactUpdate = {
    contact: changed
      ? { ...contact, version: before.version + 1, updatedAt: situation.now }
      : { ...situation.contact, followsName: contact.followsName, followsEmail: contact.followsEmail },
  };
  if (newEmail && before.email !== undefined) update.releases = emailKey(before.email);
  if (takes !== undefined) update.takes = takes;
  const link = situation.synced ? marked(situation.link, contact) : undefined;
  if (link !== undefined && link !== situation.link) update.link = link;
  return update;
}

function sameOwnValues(one: ContactRecord, other: ContactRecord): boolean {
  return (
    one.name === other.name &&
    one.email === other.email &&
    one.companyId === other.companyId &&
    sameRecord(one.fields, other.fields)
  );
}

/** The link says whether a person's value stands on the contact in place of the account's. */
function marked(link: Link | undefined, contact: ContactRecord): Link | undefined {
  const diverged = !contact.followsName || !contact.followsEmail;
  if (link === undefined || diverged === (link.diverged === true)) return link;
  const { diverged: _, ...rest } = link;
  return diverged ? { ...rest, diverged: true } : rest;
}
