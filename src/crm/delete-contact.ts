import { failure, ok, type Result } from '../contract/result';
import { isSynced } from '../domain/contact';
import { emailKey } from '../domain/email-key';
import { readRecord } from '../store/read-records';
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
  if (contact.record === undefined) return noSuchContact;
  if (isSynced(contact.record, state.current)) return followsJira;
  if (contact.record.version !== version) return contactChanged;
  const writes: Write[] = [{ kind: 'contact', key: id, rev: contact.rev, record: undefined }];
  if (contact.record.email === undefined) return { writes, value: [] };
  const key = emailKey(contact.record.email);
  const claim = await readRecord('claim', key);
  if (claim.record?.contactId !== id) return { writes, value: [] };
  writes.push({ kind: 'claim', key, rev: claim.rev, record: undefined });
  return { writes, value: claim.record.waiting };
}
