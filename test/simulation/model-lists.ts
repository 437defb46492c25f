import { accountsOf } from './expectation';
import type { StoredState } from './stored';
import { Broken } from './watcher';
import type { World } from './world';

interface Shown {
  id: string;
  synced: boolean;
  name: string;
  email?: string;
  jiraUser?: { accountId: string };
  otherJiraUsers?: { accountId: string }[];
}

/** The lists of contacts show every contact once, each in the lists where it belongs, and as what it is. */
export async function checkLists(world: World, state: StoredState): Promise<void> {
  const contacts = new Map(world.watcher.mirror.contacts().map((contact) => [contact.id, contact]));
  const all = await readList(world, 'all');
  expectIds(all, [...contacts.keys()], 'all');
  for (const shown of all) {
    const contact = contacts.get(shown.id);
    if (contact === undefined) continue;
    const accounts = state.enabled ? contact.accounts.map(({ accountId }) => accountId) : [];
    const users = [shown.jiraUser, ...(shown.otherJiraUsers ?? [])].flatMap((user) => user?.accountId ?? []);
    const isRight =
      shown.synced === accounts.length > 0 &&
      shown.name === contact.name &&
      shown.email === contact.email &&
      [...users].sort().join() === [...accounts].sort().join() &&
      (accounts.length === 0 || users[0] === contact.primary);
    if (!isRight) throw new Broken(`contact ${shown.id} is shown as ${JSON.stringify(shown)}`);
  }
  const synced = all.filter((shown) => shown.synced).map(({ id }) => id);
  const regular = all.filter((shown) => !shown.synced).map(({ id }) => id);
  expectIds(await readList(world, 'synced'), synced, 'synced');
  expectIds(await readList(world, 'regular'), regular, 'regular');
  if (!state.enabled && accountsOfAny(world)) throw new Broken('a contact names an account while sync is off');
}

function accountsOfAny(world: World): boolean {
  return world.watcher.mirror
    .contacts()
    .some((contact) => contact.accounts.length > 0 && accountsOf(contact).length > 0);
}

function expectIds(shown: readonly Shown[], ids: readonly string[], list: string): void {
  const [one, other] = [shown.map(({ id }) => id).sort(), [...ids].sort()];
  if (one.join() !== other.join()) {
    throw new Broken(
      `the list of ${list} contacts has ${one.length} instead of ${other.length}: ${differing(one, other)}`,
    );
  }
}

function differing(one: readonly string[], other: readonly string[]): string {
  return [...one.filter((id) => !other.includes(id)), ...other.filter((id) => !one.includes(id))].join(', ');
}

async function readList(world: World, kind: 'all' | 'synced' | 'regular'): Promise<Shown[]> {
  const items: Shown[] = [];
  let cursor: string | undefined;
  do {
    const payload = { kind, limit: 20, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await world.person.askAndWait('kith-contacts', 'listContacts', payload);
    if (!answer.ok) throw new Broken(`listContacts answered ${answer.code} in calm weather`);
    const page = answer.value as { items: Shown[]; cursor?: string };
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}
