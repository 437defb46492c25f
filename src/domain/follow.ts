import { releaseKey, takeKey, waitForKey } from './claims';
import type { ContactRecord } from './contact';
import type { Deliberation } from './decision';
import { emailKey } from './email-key';
import type { Link } from './link';
import { accountsOf, moveKey } from './move-key';
import { sameName } from './name';
import { clearEmailTaken, writeSkip } from './write-skip';

/** What following made of a contact and of the link that it follows. */
export interface Followed {
  contact: ContactRecord;
  link: Link;
}

/**
 * Lets a contact follow its primary account: name and email where they follow, both always under the policy `locked`.
 * A value that a person wrote and sync replaces is kept as `nameBeforeSync`, `emailBeforeSync`.
 */
export function follow(deliberation: Deliberation, contact: ContactRecord, link: Link): Followed {
  const named = followName(deliberation, contact, link);
  const { contact: followed, waits } = followEmail(deliberation, named, link);
  const { pending: _, diverged: __, ...rest } = link;
  const diverged = !followed.followsName || !followed.followsEmail;
  return {
    contact: followed,
    link: { ...rest, ...(waits ? { pending: true } : {}), ...(diverged ? { diverged: true } : {}) },
  };
}

function followName(deliberation: Deliberation, contact: ContactRecord, link: Link): ContactRecord {
  const locked = deliberation.situation.settings.editPolicy === 'locked';
  if (!locked && !contact.followsName) return contact;
  if (sameName(contact.name, link.name)) return { ...contact, followsName: true };
  const kept = contact.followsName ? {} : { nameBeforeSync: contact.name };
  return { ...contact, ...kept, name: link.name, followsName: true };
}

function followEmail(
  deliberation: Deliberation,
  contact: ContactRecord,
  link: Link,
): { contact: ContactRecord; waits: boolean } {
  const locked = deliberation.situation.settings.editPolicy === 'locked';
  if (!locked && !contact.followsEmail) {
    clearEmailTaken(deliberation);
    return { contact, waits: false };
  }
  if (link.email === undefined) {
    clearEmailTaken(deliberation);
    return { contact, waits: false };
  }
  const key = emailKey(link.email);
  if (contact.email !== undefined && emailKey(contact.email) === key) {
    clearEmailTaken(deliberation);
    return { contact: { ...contact, followsEmail: true }, waits: false };
  }
  const owner = ownerOf(deliberation, key, contact);
  if (owner !== undefined && !canTake(deliberation, key, owner, contact)) {
    waitForKey(deliberation, key);
    writeSkip(deliberation, 'email-taken', { contactId: owner.id });
    return { contact, waits: true };
  }
  releaseKey(deliberation, contact);
  takeKey(deliberation, key, contact.id);
  clearEmailTaken(deliberation);
  const kept = contact.followsEmail || contact.email === undefined ? {} : { emailBeforeSync: contact.email };
  return { contact: { ...contact, ...kept, email: link.email, followsEmail: true }, waits: false };
}

/** The other contact that owns the key, if there is one. */
export function ownerOf(
  deliberation: Deliberation,
  key: string,
  contact: ContactRecord | undefined,
): ContactRecord | undefined {
  const claim = deliberation.drafts.claim(key);
  if (claim === undefined || claim.contactId === contact?.id) return undefined;
  return deliberation.drafts.contact(claim.contactId);
}

function canTake(deliberation: Deliberation, key: string, owner: ContactRecord, contact: ContactRecord): boolean {
  return accountsOf(owner).length > 0 && moveKey(deliberation, key, owner, contact);
}
