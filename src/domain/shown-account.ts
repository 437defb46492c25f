import type { ContactRecord } from './contact';
import type { Drafts } from './drafts';
import type { Link } from './link';

/** What the "Synced contact" section shows of an account, besides what a contact's account entry holds anyway. */
export interface ShownAccount {
  name: string;
  email?: string;
  avatarUrl?: string;
  /** ISO 8601 UTC. */
  retrievedAt: string;
}

export function shownOf({ name, email, avatarUrl, retrievedAt }: Link): ShownAccount {
  const shown: ShownAccount = { name, retrievedAt };
  if (email !== undefined) shown.email = email;
  if (avatarUrl !== undefined) shown.avatarUrl = avatarUrl;
  return shown;
}

/** The contact with the link's values on its entry of the account; the same object where the entry has them already. */
export function withShown(contact: ContactRecord, link: Link): ContactRecord {
  const shown = shownOf(link);
  const own = contact.accounts.find(({ accountId }) => accountId === link.accountId);
  if (own === undefined || (own.shown !== undefined && sameShown(own.shown, shown))) return contact;
  return { ...contact, accounts: contact.accounts.map((entry) => (entry === own ? { ...entry, shown } : entry)) };
}

/**
 * Brings the copies on contacts into agreement with the links that a decision writes. A contact that is not written is
 * read, and written, only where the link shows something else than before, so that marks on links cost nothing more.
 *
 * @throws NeedSignal when the contact of such a link is not known yet
 */
export function copyShown(drafts: Drafts): void {
  for (const { before, after } of drafts.writtenLinks()) {
    const changed = before === undefined || !sameShown(shownOf(before), shownOf(after));
    if (!changed && !drafts.hasWritten('contact', after.contactId)) continue;
    const contact = drafts.contact(after.contactId);
    const copied = contact === undefined ? undefined : withShown(contact, after);
    if (copied !== undefined && copied !== contact) drafts.put('contact', copied.id, copied);
  }
}

function sameShown(one: ShownAccount, other: ShownAccount): boolean {
  return (
    one.name === other.name &&
    one.email === other.email &&
    one.avatarUrl === other.avatarUrl &&
    one.retrievedAt === other.retrievedAt
  );
}
