import { releaseKey, wakeWaitingFor } from './claims';
import { type ContactAccount, type ContactRecord, nextPrimary, type Origin } from './contact';
import { Drafts } from './drafts';
import { emailKey } from './email-key';
import { type Knowledge, type Need, NeedSignal } from './knowledge';
import type { Change } from './known';
import { cleanName } from './name';
import { handOver } from './unlink';

/** The name of a contact whose person asked Atlassian to be forgotten. */
export const erasedName = 'Former user';

export interface Erasure {
  accountId: string;
  /** Contacts on which something of the account is known to be: from its link, and from origins. */
  contactIds: readonly string[];
  epoch: number;
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
    const given = valuesOf(user?.kind === 'link' ? user : undefined, erasure.hash);
    for (const id of contactIds) {
      const contact = drafts.contact(id);
      if (contact !== undefined) eraseFromContact(drafts, contact, { ...erasure, given }, wake);
    }
    if (drafts.skip(accountId) !== undefined) drafts.remove('skip', accountId);
    drafts.put('user', accountId, { kind: 'tombstone', accountId });
    return { kind: 'decided', changes: drafts.changes(), wake: [...wake] };
  } catch (error) {
    if (error instanceof NeedSignal) return { kind: 'need', needs: error.needs };
    throw error;
  }
}

/** Hashes of what an account gave to a contact. */
interface Given {
  names: Set<string>;
  emails: Set<string>;
}

function valuesOf(link: { name: string; email?: string } | undefined, hash: (text: string) => string): Given {
  return {
    names: new Set(link === undefined ? [] : [hash(cleanName(link.name))]),
    emails: new Set(link?.email === undefined ? [] : [hash(emailKey(link.email))]),
  };
}

function eraseFromContact(
  drafts: Drafts,
  contact: ContactRecord,
  what: Erasure & { given: Given },
  wake: Set<string>,
): void {
  const { accountId, hash } = what;
  const accounts = contact.accounts.filter((account) => account.accountId !== accountId);
  const origins = contact.origins.filter((origin) => origin.accountId !== accountId);
  const theirs = givenByOthers(drafts, accounts, origins, hash);
  const own = contact.origins.filter((origin) => origin.accountId === accountId);
  const given: Given = {
    names: new Set([...what.given.names, ...own.flatMap(({ nameHash }) => nameHash ?? [])]),
    emails: new Set([...what.given.emails, ...own.flatMap(({ emailHash }) => emailHash ?? [])]),
  };
  const led = contact.primary === accountId;
  const { primary: _, email, nameBeforeSync, emailBeforeSync, ...rest } = contact;
  const erased: ContactRecord = { ...rest, accounts, origins };

  const primary = nextPrimary(accounts, what.epoch);
  if (primary !== undefined) erased.primary = primary;
  const isName = (name: string): boolean => given.names.has(hash(cleanName(name)));
  const isEmail = (text: string): boolean => given.emails.has(hash(emailKey(text)));
  if (nameBeforeSync !== undefined && !isName(nameBeforeSync)) erased.nameBeforeSync = nameBeforeSync;
  if (emailBeforeSync !== undefined && !isEmail(emailBeforeSync)) erased.emailBeforeSync = emailBeforeSync;
  // What follows came from the account that led, also where that account has other values by now.
  if ((isName(contact.name) || (led && contact.followsName)) && !theirs.names.has(hash(cleanName(contact.name)))) {
    erased.name = nameOf(drafts, primary) ?? erasedName;
  }
  const goes =
    email !== undefined && (isEmail(email) || (led && contact.followsEmail && contact.emailSetByPerson !== true));
  if (email !== undefined) {
    if (goes && !theirs.emails.has(hash(emailKey(email)))) releaseKey({ drafts, wake }, contact);
    else erased.email = email;
  }
  if (differs(contact, erased)) {
    erased.version += 1;
    erased.updatedAt = what.now;
  }
  drafts.put('contact', contact.id, erased);
  wakeWaitingFor({ drafts, wake }, erased);
  const lost = erased.name !== contact.name || erased.email !== contact.email;
  if (primary !== undefined && (led || lost)) handOver({ drafts, wake }, primary);
}

/** What the contact's other accounts gave, or gave while they were linked. */
function givenByOthers(
  drafts: Drafts,
  accounts: readonly ContactAccount[],
  origins: readonly Origin[],
  hash: (text: string) => string,
): Given {
  const given: Given = {
    names: new Set(origins.flatMap(({ nameHash }) => nameHash ?? [])),
    emails: new Set(origins.flatMap(({ emailHash }) => emailHash ?? [])),
  };
  for (const { accountId } of accounts) {
    const user = drafts.user(accountId);
    const values = valuesOf(user?.kind === 'link' ? user : undefined, hash);
    for (const name of values.names) given.names.add(name);
    for (const email of values.emails) given.emails.add(email);
  }
  return given;
}

function nameOf(drafts: Drafts, accountId: string | undefined): string | undefined {
  const user = accountId === undefined ? undefined : drafts.user(accountId);
  return user?.kind === 'link' ? user.name : undefined;
}

/** Whether the contact's own name, email or set of accounts changed. */
function differs(one: ContactRecord, other: ContactRecord): boolean {
  return one.name !== other.name || one.email !== other.email || one.accounts.length !== other.accounts.length;
}
