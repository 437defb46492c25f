import type * as z from 'zod';
import type { Contact } from '../contract/contact';
import { ok, type Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import { isSynced } from '../domain/contact';
import { sameRecord } from '../domain/drafts';
import { emailKey } from '../domain/email-key';
import type { Site } from '../jira/site-url';
import type { RecordRef } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { sha256 } from '../store/records';
import type { Condition, Write } from '../store/transaction';
import { wakeAccounts } from '../store/wake-accounts';
import { commitDecision, type Decided } from './commit-decision';
import { contactView } from './contact-view';
import { type ContactUpdate, decideUpdate } from './decide-update';
import { type ContactAndState, noSuchContact, readContact } from './read-contact';
import { type ReadSurroundings, readSurroundings } from './read-surroundings';

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
  const primary = contact.primary === undefined ? undefined : surroundings.user(contact.primary);
  const update = decideUpdate(
    {
      contact,
      version: request.version,
      synced: isSynced(contact, state),
      editPolicy: state.settings.editPolicy,
      link: primary?.kind === 'link' && primary.contactId === contact.id ? primary : undefined,
      companyExists: (id) => company(id) !== undefined,
      template: read.records.get('template', 'contact').record,
      ownerOf: (key) => read.records.get('claim', key).record?.contactId,
      now: new Date().toISOString(),
      hash: sha256,
    },
    changes,
  );
  if ('error' in update) return update;
  return plan(read, surroundings, update, contactView(update.contact, { ...surroundings, company }));
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

function plan(
  { contact: before, records }: ContactAndState,
  { records: around, user }: ReadSurroundings,
  { contact, link, releases, takes }: ContactUpdate,
  view: Contact,
): Decided<Updated> {
  if (sameRecord(before.record, contact) && link === undefined) {
    return { writes: [], value: { contact: view, wake: [] } };
  }
  const writes: Write[] = [{ kind: 'contact', key: contact.id, rev: before.rev, record: contact }];
  const conditions: Condition[] = [];
  const wake: string[] = [];
  if (takes !== undefined) {
    const claim = records.get('claim', takes);
    const record = claim.record ?? { contactId: contact.id, waiting: [] };
    writes.push({ kind: 'claim', key: takes, rev: claim.rev, record });
  }
  const released = releases === undefined ? undefined : around.get('claim', releases);
  if (releases !== undefined && released?.record?.contactId === contact.id) {
    writes.push({ kind: 'claim', key: releases, rev: released.rev, record: undefined });
    wake.push(...released.record.waiting);
  }
  const { primary } = contact;
  if (primary !== undefined) {
    const { rev } = around.get('user', primary);
    if (link !== undefined) writes.push({ kind: 'user', key: primary, rev, record: link });
    else conditions.push({ kind: 'user', key: primary, rev });
    const waits = user(primary);
    const isPending = waits?.kind === 'link' && waits.pending === true;
    if (isPending && (takes !== undefined || releases !== undefined)) wake.push(primary);
  }
  return { writes, conditions, value: { contact: view, wake } };
}
