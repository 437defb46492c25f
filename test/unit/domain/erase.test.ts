import { decideErasure } from '../../../src/domain/erase';
import { Knowledge } from '../../../src/domain/knowledge';
import { absent } from '../../../src/domain/known';
import { shown } from './build/account';
import { contact } from './build/contact';
import { expectInvariants } from './build/invariants';
import { hash, World } from './build/world';

let world: World;

beforeEach(() => {
  world = new World();
});

/** Erases the account as the report does, and gives whom that wakes. */
function erase(accountId: string, ...contactIds: string[]): string[] {
  const knowledge = new Knowledge();
  for (;;) {
    const decision = decideErasure({ accountId, contactIds, epoch: world.epoch, now: world.time(), hash }, knowledge);
    if (decision.kind === 'decided') {
      for (const { kind, key, record } of decision.changes) world.put(kind, key, record);
      expectInvariants(world);
      return decision.wake;
    }
    for (const { kind, key } of decision.needs) {
      if (kind === 'reading') throw new Error('An erasure asks Jira for nothing.');
      knowledge.learn(kind, key, (world.tables[kind].get(key) ?? absent) as never);
    }
  }
}

/** Turns off and reduces the links of the accounts. */
function turnOffAndReduce(...accountIds: string[]): void {
  world.turnOff();
  for (const accountId of accountIds) world.reduce(accountId);
}

describe('what stays of a closed account', () => {
  it('is a tombstone that holds only the id, in place of its link', () => {
    world.synced('ann');
    erase('ann');
    expect(world.user('ann')).toEqual({ kind: 'tombstone', accountId: 'ann' });
  });

  it('is a tombstone in place of its former link', () => {
    const { id } = world.synced('ann');
    turnOffAndReduce('ann');
    erase('ann', id);
    expect(world.user('ann')).toEqual({ kind: 'tombstone', accountId: 'ann' });
  });

  it('is a tombstone also for an account that was never linked, and no skip', () => {
    world.account('ann', { active: false });
    world.converge('ann');
    expect(world.skip('ann')).toBeDefined();
    erase('ann');
    expect(world.skip('ann')).toBeUndefined();
    expect(world.user('ann')).toEqual({ kind: 'tombstone', accountId: 'ann' });
  });

  it('brings nobody back: the account is skipped whatever Jira says, in any epoch', () => {
    world.synced('ann');
    erase('ann');
    expect(world.converge('ann')).toBe('skipped');
    world.turnOff();
    world.turnOn();
    expect(world.converge('ann')).toBe('skipped');
    expect(world.contacts.map(({ name }) => name)).toEqual(['Former user']);
    expect(world.skip('ann')).toBeUndefined();
  });

  it('is the same after erasing again', () => {
    const { id } = world.synced('ann');
    erase('ann');
    const once = world.contact(id);
    erase('ann', id);
    expect(world.contact(id)).toEqual(once);
  });
});

describe('the contact of a closed account', () => {
  it('becomes a regular contact called Former user, without email, and its email is free', () => {
    const { id, version } = world.synced('ann');
    world.passMinutes(1);
    erase('ann');
    expect(world.contact(id)).toEqual({
      ...contact(id, { name: 'Former user', followsName: true, followsEmail: true }),
      version: version + 1,
      createdAt: world.contact(id)?.createdAt,
      updatedAt: world.time(),
    });
    expect(world.claim('ann@example.com')).toBeUndefined();
  });

  it('keeps company and fields', () => {
    const { id } = world.synced('ann');
    world.put('contact', id, { ...(world.contact(id) ?? contact(id)), companyId: 'acme', fields: { tier: 'gold' } });
    erase('ann');
    expect(world.contact(id)).toMatchObject({ companyId: 'acme', fields: { tier: 'gold' } });
  });

  it('keeps a name and an email that a person wrote', () => {
    world.settings = { ...world.settings, editPolicy: 'follow-until-edited' };
    const before = world.synced('ann');
    world.person({
      ...before,
      name: 'My Ann',
      email: 'mine@example.com',
      followsName: false,
      followsEmail: false,
    });
    erase('ann');
    expect(world.contact(before.id)).toMatchObject({ name: 'My Ann', email: 'mine@example.com', accounts: [] });
    expect(world.claim('mine@example.com')?.contactId).toBe(before.id);
  });

  it('loses nameBeforeSync and emailBeforeSync that equal what the account gave, and keeps others', () => {
    const { id } = world.synced('ann');
    const stored = world.contact(id) ?? contact(id);
    world.put('contact', id, { ...stored, nameBeforeSync: ' Name of ann ', emailBeforeSync: 'ANN@example.com' });
    erase('ann');
    expect(world.contact(id)?.nameBeforeSync).toBeUndefined();
    expect(world.contact(id)?.emailBeforeSync).toBeUndefined();

    const bob = world.synced('bob');
    world.put('contact', bob.id, { ...bob, nameBeforeSync: 'Bobby', emailBeforeSync: 'bobby@example.com' });
    erase('bob');
    expect(world.contact(bob.id)).toMatchObject({ nameBeforeSync: 'Bobby', emailBeforeSync: 'bobby@example.com' });
  });

  it('loses the email that the account had before the one that it waits for', () => {
    world.person(contact('owner', { email: 'wanted@example.com' }));
    const { id } = world.synced('ann');
    world.account('ann', { email: shown('wanted@example.com') });
    world.converge('ann');
    expect(world.contact(id)?.email).toBe('ann@example.com');
    erase('ann');
    expect(world.contact(id)?.email).toBeUndefined();
    expect(world.contact('owner')?.email).toBe('wanted@example.com');
  });

  it('loses that email also when the link was reduced before', () => {
    world.person(contact('owner', { email: 'wanted@example.com' }));
    const { id } = world.synced('ann');
    world.account('ann', { email: shown('wanted@example.com') });
    world.converge('ann');
    turnOffAndReduce('ann');
    erase('ann', id);
    expect(world.contact(id)).toMatchObject({ name: 'Former user', origins: [] });
    expect(world.contact(id)?.email).toBeUndefined();
  });

  it('loses by its hashes what it copied, after turning off', () => {
    const { id } = world.synced('ann');
    turnOffAndReduce('ann');
    erase('ann', id);
    expect(world.contact(id)).toMatchObject({ name: 'Former user', accounts: [], origins: [] });
    expect(world.claim('ann@example.com')).toBeUndefined();
  });

  it('keeps by its hashes what a person wrote after turning off', () => {
    const { id } = world.synced('ann');
    turnOffAndReduce('ann');
    const stored = world.contact(id) ?? contact(id);
    world.person({ ...stored, name: 'My Ann', email: 'mine@example.com', followsName: false, followsEmail: false });
    erase('ann', id);
    expect(world.contact(id)).toMatchObject({ name: 'My Ann', email: 'mine@example.com', origins: [] });
  });

  it('keeps its version when only an origin goes', () => {
    const { id } = world.synced('ann');
    turnOffAndReduce('ann');
    const stored = world.contact(id) ?? contact(id);
    world.person({ ...stored, name: 'My Ann', email: 'mine@example.com', followsName: false, followsEmail: false });
    const version = world.contact(id)?.version;
    erase('ann', id);
    expect(world.contact(id)?.version).toBe(version);
  });

  it('may be one of several that copied something', () => {
    const copied = { accountId: 'ann', epoch: 1, nameHash: '#Ann Lee', emailHash: '#ann@old.example', former: false };
    world.person(contact('one', { name: 'Ann Lee', origins: [copied] }));
    world.person(contact('two', { name: 'Other', email: 'ann@old.example', origins: [copied] }));
    erase('ann', 'one', 'two');
    expect(world.contact('one')).toMatchObject({ name: 'Former user', origins: [] });
    expect(world.contact('two')).toMatchObject({ name: 'Other', origins: [] });
    expect(world.contact('two')?.email).toBeUndefined();
  });

  it('may be deleted already', () => {
    const { id } = world.synced('ann');
    world.turnOff();
    world.personDeletes(id);
    erase('ann', id);
    expect(world.contact(id)).toBeUndefined();
    expect(world.user('ann')).toEqual({ kind: 'tombstone', accountId: 'ann' });
  });
});

