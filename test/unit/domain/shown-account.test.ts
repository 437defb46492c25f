import { decideErasure } from '../../../src/domain/erase';
import { Knowledge } from '../../../src/domain/knowledge';
import { absent } from '../../../src/domain/known';
import { lookedUp, shown } from './build/account';
import { contact, contactAccount } from './build/contact';
import { link } from './build/link';
import { settings } from './build/settings';
import { hash, World } from './build/world';

let world: World;
beforeEach(() => {
  world = new World();
});

const shownOn = (id: string) =>
  Object.fromEntries(world.contact(id)?.accounts.map((entry) => [entry.accountId, entry.shown]) ?? []);

describe('what a contact shows of an account', () => {
  it('is what the link holds, from the first link on', () => {
    const { id } = world.synced('ann', { name: 'Ann Lee', avatarUrl: 'https://a.example/1.png' });
    expect(shownOn(id)).toEqual({
      ann: {
        name: 'Ann Lee',
        email: 'ann@example.com',
        avatarUrl: 'https://a.example/1.png',
        retrievedAt: '2026-11-02T09:00:01.000Z',
      },
    });
  });

  it('changes with a new picture, and the version of the contact stays', () => {
    const { id } = world.synced('ann');
    world.account('ann', { avatarUrl: 'https://a.example/2.png' });
    expect(world.converge('ann')).toBe('updated');
    expect(shownOn(id).ann).toMatchObject({
      avatarUrl: 'https://a.example/2.png',
      retrievedAt: '2026-11-02T09:00:02.000Z',
    });
    expect(world.contact(id)).toMatchObject({ version: 1, updatedAt: '2026-11-02T09:00:01.000Z' });
  });

  it('has the time of a look that a person asked for, and the version of the contact stays', () => {
    const { id } = world.synced('ann');
    world.askedFor = true;
    expect(world.converge('ann')).toBe('unchanged');
    expect(shownOn(id).ann?.retrievedAt).toBe('2026-11-02T09:00:02.000Z');
    expect(world.contact(id)?.version).toBe(1);
  });

  it('has no looked-up email any more once hidden emails are to be left out', () => {
    const { id } = world.synced('ann', { email: lookedUp('ann@example.com') });
    world.settings = settings({ hiddenEmails: 'skip' });
    world.account('ann', { email: { kind: 'hidden' } });
    expect(world.converge('ann')).toBe('updated');
    expect(shownOn(id).ann).toEqual({ name: 'Name of ann', retrievedAt: '2026-11-02T09:00:02.000Z' });
  });

  it('is of each of its accounts, also of one that it does not follow', () => {
    const { id } = world.synced('ann');
    world.account('qm:ann', { accountType: 'customer', name: 'A. Lee', email: shown('ann@example.com') });
    world.converge('qm:ann');
    world.account('qm:ann', { accountType: 'customer', name: 'Ann L.', email: shown('ann@example.com') });
    world.converge('qm:ann');
    expect(shownOn(id)).toEqual({
      ann: { name: 'Name of ann', email: 'ann@example.com', retrievedAt: '2026-11-02T09:00:01.000Z' },
      'qm:ann': { name: 'Ann L.', email: 'ann@example.com', retrievedAt: '2026-11-02T09:00:03.000Z' },
    });
  });

  it('goes with the link: after unlinking, reducing and erasing nothing of it stays', () => {
    for (const id of ['ann', 'bob', 'cid']) world.synced(id);
    world.settings = settings({ excludedDomains: ['example.com'] });
    world.converge('ann');
    erase('bob');
    world.turnOff();
    world.reduce('cid');
    expect(world.contacts.map(({ accounts }) => accounts)).toEqual([[], [], []]);
  });

  it('costs no write while nothing differs, also where there is no copy yet', () => {
    fromBefore();
    world.account('ann');
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.last?.changes).toEqual([]);
  });

  it('is made up for where there is no copy yet, with the next change', () => {
    fromBefore();
    world.account('ann', { name: 'Ann Lee' });
    world.converge('ann');
    expect(shownOn('c1').ann?.name).toBe('Ann Lee');
  });
});

/** A contact and its link as they were stored before there were copies. */
function fromBefore(): void {
  const name = 'Name of ann';
  const accounts = [contactAccount('ann')];
  world.person(
    contact('c1', { name, email: 'ann@example.com', followsName: true, followsEmail: true, accounts, primary: 'ann' }),
  );
  world.put('user', 'ann', link('ann', 'c1'));
}

function erase(accountId: string): void {
  const knowledge = new Knowledge();
  const erasure = { accountId, contactIds: [], epoch: world.epoch, now: world.time(), hash };
  let decision = decideErasure(erasure, knowledge);
  while (decision.kind === 'need') {
    for (const { kind, key } of decision.needs) {
      if (kind === 'reading') throw new Error('An erasure asks Jira for nothing.');
      knowledge.learn(kind, key, (world.tables[kind].get(key) ?? absent) as never);
    }
    decision = decideErasure(erasure, knowledge);
  }
  for (const { kind, key, record } of decision.changes) world.put(kind, key, record);
}
