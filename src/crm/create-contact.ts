import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Contact } from '../contract/contact';
import type { Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import type { ContactRecord } from '../domain/contact';
import { emailKey } from '../domain/email-key';
import { absent } from '../domain/known';
import { cleanName } from '../domain/name';
import { type RecordRef, readRecords } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { stateBeforeFirstUse } from '../store/sync-state';
import type { Write } from '../store/transaction';
import { commitDecision, type Decided } from './commit-decision';
import { contactView } from './contact-view';
import { emailOfAnother, noSuchCompanyIn } from './decide-update';
import { checkNewFields } from './field-values';
import { fieldsFit, tooManyFieldBytes } from './fields';

export type NewContact = z.output<typeof contactsSchemas.createContact>['contact'];

/** Creates a regular contact, which owns its email from the same moment on. */
export async function createContact(given: NewContact): Promise<Result<Contact>> {
  if (!fieldsFit(given.fields ?? {})) return tooManyFieldBytes('contact.fields');
  const now = new Date().toISOString();
  return commitDecision(() => decide(newRecord(given, randomUUID(), now)));
}

function newRecord({ name, email, companyId, fields }: NewContact, id: string, now: string): ContactRecord {
  const contact: ContactRecord = {
    id,
    version: 1,
    name: cleanName(name),
    followsName: false,
    followsEmail: false,
    fields: fields ?? {},
    accounts: [],
    origins: [],
    createdAt: now,
    updatedAt: now,
  };
  if (email !== undefined) contact.email = email;
  if (companyId !== undefined) {
    contact.companyId = companyId;
    contact.companySetByPerson = true;
  }
  return contact;
}

async function decide(given: ContactRecord): Promise<Decided<Contact>> {
  const { id, companyId } = given;
  if (companyId !== undefined && !canBeKey(companyId)) return noSuchCompanyIn('contact.companyId');
  const key = given.email === undefined ? undefined : emailKey(given.email);
  const refs: RecordRef[] = [{ kind: 'template', key: 'contact' }];
  if (key !== undefined) refs.push({ kind: 'claim', key });
  if (companyId !== undefined) refs.push({ kind: 'company', key: companyId });
  const records = await readRecords(refs);
  const checked = checkNewFields(records.get('template', 'contact').record, given.fields, 'contact.fields');
  if ('error' in checked) return checked;
  const contact = { ...given, fields: checked.fields };
  const company = companyId === undefined ? undefined : records.get('company', companyId).record;
  if (companyId !== undefined && company === undefined) return noSuchCompanyIn('contact.companyId');

  const writes: Write[] = [{ kind: 'contact', key: id, rev: absent.rev, record: contact }];
  if (key !== undefined) {
    const claim = records.get('claim', key);
    if (claim.record !== undefined) return emailOfAnother;
    writes.push({ kind: 'claim', key, rev: claim.rev, record: { contactId: id, waiting: [] } });
  }
  const surroundings = {
    state: stateBeforeFirstUse,
    siteUrl: undefined,
    user: () => undefined,
    company: () => company,
  };
  return { writes, value: contactView(contact, surroundings) };
}