describe('a contact with another account', () => {
  /** Two accounts with one email: the Atlassian one leads. */
  function twoAccounts(): string {
    const { id } = world.synced('ann');
    world.account('portal', {
      accountType: 'customer',
      name: 'Ann at the portal',
      email: shown('ann@example.com'),
    });
    world.converge('portal');
    expect(world.contact(id)).toMatchObject({ primary: 'ann', name: 'Name of ann' });
    return id;
  }

  it('follows that one from then on, and never lets go of the email that it gives, too', () => {
    const id = twoAccounts();
    expect(erase('ann')).toEqual(['portal']);
    expect(world.contact(id)).toMatchObject({
      primary: 'portal',
      name: 'Ann at the portal',
      email: 'ann@example.com',
    });
    world.converge('portal');
    expect(world.contact(id)).toMatchObject({ name: 'Ann at the portal', email: 'ann@example.com' });
    expect(world.contact(id)?.nameBeforeSync).toBeUndefined();
    expect(world.link('portal')?.pending).toBeUndefined();
  });

  it('keeps what it has when the other one was closed', () => {
    const id = twoAccounts();
    const { name, email, primary } = world.contact(id) ?? contact(id);
    erase('portal');
    expect(world.contact(id)).toMatchObject({ name, email, primary });
    expect(world.contact(id)?.accounts.map(({ accountId }) => accountId)).toEqual(['ann']);
  });

  it('keeps what that one gave also while sync is off', () => {
    const id = twoAccounts();
    turnOffAndReduce('ann', 'portal');
    erase('ann', id);
    expect(world.contact(id)).toMatchObject({ name: 'Former user', email: 'ann@example.com' });
    erase('portal', id);
    expect(world.contact(id)?.email).toBeUndefined();
    expect(world.contact(id)?.origins).toEqual([]);
  });
});

describe('whoever waits for the email of a closed account', () => {
  it('is woken, and gets it', () => {
    world.settings = { ...world.settings, editPolicy: 'follow-until-edited' };
    const ann = world.synced('ann');
    world.person({ ...ann, email: 'kept@example.com', followsEmail: false });
    world.account('bob', { email: shown('kept@example.com') });
    expect(world.converge('bob')).toBe('skipped');
    world.person({ ...(world.contact(ann.id) ?? ann), followsEmail: true });
    world.put('claim', 'kept@example.com', { contactId: ann.id, waiting: ['bob'] });
    expect(erase('ann')).toEqual(['bob']);
    expect(world.converge('bob')).toBe('created');
    expect(world.contactOf('bob')?.email).toBe('kept@example.com');
  });

  it('is woken also when a person’s email stays on the contact: it is regular now, and is linked', () => {
    const ann = world.synced('ann');
    turnOffAndReduce('ann');
    const { id } = ann;
    const left = world.contact(id) ?? ann;
    world.person({ ...left, email: 'bob@example.com', followsEmail: false, emailSetByPerson: true });
    world.turnOn();
    world.account('bob');
    expect(world.converge('bob')).toBe('skipped');
    expect(erase('ann', id)).toEqual(['bob']);
    expect(world.converge('bob')).toBe('linked');
    expect(world.contactOf('bob')?.id).toBe(id);
  });
});
