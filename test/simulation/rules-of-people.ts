import { clean, keyOf, sameKey } from './compare';
import type { CommitRule } from './rules-of-commits';
import type { StoredContact } from './stored';
import { Broken, type Commit, type Watcher } from './watcher';

/** (3) Sync never deletes a contact, and never loses what a person wrote. */
export const peopleRules: readonly CommitRule[] = [onlyPeopleDelete, writtenNamesStay, writtenEmailsStay];

function onlyPeopleDelete({ changes, by }: Commit): void {
  for (const { entity, key, after } of changes) {
    if (entity !== 'contact' || after !== undefined) continue;
    if (by?.call !== 'deleteContact') throw new Broken(`contact ${key} was deleted by ${by?.call ?? by?.function}`);
  }
}

interface Pair {
  id: string;
  before: StoredContact;
  after: StoredContact;
}

/** Contacts that someone other than a person changed. */
function changedBySync(commit: Commit, watcher: Watcher): Pair[] {
  if (watcher.people.isWriting(commit)) return [];
  return commit.changes.flatMap(({ entity, key, before, after }) =>
    entity === 'contact' && before !== undefined && after !== undefined
      ? [{ id: key, before: before as unknown as StoredContact, after: after as unknown as StoredContact }]
      : [],
  );
}

/** A name that the account itself has had is the account's, whoever wrote it. */
function writtenNamesStay(commit: Commit, watcher: Watcher): void {
  for (const { id, before, after } of changedBySync(commit, watcher)) {
    const written = watcher.people.of(id).name;
    const isTheirs = written === before.name && !accountsHad(watcher, before, after, 'names').has(clean(before.name));
    if (isTheirs && after.name !== before.name && after.nameBeforeSync !== before.name) {
      throw new Broken(`sync lost the name that a person gave contact ${id}`);
    }
    const dropped = before.nameBeforeSync !== undefined && after.nameBeforeSync !== before.nameBeforeSync;
    if (
      dropped &&
      after.nameBeforeSync !== before.name &&
      !erased(watcher, before, 'names').has(clean(before.nameBeforeSync ?? ''))
    ) {
      throw new Broken(`sync dropped the name before sync of contact ${id}`);
    }
  }
}

function writtenEmailsStay(commit: Commit, watcher: Watcher): void {
  for (const { id, before, after } of changedBySync(commit, watcher)) {
    const written = watcher.people.of(id).email;
    if (before.email !== undefined) {
      const isTheirs =
        written === before.email && !accountsHad(watcher, before, after, 'emails').has(keyOf(before.email));
      if (isTheirs && !sameKey(after.email, before.email) && !sameKey(after.emailBeforeSync, before.email)) {
        throw new Broken(`sync lost the email that a person gave contact ${id}`);
      }
    }
    const dropped = before.emailBeforeSync !== undefined && after.emailBeforeSync !== before.emailBeforeSync;
    if (
      dropped &&
      !sameKey(after.emailBeforeSync, before.email) &&
      !erased(watcher, before, 'emails').has(keyOf(before.emailBeforeSync ?? ''))
    ) {
      throw new Broken(`sync dropped the email before sync of contact ${id}`);
    }
  }
}

/** What accounts of this contact gave that have a tombstone now: of that nothing stays. */
function erased(watcher: Watcher, contact: StoredContact, what: 'names' | 'emails'): Set<string> {
  const ids = [...contact.accounts, ...contact.origins].map(({ accountId }) => accountId);
  return valuesOf(
    watcher,
    ids.filter((id) => watcher.mirror.user(id)?.kind === 'tombstone'),
    what,
  );
}

/** Every name or email that an account of this contact, as it was or is, has ever had. */
function accountsHad(
  watcher: Watcher,
  before: StoredContact,
  after: StoredContact,
  what: 'names' | 'emails',
): Set<string> {
  const entries = [before, after].flatMap(({ accounts, origins }) => [...accounts, ...origins]);
  const ids = entries.map(({ accountId }) => accountId);
  return valuesOf(watcher, ids, what);
}

function valuesOf(watcher: Watcher, ids: readonly string[], what: 'names' | 'emails'): Set<string> {
  const truths = ids.flatMap((id) => watcher.world.truth.all(id));
  if (what === 'names') return new Set(truths.flatMap(({ names }) => names));
  return new Set(truths.flatMap(({ email }) => (email === undefined ? [] : [keyOf(email)])));
}
