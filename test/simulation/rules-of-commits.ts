import { claimKeyOf } from './compare';
import { companyRules } from './rules-of-companies';
import { linkRules } from './rules-of-links';
import { peopleRules } from './rules-of-people';
import { contactsShowTheirLinks } from './rules-of-shown-accounts';
import {
  knownEntities,
  outcomes,
  type StoredContact,
  type StoredRun,
  type StoredState,
  type StoredUser,
} from './stored';
import { Broken, type Commit, type Watcher } from './watcher';

export type CommitRule = (commit: Commit, watcher: Watcher) => void;

/** What holds at every moment, under any interleaving. */
export const commitRules: readonly CommitRule[] = [
  onlyKnownRecords,
  epochsGrow,
  emailsAreClaimedOnce,
  contactsAndLinksNameEachOther,
  contactsShowTheirLinks,
  versionsGrowByOne,
  ...linkRules,
  ...peopleRules,
  ...companyRules,
  countsAddUp,
  hopsAreClaimed,
];

function onlyKnownRecords({ changes }: Commit): void {
  for (const { entity, key } of changes) {
    if (!knownEntities.has(entity)) throw new Broken(`a record of an unknown kind was written: ${entity} ${key}`);
  }
}

function epochsGrow({ changes }: Commit): void {
  for (const { entity, key, before, after } of changes) {
    if (entity !== 'sync-state' || key !== 'state') continue;
    if (after === undefined) throw new Broken('the state was removed');
    const one = before as unknown as StoredState | undefined;
    const other = after as unknown as StoredState;
    const turned = (one?.enabled ?? false) !== other.enabled;
    if (other.epoch !== (one?.epoch ?? 0) + (turned ? 1 : 0)) {
      throw new Broken(`the epoch went from ${one?.epoch} to ${other.epoch} with enabled ${other.enabled}`);
    }
  }
}

/** (1) An email key is claimed by at most one contact, and a contact with an email owns its claim. */
function emailsAreClaimedOnce({ changes }: Commit, { mirror }: Watcher): void {
  const contactIds = new Set<string>();
  for (const { entity, key, before, after } of changes) {
    if (entity === 'contact') contactIds.add(key);
    if (entity !== 'email-claim') continue;
    for (const side of [before, after]) if (side !== undefined) contactIds.add(String(side.contactId));
    const claim = mirror.claim(key);
    if (claim === undefined) continue;
    const owner = mirror.contact(claim.contactId);
    if (owner?.email === undefined || claimKeyOf(owner.email) !== key) {
      throw new Broken(`a claim names contact ${claim.contactId}, which does not have this email`);
    }
  }
  for (const id of contactIds) {
    const contact = mirror.contact(id);
    if (contact?.email === undefined) continue;
    const claim = mirror.claim(claimKeyOf(contact.email));
    if (claim?.contactId !== id) throw new Broken(`contact ${id} has ${contact.email} without owning its claim`);
  }
}

/** (2) An account is linked to at most one contact, and contact and link name each other. */
function contactsAndLinksNameEachOther({ changes }: Commit, { mirror }: Watcher): void {
  const contactIds = new Set<string>();
  for (const { entity, key, before, after } of changes) {
    if (entity === 'contact') contactIds.add(key);
    if (entity !== 'jira-user') continue;
    for (const side of [before, after]) if (side?.contactId !== undefined) contactIds.add(String(side.contactId));
    const user = mirror.user(key);
    if (user?.kind === 'link') linkIsNamed(user, mirror);
  }
  for (const id of contactIds) {
    const contact = mirror.contact(id);
    for (const { accountId, epoch } of contact?.accounts ?? []) {
      const user = mirror.user(accountId);
      if (user?.kind !== 'link' || user.contactId !== id || user.epoch !== epoch) {
        throw new Broken(
          `contact ${id} names account ${accountId}, whose link does not name it: ${JSON.stringify(user)}`,
        );
      }
    }
    const primary = contact?.primary;
    if (primary !== undefined && !contact?.accounts.some(({ accountId }) => accountId === primary)) {
      throw new Broken(`the primary of contact ${id} is none of its accounts`);
    }
    if ((contact?.accounts.length ?? 0) > 10) throw new Broken(`contact ${id} has more than ten accounts`);
  }
}

function linkIsNamed(link: Extract<StoredUser, { kind: 'link' }>, mirror: Watcher['mirror']): void {
  const contact = mirror.contact(link.contactId);
  const { state } = mirror;
  const isValid = state?.enabled === true && link.epoch === state.epoch;
  if (contact === undefined) {
    if (isValid) throw new Broken(`the valid link of ${link.accountId} names contact ${link.contactId}, which is gone`);
    return;
  }
  if (!contact.accounts.some(({ accountId }) => accountId === link.accountId)) {
    throw new Broken(`the link of ${link.accountId} names contact ${contact.id}, which does not name it`);
  }
}

/** A version never shrinks, grows by one at most, and does so whenever the contact's own values change. */
function versionsGrowByOne({ changes }: Commit): void {
  for (const { entity, key, before, after } of changes) {
    if (entity !== 'contact' || after === undefined) continue;
    const one = before as unknown as StoredContact | undefined;
    const other = after as unknown as StoredContact;
    if (one === undefined) {
      if (other.version !== 1) throw new Broken(`contact ${key} begins with version ${other.version}`);
      continue;
    }
    const grown = other.version - one.version;
    if (grown < 0 || grown > 1)
      throw new Broken(`the version of contact ${key} went from ${one.version} to ${other.version}`);
    if (grown === 0 && JSON.stringify(ownValues(one)) !== JSON.stringify(ownValues(other))) {
      throw new Broken(`contact ${key} changed without a new version`);
    }
  }
}

function ownValues({ name, email, companyId, fields }: StoredContact): unknown {
  return [name, email ?? null, companyId ?? null, Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))];
}

/** Each account is counted once in `seen` and once in exactly one other count. */
function countsAddUp({ changes }: Commit): void {
  for (const { entity, key, after } of changes) {
    if (entity !== 'sync-run' || after?.counts === undefined) continue;
    const { counts } = after as unknown as StoredRun;
    const sum = outcomes.reduce((total, outcome) => total + counts[outcome], 0);
    if (counts.seen !== sum) throw new Broken(`the counts of run ${key} do not add up: ${JSON.stringify(counts)}`);
  }
}

/** A hop's first act is to claim it; nobody else works on the run until its successor has claimed the next. */
function hopsAreClaimed({ changes, by }: Commit, { hopOwners }: Watcher): void {
  for (const { entity, key, before, after } of changes) {
    if (entity !== 'sync-run' || after?.counts === undefined) continue;
    const one = before as unknown as StoredRun | undefined;
    const other = after as unknown as StoredRun;
    if (one === undefined) {
      if (other.hop !== 0) throw new Broken(`run ${key} begins in hop ${other.hop}`);
      continue;
    }
    const worked = JSON.stringify([one.position, one.counts]) !== JSON.stringify([other.position, other.counts]);
    if (other.hop === one.hop + 1) {
      if (worked) throw new Broken(`hop ${other.hop} of run ${key} did something else before it claimed the run`);
      hopOwners.set(key, by?.id ?? '');
      continue;
    }
    if (other.hop !== one.hop) throw new Broken(`run ${key} went from hop ${one.hop} to ${other.hop}`);
    const ended = one.state !== 'done' && other.state === 'done';
    if ((worked || ended) && hopOwners.get(key) !== by?.id) {
      throw new Broken(`someone works on hop ${other.hop} of run ${key} without having claimed it`);
    }
  }
}
