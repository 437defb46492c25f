import { failure, ok, type Result } from '../contract/result';
import { type ContactRecord, isSynced } from '../domain/contact';
import type { EmailClaim } from '../domain/email-claim';
import { emailKey } from '../domain/email-key';
import { absent, type Known } from '../domain/known';
import { readRecord } from '../store/read-records';
import type { SyncState } from '../store/sync-state';
import type { Write } from '../store/transaction';
import { wakeAccounts } from '../store/wake-accounts';
import { commitDecision, type Decided } from './commit-decision';
import { contactChanged } from './decide-update';
import { noSuchContact, readContact } from './read-contact';

const followsJira = failure('locked', 'The contact follows a Jira user and cannot be deleted while user sync is on.');

/**
 * Deletes a contact that is not synced, together with its claim. What former links and issues say of it leads nowhere from
 * then on.
 */
export async function deleteContact(id: string, version: number): Promise<Result<Record<string, never>>> {
  const deleted = await commitDecision(() => decide(id, version));
  if (!deleted.ok) return deleted;
  await wakeAccounts(deleted.value);
  return ok({});
}

/** Gives the accounts that wait for the contact's email. */
async function decide(id: string, version: number): Promise<Decided<string[]>> {
  const { contact, state } = await readContact(id);
  const email = contact.record?.email;
  const claim = email === undefined ? absent : await readRecord('claim', emailKey(email));
  return planDeletion(contact, version, state.current, claim);
}

/** What it takes to delete a contact: it and its claim go together. */
export function planDeletion(
  contact: Known<ContactRecord>,
  version: number,
  state: SyncState,
  claim: Known<EmailClaim>,
): Decided<string[]> {
  if (contact.record === undefined) return noSuchContact;
  const { id, email } = contact.record;
  if (isSynced(contact.record, state)) return followsJira;
  if (contact.record.version !== version) return contactChanged;
  const writes: Write[] = [{ kind: 'contact', key: id, rev: contact.rev, record: undefined }];
  if (email === undefined || claim.record?.contactId !== id) return { writes, value: [] };
  writes.push({ kind: 'claim', key: emailKey(email), rev: claim.rev, record: undefined });
  return { writes, value: claim.record.waiting };
}
