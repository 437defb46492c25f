import { keyOf } from './compare';
import { accountsOf } from './expectation';
import type { CommitRule } from './rules-of-commits';
import type { StoredContact, StoredLink, StoredSettings, StoredState, StoredUser } from './stored';
import type { Truth, TruthBook } from './truth';
import { Broken, type Commit, type Watcher } from './watcher';

interface LinkChange {
  accountId: string;
  before: StoredUser | undefined;
  after: StoredUser | undefined;
}

/** What holds for links at every commit. */
export const linkRules: readonly CommitRule[] = [
  each(epochIsNotAhead),
  each(linksDoNotGoBack),
  each(linksTellTheTruth),
  each(linksGoForAReason),
  each(formerLinksLeadBack),
  each(tombstonesStay),
  each(nobodyJoinsAStranger),
];

function each(rule: (change: LinkChange, commit: Commit, watcher: Watcher) => void): CommitRule {
  return (commit, watcher) => {
    for (const { entity, key, before, after } of commit.changes) {
      if (entity !== 'jira-user') continue;
      const change = { accountId: key, before, after } as unknown as LinkChange;
      rule(change, commit, watcher);
    }
  };
}

function isValid(user: StoredUser | undefined, state: StoredState | undefined): user is StoredLink {
  return user?.kind === 'link' && state?.enabled === true && user.epoch === state.epoch;
}

/** (4) Off means off: while sync is off no link of the present epoch appears. */
function epochIsNotAhead({ accountId, after }: LinkChange, _commit: Commit, { mirror: { state } }: Watcher): void {
  if (after?.kind !== 'link') return;
  const epoch = state?.epoch ?? 0;
  if (after.epoch > epoch || (after.epoch === epoch && state?.enabled !== true)) {
    throw new Broken(`account ${accountId} was linked in epoch ${after.epoch} while sync is off in epoch ${epoch}`);
  }
}

/** A reading older than the link's is never applied, and a worker of an earlier epoch changes no later link. */
function linksDoNotGoBack({ accountId, before, after }: LinkChange): void {
  if (before?.kind !== 'link' || after?.kind !== 'link') return;
  if (after.epoch < before.epoch) {
    throw new Broken(`the link of ${accountId} fell back from epoch ${before.epoch} to ${after.epoch}`);
  }
  if (after.retrievedAt < before.retrievedAt) {
    throw new Broken(`an older reading of ${accountId} was applied: ${before.retrievedAt} to ${after.retrievedAt}`);
  }
}

/** A link holds what the account was at some moment between the reading and now. */
function linksTellTheTruth({ accountId, before, after }: LinkChange, { at }: Commit, { world }: Watcher): void {
  if (after?.kind !== 'link') return;
  if (before?.kind === 'link' && before.retrievedAt === after.retrievedAt) return;
  const truths = world.truth.since(accountId, Date.parse(after.retrievedAt)).filter(({ from }) => from <= at);
  const living = truths.filter(({ deleted }) => !deleted);
  const previous = before?.kind === 'link' ? before.email : undefined;
  const holds =
    living.some(({ names }) => names.includes(after.name)) &&
    living.some(({ active }) => active === after.active) &&
    living.some(({ type }) => type === after.accountType) &&
    (after.email === undefined || after.email === previous || living.some(({ email }) => email === after.email));
  if (!holds) {
    throw new Broken(
      `the link of ${accountId} says ${JSON.stringify(after)}, but the account was ${JSON.stringify(truths)}`,
    );
  }
}

const hardlyLonger = 20 * 60_000;
const secondLook = 10 * 60_000;

