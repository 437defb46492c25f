import { wakeWaitingFor } from './claims';
import { type ContactRecord, nextPrimary, type Origin } from './contact';
import type { Deliberation } from './decision';
import type { Drafts } from './drafts';
import { emailKey } from './email-key';
import type { Link } from './link';
import { cleanName } from './name';
import { putContact } from './put-contact';

/**
 * Hashes of the values that a contact copied from an account. A contact that waits for the account's new email still has
 * the one before.
 */
export function originOf(
  link: Pick<Link, 'accountId' | 'epoch' | 'name' | 'email'>,
  contact: ContactRecord,
  former: boolean,
  hash: (text: string) => string,
): Origin {
  const led = contact.primary === link.accountId;
  const name = led && contact.followsName ? contact.name : link.name;
  const copied = led && contact.followsEmail && contact.emailSetByPerson !== true ? contact.email : undefined;
  const email = copied ?? link.email;
  const origin: Origin = { accountId: link.accountId, epoch: link.epoch, nameHash: hash(cleanName(name)), former };
  return email === undefined ? origin : { ...origin, emailHash: hash(emailKey(email)) };
}

/** Takes the account off its contact: link or former link removed, the next primary takes over, the values stay. */
export function removeLink(deliberation: Deliberation): void {
  const { accountId } = deliberation.situation;
  const user = deliberation.drafts.user(accountId);
  if (user === undefined || user.kind === 'tombstone') return;
  const contact = deliberation.drafts.contact(user.contactId);
  deliberation.drafts.remove('user', accountId);
  if (contact !== undefined) takeOffContact(deliberation, contact, user.kind === 'link' ? user : undefined);
}

function takeOffContact(deliberation: Deliberation, contact: ContactRecord, link: Link | undefined): void {
  const { accountId, hash, epoch } = deliberation.situation;
  const accounts = contact.accounts.filter((account) => account.accountId !== accountId);
  const others = contact.origins.filter((origin) => origin.accountId !== accountId);
  const own = contact.origins.filter((origin) => origin.accountId === accountId);
  const kept =
    link === undefined ? own.map((origin) => ({ ...origin, former: false })) : [originOf(link, contact, false, hash)];
  const primary = nextPrimary(accounts, epoch);
  const { primary: previous, ...rest } = contact;
  const left: ContactRecord = { ...rest, accounts, origins: [...others, ...kept] };
  if (primary !== undefined) left.primary = primary;
  putContact(deliberation, left);
  wakeWaitingFor(deliberation, left);
  if (primary !== undefined && primary !== previous) handOver(deliberation, primary);
}

/** Another account becomes the primary: its link is marked, and it is converged next, so that the contact follows it. */
export function handOver({ drafts, wake }: { drafts: Drafts; wake: Set<string> }, accountId: string): void {
  const user = drafts.user(accountId);
  if (user?.kind === 'link') drafts.put('user', accountId, { ...user, pending: true });
  wake.add(accountId);
}
