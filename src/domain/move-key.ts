import { takeKey } from './claims';
import { withCompanyOfDomain } from './company-of-domain';
import type { ContactRecord } from './contact';
import type { Deliberation } from './decision';
import { emailKey } from './email-key';
import { UnreadableSignal } from './knowledge';
import { putContact } from './put-contact';
import { handOver } from './unlink';

/** The accounts, valid or former, that a contact has: with any, it counts as synced when emails are handed on. */
export function accountsOf(contact: ContactRecord): string[] {
  const former = contact.origins.filter((origin) => origin.former).map((origin) => origin.accountId);
  return [...new Set([...contact.accounts.map((account) => account.accountId), ...former])];
}

/**
 * Takes an email key from the synced contact that owns it, if that contact's email follows its account and the account,
 * read now, is living with a known, different email. The owner gets its account's email in the same decision when that
 * is free or is what the asking contact gives up (a swap); else it waits for it without an email.
 *
 * @returns whether the key is free to take now
 */
export function moveKey(
  deliberation: Deliberation,
  key: string,
  owner: ContactRecord,
  asking: ContactRecord | undefined,
): boolean {
  const { knowledge, drafts, situation } = deliberation;
  const followed = owner.primary ?? accountsOf(owner)[0];
  if (followed === undefined || followed === situation.accountId || owner.emailSetByPerson === true) return false;
  if (!owner.followsEmail && situation.settings.editPolicy !== 'locked') return false;
  const reading = knowledge.reading(followed);
  if (reading.kind === 'unreadable') throw new UnreadableSignal(followed);
  if (reading.kind !== 'living') return false;
  const { email } = reading.account;
  if (email.kind === 'unreadable') throw new UnreadableSignal(followed);
  if (email.kind !== 'known' || emailKey(email.email) === key) return false;

  const theirKey = emailKey(email.email);
  knowledge.require([
    { kind: 'claim', key: theirKey },
    { kind: 'user', key: followed },
  ]);
  const theirClaim = drafts.claim(theirKey);
  const isFree = theirClaim === undefined;
  const isSwap = asking !== undefined && theirClaim?.contactId === asking.id;
  const { email: previous, ...rest } = owner;
  const moved: ContactRecord = isFree || isSwap ? { ...rest, email: email.email.trim() } : rest;
  if (!owner.followsEmail && previous !== undefined) moved.emailBeforeSync = previous;
  moved.followsEmail = true;
  if (isFree || isSwap) takeKey(deliberation, theirKey, owner.id);
  putContact(deliberation, withCompanyOfDomain(deliberation, moved, owner, false));
  handOver(deliberation, followed);
  return true;
}