/** A valid link goes only when the account is gone, excluded, or its contact is no more. */
function linksGoForAReason({ accountId, before, after }: LinkChange, commit: Commit, watcher: Watcher): void {
  const { mirror, world } = watcher;
  if (!isValid(before, mirror.state)) return;
  if (after?.kind === 'link' && after.contactId === before.contactId) return;
  if (mirror.contact(before.contactId) === undefined) return;
  const since = commit.at - hardlyLonger;
  const truths = world.truth.since(accountId, since);
  if (truths.some(({ deleted }) => deleted)) return;
  const settings = settingsSince(watcher, since);
  if (settings.some((some) => truths.some((truth) => isExcluded(truth, some)))) return;
  const sightings = world.sightings.get(accountId) ?? [];
  const [first, last] = [sightings[0] ?? 0, sightings.at(-1) ?? 0];
  if (last - first >= secondLook - 1000) return;
  throw new Broken(`account ${accountId} was unlinked from ${before.contactId} without a reason`);
}

function settingsSince({ settings }: Watcher, since: number): StoredSettings[] {
  return settings
    .filter((_, at) => (settings[at + 1]?.from ?? Number.POSITIVE_INFINITY) >= since)
    .map((entry) => entry.settings);
}

export function isExcluded({ type, email }: Truth, { accountTypes, excludedDomains }: StoredSettings): boolean {
  if (type === 'app' || !accountTypes[type]) return true;
  return email !== undefined && excludedDomains.includes(keyOf(email).slice(keyOf(email).lastIndexOf('@') + 1));
}

/** An account with a former link goes back to that contact, unless that is gone, full, or has become a person's own. */
function formerLinksLeadBack({ accountId, before, after }: LinkChange, commit: Commit, watcher: Watcher): void {
  const { mirror, people } = watcher;
  if (before === undefined || before.kind === 'tombstone' || isValid(before, mirror.state)) return;
  if (after?.kind !== 'link' || after.contactId === before.contactId) return;
  const contact = mirror.contact(before.contactId);
  if (contact === undefined || people.of(before.contactId).changedEmail || contact.accounts.length >= 10) return;
  throw new Broken(`account ${accountId} did not go back to contact ${before.contactId} (at ${commit.at})`);
}

/** A tombstone outlives everything: no later run brings the person back. */
function tombstonesStay({ accountId, before, after }: LinkChange, _commit: Commit, { world }: Watcher): void {
  if (before?.kind === 'tombstone' && after?.kind !== 'tombstone') {
    throw new Broken(`the tombstone of ${accountId} is gone`);
  }
  if (after?.kind === 'tombstone' && world.truth.of(accountId)?.deleted !== true) {
    throw new Broken(`account ${accountId} has a tombstone, but lives`);
  }
}

const second = 1_000;

/** An account becomes a further one of a contact only by an email that it and one of the others had at the same moment. */
function nobodyJoinsAStranger(
  { accountId, before, after }: LinkChange,
  { at, changes }: Commit,
  { world }: Watcher,
): void {
  if (after?.kind !== 'link') return;
  if (before !== undefined && before.kind !== 'tombstone' && before.contactId === after.contactId) return;
  const change = changes.find(({ entity, key }) => entity === 'contact' && key === after.contactId);
  const contact = change?.before as unknown as StoredContact | undefined;
  const others = contact === undefined ? [] : accountsOf(contact).filter((id) => id !== accountId);
  if (others.length === 0) return;
  const since = Date.parse(after.retrievedAt) - second;
  const theirs = others.flatMap((id) => emailsBetween(world.truth, id, since, at));
  const isTheSame = emailsBetween(world.truth, accountId, since, at).some((one) =>
    theirs.some((other) => other.key === one.key && other.from < one.to && one.from < other.to),
  );
  if (!isTheSame) throw new Broken(`account ${accountId} joined contact ${after.contactId} of a stranger`);
}

/** The emails that the account had between two moments, and from when to when. */
function emailsBetween(truth: TruthBook, accountId: string, since: number, until: number) {
  const pages = truth.all(accountId);
  return pages.flatMap(({ from, email, deleted }, index) => {
    const to = pages[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (email === undefined || deleted || to < since || from > until) return [];
    return [{ key: keyOf(email), from: Math.max(from, since), to: Math.min(to, until) }];
  });
}
