import type { ContactRecord } from './contact';
import type { Deliberation } from './decision';
import type { Drafts } from './drafts';
import { mostWaiting } from './email-claim';
import { emailKey } from './email-key';

/** The contact takes the key; whoever waited for it goes on waiting, except the account that asks. */
export function takeKey(deliberation: Deliberation, key: string, contactId: string): void {
  const claim = deliberation.drafts.claim(key);
  const waiting = (claim?.waiting ?? []).filter((id) => id !== deliberation.situation.accountId);
  deliberation.drafts.put('claim', key, { contactId, waiting });
}

/**
 * Wakes whoever waits for the email of a contact that has lost its last account: it is regular now, and may be linked.
 */
export function wakeWaitingFor({ drafts, wake }: { drafts: Drafts; wake: Set<string> }, contact: ContactRecord): void {
  if (contact.email === undefined || contact.accounts.length > 0) return;
  if (contact.origins.some((origin) => origin.former)) return;
  const claim = drafts.claim(emailKey(contact.email));
  if (claim?.contactId === contact.id) for (const accountId of claim.waiting) wake.add(accountId);
}

/** Gives up the contact's claim on its present email, if it has one, and wakes whoever waits for it. */
export function releaseKey({ drafts, wake }: { drafts: Drafts; wake: Set<string> }, contact: ContactRecord): void {
  if (contact.email === undefined) return;
  const key = emailKey(contact.email);
  const claim = drafts.claim(key);
  if (claim === undefined || claim.contactId !== contact.id) return;
  for (const accountId of claim.waiting) wake.add(accountId);
  drafts.remove('claim', key);
}

/** Puts the account on the waiting list of a key that another contact owns. A full list is left alone: the walk asks again. */
export function waitForKey(deliberation: Deliberation, key: string): void {
  const { accountId } = deliberation.situation;
  const claim = deliberation.drafts.claim(key);
  if (claim === undefined || claim.waiting.includes(accountId) || claim.waiting.length >= mostWaiting) return;
  deliberation.drafts.put('claim', key, { ...claim, waiting: [...claim.waiting, accountId] });
}
