import type { Account } from './account';
import { withCompanyOfDomain } from './company-of-domain';
import { type ContactAccount, type ContactRecord, choosePrimary } from './contact';
import type { Deliberation } from './decision';
import { sameRecord } from './drafts';
import { follow } from './follow';
import type { Link } from './link';
import { type LinkValues, linkValues } from './link-values';
import { putContact } from './put-contact';
import { handOver } from './unlink';
import { clearEmailTaken } from './write-skip';

/** Links the account to the contact, or keeps it linked, and brings both into agreement with the account. */
export function applyLink(
  deliberation: Deliberation,
  account: Account,
  contact: ContactRecord,
  previous: Link | undefined,
): void {
  const { situation } = deliberation;
  const entry = contact.accounts.find((own) => own.accountId === account.accountId);
  const values = linkValues(account, previous ?? {}, situation.settings);
  const linkedAt = previous?.linkedAt ?? entry?.linkedAt ?? situation.now;
  const link = newLink(deliberation, contact.id, values, linkedAt, previous);

  const own: ContactAccount = {
    accountId: account.accountId,
    type: account.accountType,
    active: account.active,
    linkedAt,
    epoch: situation.epoch,
  };
  const accounts =
    entry === undefined ? [...contact.accounts, own] : contact.accounts.map((other) => (other === entry ? own : other));
  const expected =
    situation.initialRun === true ? expectedBack(contact, account.accountId, situation.epoch) : undefined;
  const valid = accounts.filter((other) => other.epoch === situation.epoch);
  const primary = expected ?? choosePrimary(valid) ?? account.accountId;
  const origins = contact.origins.filter((origin) => origin.accountId !== account.accountId);
  const { primary: previousPrimary, ...rest } = contact;
  const linked: ContactRecord = { ...rest, accounts, origins };
  if (accounts.some((other) => other.accountId === primary)) linked.primary = primary;

  if (primary === account.accountId) {
    const followed = follow(deliberation, linked, link);
    putContact(deliberation, withCompanyOfDomain(deliberation, followed.contact, contact, entry === undefined));
    putLink(deliberation, followed.link, previous);
    return;
  }
  putContact(deliberation, linked);
  clearEmailTaken(deliberation);
  const { pending: _, diverged: __, ...settled } = link;
  putLink(deliberation, expected === undefined ? settled : { ...settled, pending: true }, previous);
  if (primary !== previousPrimary && expected === undefined) handOver(deliberation, primary);
}

/**
 * The account that led the contact when sync was turned off, while it has not come back and may. During the initial run
 * the contact follows nobody else, as if all had been linked all along; who came back before is looked at again after it.
 */
function expectedBack(contact: ContactRecord, accountId: string, epoch: number): string | undefined {
  const led = contact.primary ?? contact.origins.find((origin) => origin.former)?.accountId;
  if (led === undefined || led === accountId) return undefined;
  const entry = contact.accounts.find((account) => account.accountId === led);
  if (entry !== undefined) return entry.epoch === epoch ? undefined : led;
  return contact.origins.some((origin) => origin.former && origin.accountId === led) ? led : undefined;
}

function newLink(
  deliberation: Deliberation,
  contactId: string,
  values: LinkValues,
  linkedAt: string,
  previous: Link | undefined,
): Link {
  const { situation } = deliberation;
  const link: Link = {
    kind: 'link',
    accountId: situation.accountId,
    contactId,
    epoch: situation.epoch,
    ...values,
    retrievedAt: situation.reading.retrievedAt,
    linkedAt,
  };
  if (previous?.countedIn !== undefined) link.countedIn = previous.countedIn;
  if (previous?.countedAs !== undefined) link.countedAs = previous.countedAs;
  return link;
}

/** A link that says the same as before keeps its `retrievedAt`, so that an unchanged account costs no write. */
function putLink(deliberation: Deliberation, link: Link, previous: Link | undefined): void {
  const same = previous !== undefined && sameRecord({ ...link, retrievedAt: previous.retrievedAt }, previous);
  deliberation.drafts.put('user', link.accountId, same ? previous : link);
}
