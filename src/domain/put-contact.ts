import type { ContactRecord } from './contact';
import type { Deliberation } from './decision';
import { sameRecord } from './drafts';
import { OutdatedSignal } from './knowledge';

/**
 * Writes a contact. Its version grows by one, however much the decision changes, if its own name, email, company,
 * fields or set of accounts differ from what was read.
 */
export function putContact(deliberation: Deliberation, contact: ContactRecord): void {
  const before = deliberation.knowledge.contact(contact.id).record;
  const { epoch } = deliberation.situation;
  if (before?.accounts.some((account) => account.epoch > epoch) === true) throw new OutdatedSignal();
  if (before === undefined || sameOwnValues(before, contact)) {
    deliberation.drafts.put('contact', contact.id, contact);
    return;
  }
  deliberation.drafts.put('contact', contact.id, {
    ...contact,
    version: before.version + 1,
    updatedAt: deliberation.situation.now,
  });
}

function sameOwnValues(one: ContactRecord, other: ContactRecord): boolean {
  return (
    one.name === other.name &&
    one.email === other.email &&
    one.companyId === other.companyId &&
    sameRecord(one.fields, other.fields) &&
    sameRecord(accountIds(one), accountIds(other))
  );
}

function accountIds(contact: ContactRecord): string[] {
  return contact.accounts.map((account) => account.accountId).sort();
}
