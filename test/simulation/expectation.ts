import { keyOf } from './compare';
import type { StoredContact, StoredSettings } from './stored';
import type { Truth } from './truth';
import type { World } from './world';

/** What the Behaviour table lets become of an account once everything has settled and sync is on. */
export interface Expectation {
  mayBeLinked: boolean;
  /** Reasons with which it may be listed while it is not linked; none: it has to be linked. */
  reasons: Set<string>;
  /** The key of its email, if it is known under these settings. */
  email: string | undefined;
}

/** What is known of an account's email under these settings, when Jira answers. */
export function knownEmail(truth: Truth, settings: StoredSettings): string | undefined {
  if (truth.email === undefined || (truth.hidden && settings.hiddenEmails === 'skip')) return undefined;
  return truth.email;
}

export function expectationOf(world: World, accountId: string, settings: StoredSettings): Expectation {
  const truth = world.truth.of(accountId);
  if (truth === undefined || truth.type === 'app' || truth.deleted) {
    return { mayBeLinked: false, reasons: new Set(), email: undefined };
  }
  const known = knownEmail(truth, settings);
  const email = known === undefined ? undefined : keyOf(known);
  const excluded = new Set<string>();
  if (!settings.accountTypes[truth.type]) excluded.add('excluded-type');
  if (email !== undefined && settings.excludedDomains.includes(email.slice(email.lastIndexOf('@') + 1))) {
    excluded.add('excluded-domain');
  }
  if (excluded.size > 0) return { mayBeLinked: false, reasons: excluded, email };
  const reasons = new Set<string>();
  const mayBeGone = (world.sightings.get(accountId) ?? []).length > 1;
  if (!truth.active && (!settings.includeInactive || mayBeGone)) reasons.add('inactive');
  // An email that is not shown while hidden ones are not looked up may be hidden or not exist at all.
  if (email === undefined && settings.hiddenEmails === 'skip') reasons.add('hidden-email');
  else if (email === undefined && settings.usersWithoutEmail === 'skip') reasons.add('no-email');
  const wasLinked = [...world.watcher.everLinked.values()].some((accounts) => accounts.has(accountId));
  const isEligible =
    reasons.size === 0 || (reasons.size === 1 && mayBeGone && reasons.has('inactive') && settings.includeInactive);
  return { mayBeLinked: isEligible || wasLinked, reasons, email };
}

/** The accounts, valid or former, of a contact: with any, it is a synced one when emails are handed on. */
export function accountsOf(contact: StoredContact): string[] {
  const former = contact.origins.filter((origin) => origin.former === true).map(({ accountId }) => accountId);
  return [...new Set([...contact.accounts.map(({ accountId }) => accountId), ...former])];
}

/**
 * Whether the owner of an email key may keep it from an account that has this email: `linked` to another contact, or
 * to none.
 */
export function mayKeep(
  world: World,
  owner: StoredContact,
  key: string,
  settings: StoredSettings,
  linked: boolean,
): boolean {
  const accounts = accountsOf(owner);
  if (accounts.length === 0) return linked;
  const emails = accounts.map((id) => {
    const truth = world.truth.of(id);
    const email = truth === undefined || truth.deleted ? undefined : knownEmail(truth, settings);
    return email === undefined ? undefined : keyOf(email);
  });
  const someoneHasIt = emails.includes(key);
  if (!linked && someoneHasIt) return owner.accounts.length >= 10;
  const people = world.watcher.people.of(owner.id);
  const isWritten = people.emails.has(key) && (people.changedEmail || settings.editPolicy === 'follow-until-edited');
  const followed = accounts.indexOf(owner.primary ?? accounts[0] ?? '');
  const theirs = emails[followed];
  return isWritten || theirs === undefined || theirs === key;
}
