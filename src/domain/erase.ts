import { type ContactRecord, choosePrimary } from './contact';
import { Drafts } from './drafts';
import { emailKey } from './email-key';
import { type Knowledge, type Need, NeedSignal } from './knowledge';
import type { Change } from './known';
import { cleanName } from './name';

/** The name of a contact whose person asked Atlassian to be forgotten. */
export const erasedName = 'Former user';

export interface Erasure {
  accountId: string;
  /** Contacts on which something of the account is known to be: from its link, and from origins. */
  contactIds: readonly string[];
  now: string;
  hash: (text: string) => string;
}

export type ErasureDecision = { kind: 'need'; needs: Need[] } | { kind: 'decided'; changes: Change[]; wake: string[] };

/**
 * Decides what has to go when an account is closed: a tombstone stays in place of its link, its skip goes, and name and
 * email go from its contacts where they still are what the account gave. A contact with another account is handed over
 * to that one. What a person wrote stays.
 */
export function decideErasure(erasure: Erasure, knowledge: Knowledge): ErasureDecision {
  const drafts = new Drafts(knowledge);
  const wake = new Set<string>();
  try {
    const { accountId } = erasure;
    knowledge.require([
      { kind: 'user', key: accountId },
      { kind: 'skip', key: accountId },
      ...erasure.contactIds.map((key) => ({ kind: 'contact' as const, key })),
    ]);
    const user = drafts.user(accountId);
    const contactIds = new Set(erasure.contactIds);
    if (user !== undefined && user.kind !== 'tombstone') contactIds.add(user.contactId);
    const given = user?.kind === 'link' ? user : undefined;
    for (const id of contactIds) {
      const contact = drafts.contact(id);
      if (contact !== undefined) eraseFromContact(drafts, contact, { ...erasure, ...hashesOf(erasure, given) }, wake);
    }
    if (drafts.skip(accountId) !== undefined) drafts.remove('skip', accountId);
    drafts.put('user', accountId, { kind: 'tombstone', accountId });
    return { kind: 'decided', changes: drafts.changes(), wake: [...wake] };
  } catch (error) {
    if (error instanceof NeedSignal) return { kind: 'need', needs: error.needs };
    throw error;
  }
}

interface Given {
  nameHashes: Set<string>;
  emailHashes: Set<string>;
}

function hashesOf(erasure: Erasure, link: { name: string; email?: string } | undefined): Given {
  return {
    nameHashes: new Set(link === undefined ? [] : [erasure.hash(cleanName(link.name))]),
    emailHashes: new Set(link?.email === undefined ? [] : [erasure.hash(emailKey(link.email))]),
  };
}

function eraseFromContact(drafts: Drafts, contact: ContactRecord, what: Erasure & Given, wake: Set<string>): void {
  const { accountId, hash, now } = what;
  const own = contact.origins.filter((origin) => origin.accountId === accountId);
  const nameHashes = new Set([...what.nameHashes, ...own.flatMap((origin) => origin.nameHash ?? [])]);
  const emailHashes = new Set([...what.emailHashes, ...own.flatMap((origin) => origin.emailHash ?? [])]);
  const isName = (name: string | undefined): boolean => name !== undefined && nameHashes.has(hash(cleanName(name)));
  const isEmail = (email: string | undefined): boolean => email !== undefined && emailHashes.has(hash(emailKey(email)));

  const accounts = contact.accounts.filter((account) => account.accountId !== accountId);
  const primary = choosePrimary(accounts);
  const { primary: _, email, nameBeforeSync, emailBeforeSync, ...rest } = contact;
  const erased: ContactRecord = {
    ...rest,
    accounts,
    origins: contact.origins.filter((origin) => origin.accountId !== accountId),
    version: contact.version + 1,
    updatedAt: now,
  };
  if (primary !== undefined) erased.primary = primary;
  if (nameBeforeSync !== undefined && !isName(nameBeforeSync)) erased.nameBeforeSync = nameBeforeSync;
  if (emailBeforeSync !== undefined && !isEmail(emailBeforeSync)) erased.emailBeforeSync = emailBeforeSync;
  if (isName(contact.name)) erased.name = erasedName;
  if (email !== undefined && !isEmail(email)) erased.email = email;
  if (email !== undefined && isEmail(email)) releaseClaim(drafts, contact.id, emailKey(email), wake);
  drafts.put('contact', contact.id, erased);
  if (primary !== undefined) handOver(drafts, primary, wake);
}

function releaseClaim(drafts: Drafts, contactId: string, key: string, wake: Set<string>): void {
  const claim = drafts.claim(key);
  if (claim?.contactId !== contactId) return;
  for (const accountId of claim.waiting) wake.add(accountId);
  drafts.remove('claim', key);
}

/** The contact keeps what its other account gives: that one is converged next. */
function handOver(drafts: Drafts, accountId: string, wake: Set<string>): void {
  const user = drafts.user(accountId);
  if (user?.kind === 'link') drafts.put('user', accountId, { ...user, pending: true });
  wake.add(accountId);
}
