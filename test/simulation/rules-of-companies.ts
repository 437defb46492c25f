import { sha256 } from '../../src/store/records';
import { keyOf } from './compare';
import type { CommitRule } from './rules-of-commits';
import type { StoredContact } from './stored';
import { Broken, type Commit, type Watcher } from './watcher';

/** A company that a person chose, also none, is never overwritten, and a domain has one owner. */
export const companyRules: readonly CommitRule[] = [
  domainsHaveOneOwner,
  chosenCompaniesStay,
  companiesComeFromDomains,
  companyChangesAreRemembered,
];

const jobs = 'on-job-queue';
const people: ReadonlySet<string> = new Set(['createContact', 'updateContact']);

interface Pair {
  id: string;
  before: StoredContact | undefined;
  after: StoredContact;
}

function contactsIn({ changes }: Commit): Pair[] {
  return changes.flatMap(({ entity, key, before, after }) =>
    entity === 'contact' && after !== undefined
      ? [{ id: key, before: before as StoredContact | undefined, after: after as unknown as StoredContact }]
      : [],
  );
}

/** All companies that ever owned a domain, by the key of its claim. */
const ownersEver = new WeakMap<Watcher, Map<string, Set<string>>>();

/** A company owns the domains that it has, and no others. */
function domainsHaveOneOwner({ changes }: Commit, watcher: Watcher): void {
  const { mirror } = watcher;
  const owners = ownersEver.get(watcher) ?? new Map<string, Set<string>>();
  ownersEver.set(watcher, owners);
  for (const { entity, key, after } of changes) {
    if (entity === 'company-domain' && after !== undefined) {
      const companyId = String(after.companyId);
      owners.set(key, (owners.get(key) ?? new Set()).add(companyId));
      const domains = mirror.company(companyId)?.domains ?? [];
      if (!domains.some((domain) => sha256(domain) === key))
        throw new Broken(`company ${companyId} owns a domain not its own`);
    }
    if (entity !== 'company') continue;
    for (const domain of mirror.company(key)?.domains ?? []) {
      if (mirror.companyDomain(sha256(domain)) !== key)
        throw new Broken(`company ${key} has ${domain} without owning it`);
    }
  }
}

function chosenCompaniesStay(commit: Commit, { mirror }: Watcher): void {
  const byPerson = people.has(commit.by?.call ?? '');
  for (const { id, before, after } of contactsIn(commit)) {
    if (before?.companySetByPerson !== true) continue;
    if (after.companySetByPerson !== true) throw new Broken(`that a person chose the company of ${id} was forgotten`);
    const lost = before.companyId !== undefined && mirror.company(before.companyId) === undefined;
    if (before.companyId !== after.companyId && !byPerson && !lost) {
      throw new Broken(`the company that a person chose for ${id} was overwritten by ${commit.by?.function}`);
    }
  }
}

/** Sync gives a contact no company but the one of its email's domain, and only when it links it or the domain changes. */
function companiesComeFromDomains(commit: Commit, watcher: Watcher): void {
  if (people.has(commit.by?.call ?? '') || commit.by?.function === jobs) return;
  for (const { id, before, after } of contactsIn(commit)) {
    if (before?.companyId === after.companyId) continue;
    if (after.companyId === undefined) throw new Broken(`sync took the company from contact ${id}`);
    if (!watcher.settings.some(({ settings }) => settings.companyFromDomain)) {
      throw new Broken(`contact ${id} got a company of its domain although nobody wanted that`);
    }
    const domain = domainOf(after);
    const owners = domain === undefined ? undefined : ownersEver.get(watcher)?.get(sha256(domain));
    if (owners?.has(after.companyId) !== true)
      throw new Broken(`contact ${id} got a company that never had its domain`);
    const isLinkedNow = after.accounts.some(
      ({ accountId }) => !(before?.accounts ?? []).some((account) => account.accountId === accountId),
    );
    if (!isLinkedNow && before !== undefined && domainOf(before) === domain) {
      throw new Broken(`contact ${id} got a company although neither account nor domain is new`);
    }
  }
}

/** What company changes do to a contact can be undone, and nobody chose it. */
function companyChangesAreRemembered(commit: Commit): void {
  if (commit.by?.function !== jobs) return;
  for (const { id, before, after } of contactsIn(commit)) {
    if (before === undefined) throw new Broken(`a job created contact ${id}`);
    const undone = before.companyBefore !== undefined && after.companyBefore === undefined;
    const kept = undone
      ? before.companyBefore?.companyId === after.companyId
      : after.companyBefore?.companyId === before.companyId;
    if (!kept) throw new Broken(`what contact ${id} had before its company changed was not kept`);
    if (after.version !== before.version + 1) throw new Broken(`a job changed contact ${id} without a new version`);
  }
}

function domainOf({ email }: StoredContact): string | undefined {
  return email === undefined ? undefined : keyOf(email).slice(keyOf(email).lastIndexOf('@') + 1);
}
