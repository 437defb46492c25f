import type * as z from 'zod/mini';
import type { Contact } from '../contract/contact';
import { ok, type Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import { emailKey } from '../domain/email-key';
import type { Site } from '../jira/site-url';
import type { RecordRef } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { wakeAccounts } from '../store/wake-accounts';
import { commitDecision, type Decided } from './commit-decision';
import { contactView } from './contact-view';
import { planUpdate } from './plan-update';
import { noSuchContact, readContact } from './read-contact';
import { readSurroundings } from './read-surroundings';

export type ContactUpdateRequest = z.output<typeof contactsSchemas.updateContact>;

interface Updated {
  contact: Contact;
  /** Accounts that were waiting for what the update released. */
  wake: string[];
}

/** Saves a person's changes of a contact, with the claim on its email and the mark on its link, in one transaction. */
export async function updateContact(request: ContactUpdateRequest, site: Site): Promise<Result<Contact>> {
  const updated = await commitDecision(() => decide(request, site));
  if (!updated.ok) return updated;
  await wakeAccounts(updated.value.wake);
  return ok(updated.value.contact);
}

async function decide(request: ContactUpdateRequest, site: Site): Promise<Decided<Updated>> {
  const { changes } = request;
  const read = await readContact(request.id, newRefs(request));
  const { record: contact } = read.contact;
  if (contact === undefined) return noSuchContact;
  const state = read.state.current;
  const ownClaim: RecordRef[] = contact.email === undefined ? [] : [{ kind: 'claim', key: emailKey(contact.email) }];
  const surroundings = await readSurroundings([contact], state, site, ownClaim);
  const company = (id: string) => {
    if (id === contact.companyId) return surroundings.company(id);
    return id === changes.companyId && canBeKey(id) ? read.records.get('company', id).record : undefined;
  };
  const newKey = typeof changes.email === 'string' ? emailKey(changes.email) : undefined;
  const plan = planUpdate({ record: contact, rev: read.contact.rev }, request, {
    state,
    template: read.records.get('template', 'contact').record,
    claim: (key) => (key === newKey ? read.records : surroundings.records).get('claim', key),
    user: (accountId) => surroundings.records.get('user', accountId),
    companyExists: (id) => company(id) !== undefined,
  });
  if ('error' in plan) return plan;
  const { wake, writes, conditions } = plan;
  return { writes, conditions, value: { contact: contactView(plan.contact, { ...surroundings, company }), wake } };
}

/** What an update may take, to be read together with the contact. */
function newRefs({ changes }: ContactUpdateRequest): RecordRef[] {
  const refs: RecordRef[] = [{ kind: 'template', key: 'contact' }];
  if (typeof changes.email === 'string') refs.push({ kind: 'claim', key: emailKey(changes.email) });
  if (typeof changes.companyId === 'string' && canBeKey(changes.companyId)) {
    refs.push({ kind: 'company', key: changes.companyId });
  }
  return refs;
}
