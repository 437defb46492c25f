import { claimKeyOf, clean, keyOf } from './compare';
import { expectationOf, mayKeep } from './expectation';
import type { StoredAccount, StoredContact, StoredLink, StoredState } from './stored';
import { Broken } from './watcher';
import type { World } from './world';

/** What contacts have to look like once everything has settled. */
export function checkContacts(world: World, state: StoredState): void {
  for (const contact of world.watcher.mirror.contacts()) {
    checkProvenance(world, contact);
    if (contact.accounts.length === 0) continue;
    if (!state.enabled || contact.accounts.some(({ epoch }) => epoch !== state.epoch)) {
      throw new Broken(`contact ${contact.id} still names accounts of another epoch`);
    }
    checkSynced(world, contact, state);
  }
}

/** Every value on a contact was written by a person or came from one of its accounts. */
function checkProvenance(world: World, contact: StoredContact): void {
  const people = world.watcher.people.of(contact.id);
  const accounts = [...(world.watcher.everLinked.get(contact.id) ?? [])];
  const truths = accounts.flatMap((id) => world.truth.all(id));
  const names = new Set([...people.names, ...truths.flatMap((truth) => truth.names)]);
  if (accounts.some((id) => world.truth.of(id)?.deleted === true)) names.add('Former user');
  if (!names.has(clean(contact.name))) throw new Broken(`nobody ever called contact ${contact.id} ${contact.name}`);
  const emails = truths.flatMap(({ email }) => (email === undefined ? [] : [keyOf(email)]));
  if (contact.email === undefined || people.emails.has(keyOf(contact.email))) return;
  if (!emails.includes(keyOf(contact.email))) throw new Broken(`the email of contact ${contact.id} is nobody's`);
}

function checkSynced(world: World, contact: StoredContact, state: StoredState): void {
  const primary = primaryOf(contact.accounts);
  if (contact.primary !== primary) throw new Broken(`contact ${contact.id} follows ${contact.primary}, not ${primary}`);
  const link = world.watcher.mirror.user(primary);
  if (link?.kind !== 'link') throw new Broken(`contact ${contact.id} follows ${primary}, which has no link`);
  const isLocked = state.settings.editPolicy === 'locked';
  const people = world.watcher.people.of(contact.id);
  const isWritten = !isLocked && people.names.has(clean(contact.name));
  if (clean(contact.name) !== clean(link.name) && !isWritten) {
    throw new Broken(`contact ${contact.id} is called ${contact.name}, its account ${link.name}`);
  }
  checkEmail(world, contact, link, state);
}

function checkEmail(world: World, contact: StoredContact, link: StoredLink, { settings }: StoredState): void {
  const { email } = expectationOf(world, link.accountId, settings);
  const own = contact.email === undefined ? undefined : keyOf(contact.email);
  if (email === undefined || own === email) return;
  const { emails, changedEmail } = world.watcher.people.of(contact.id);
  const isWritten = own === undefined ? changedEmail : emails.has(own);
  if (settings.editPolicy === 'follow-until-edited' && isWritten && !contact.followsEmail) return;
  const claim = world.watcher.mirror.claim(claimKeyOf(email));
  const owner = claim === undefined ? undefined : world.watcher.mirror.contact(claim.contactId);
  if (owner === undefined) throw new Broken(`contact ${contact.id} has ${own}; ${email} of its account is free`);
  if (!mayKeep(world, owner, email, settings, true)) {
    throw new Broken(`contact ${contact.id} has ${own}; ${email} of its account should have moved from ${owner.id}`);
  }
}

/** Active before deactivated, then Atlassian before portal, then the one linked first. */
export function primaryOf(accounts: readonly StoredAccount[]): string {
  const rank = ({ active, type, linkedAt, accountId }: StoredAccount): string =>
    [active ? 0 : 1, type === 'atlassian' ? 0 : 1, linkedAt, accountId].join(' ');
  return [...accounts].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0]?.accountId ?? '';
}
