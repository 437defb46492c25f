import { shown } from './build/account';
import { settings } from './build/settings';
import { World } from './build/world';

let world: World;

/** What the unlink run may have done when sync is turned on again: each former link is still whole, or reduced. */
const states = [
  ['before the unlink run came to it', false],
  ['after the unlink run reduced it', true],
] as const;

function offAndOn(reduced: boolean, ...accountIds: string[]): void {
  world.turnOff();
  if (reduced) for (const accountId of accountIds) world.reduce(accountId);
  world.turnOn();
}

beforeEach(() => {
  world = new World();
});

describe('reducing a former link', () => {
  it('leaves account id and contact id', () => {
    const { id } = world.synced('ann');
    world.turnOff();
    world.reduce('ann');
    expect(world.user('ann')).toEqual({ kind: 'former', accountId: 'ann', contactId: id, reducedIn: 'unlink' });
  });

  it('gives the contact an origin, and changes neither its values nor its version', () => {
    const before = world.synced('ann', { name: 'Ann Lee' });
    world.turnOff();
    world.reduce('ann');
    const { primary: _, ...rest } = before;
    expect(world.contact(before.id)).toEqual({
      ...rest,
      accounts: [],
      origins: [{ accountId: 'ann', epoch: 1, nameHash: '#Ann Lee', emailHash: '#ann@example.com', former: true }],
    });
  });

  it('keeps the account first that the contact followed', () => {
    const { id } = world.synced('ann');
    world.account('qm:ann', { accountType: 'customer', email: shown('ann@example.com') });
    world.converge('qm:ann');
    world.turnOff();
    world.reduce('qm:ann');
    world.reduce('ann');
    expect(world.contact(id)?.origins.map(({ accountId }) => accountId)).toEqual(['ann', 'qm:ann']);
  });
});

describe.each(states)('an account with a former link, %s,', (_, reduced) => {
  it('goes back to its contact', () => {
    const { id } = world.synced('ann');
    offAndOn(reduced, 'ann');
    expect(world.converge('ann')).toBe('linked');
    expect(world.contactOf('ann')).toMatchObject({ id, origins: [] });
    expect(world.contacts).toHaveLength(1);
  });

  it('goes back whatever its email is now, and the contact follows', () => {
    const { id } = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.account('ann', { name: 'Ann Marsh', email: shown('marsh@example.com') });
    world.converge('ann');
    expect(world.contactOf('ann')).toMatchObject({ id, name: 'Ann Marsh', email: 'marsh@example.com' });
  });

  it('goes back although it is deactivated: as if linked all along', () => {
    const { id } = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.account('ann', { active: false });
    expect(world.converge('ann')).toBe('linked');
    expect(world.contactOf('ann')?.id).toBe(id);
  });

  it('goes back although it has no email any more, and the contact keeps its own', () => {
    const { id } = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.account('ann', { email: { kind: 'none' } });
    expect(world.converge('ann')).toBe('linked');
    expect(world.contactOf('ann')).toMatchObject({ id, email: 'ann@example.com' });
  });

  it('waits when its email cannot be looked up', () => {
    world.synced('ann');
    offAndOn(reduced, 'ann');
    world.account('ann', { email: { kind: 'unreadable' } });
    expect(world.converge('ann')).toBe('failed');
    expect(world.last?.changes).toEqual([]);
  });

  it('goes back with its flags: a name that a person edited stays', () => {
    world.settings = settings({ editPolicy: 'follow-until-edited' });
    const before = world.synced('ann', { name: 'Ann Lee' });
    world.person({ ...before, name: 'Annie', followsName: false });
    offAndOn(reduced, 'ann');
    world.account('ann', { name: 'Ann Marsh', email: shown('marsh@example.com') });
    world.converge('ann');
    expect(world.contactOf('ann')).toMatchObject({ name: 'Annie', email: 'marsh@example.com' });
  });

  it('is decided anew when its contact was deleted', () => {
    const { id } = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.personDeletes(id);
    expect(world.converge('ann')).toBe('created');
    expect(world.contactOf('ann')?.id).toBe('new-2');
  });

  it('is decided anew, by email, when a person gave its contact another', () => {
    const before = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.person({ ...(world.contact(before.id) ?? before), email: 'theirs@example.com', emailSetByPerson: true });
    expect(world.converge('ann')).toBe('created');
    expect(world.contactOf('ann')).toMatchObject({ id: 'new-2', email: 'ann@example.com' });
  });

  it('leaves a contact that a person made their own regular, with its origin', () => {
    const before = world.synced('ann', { name: 'Ann Lee' });
    offAndOn(reduced, 'ann');
    world.person({ ...(world.contact(before.id) ?? before), email: 'theirs@example.com', emailSetByPerson: true });
    world.converge('ann');
    expect(world.contact(before.id)).toMatchObject({
      email: 'theirs@example.com',
      accounts: [],
      origins: [{ accountId: 'ann', nameHash: '#Ann Lee', emailHash: '#ann@example.com', former: false }],
    });
  });

  it('is unlinked for good when its type is excluded now', () => {
    const { id } = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.settings = settings({ accountTypes: { atlassian: false, customer: true } });
    expect(world.converge('ann')).toBe('skipped');
    expect(world.user('ann')).toBeUndefined();
    expect(world.contact(id)?.origins).toMatchObject([{ accountId: 'ann', former: false }]);
  });

  it('is not gone by one missing reading', () => {
    const { id } = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.says('ann', 'missing');
    expect(world.converge('ann')).toBe('skipped');
    world.account('ann');
    world.converge('ann');
    expect(world.contactOf('ann')?.id).toBe(id);
  });

  it('is unlinked by a deleted event and a degraded reading', () => {
    const { id } = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.says('ann', 'degraded');
    world.converge('ann', { deletedEvent: true });
    expect(world.user('ann')).toBeUndefined();
    expect(world.contact(id)).toMatchObject({ accounts: [], origins: [{ accountId: 'ann', former: false }] });
  });
});

describe.each(states)('people whose emails changed while sync was off, %s,', (_, reduced) => {
  it.each([
    ['ann', 'bob'],
    ['bob', 'ann'],
  ])('keep their contacts when they swapped emails and %s comes before %s', (...order) => {
    const ids = { ann: world.synced('ann').id, bob: world.synced('bob').id };
    offAndOn(reduced, 'ann', 'bob');
    world.account('ann', { email: shown('bob@example.com') });
    world.account('bob', { email: shown('ann@example.com') });
    world.convergeAll(...order);
    expect(world.contactOf('ann')).toMatchObject({ id: ids.ann, email: 'bob@example.com' });
    expect(world.contactOf('bob')).toMatchObject({ id: ids.bob, email: 'ann@example.com' });
  });

  it('attach no stranger to a contact: a new account with a former owner’s email gets one of its own', () => {
    const ann = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.account('ann', { email: shown('marsh@example.com') });
    world.account('stranger', { email: shown('ann@example.com') });
    world.convergeAll('stranger', 'ann');
    expect(world.contactOf('ann')).toMatchObject({ id: ann.id, email: 'marsh@example.com' });
    expect(world.contactOf('stranger')).toMatchObject({ id: 'new-2', email: 'ann@example.com' });
  });

  it('cannot take an email that a person typed on a former contact meanwhile', () => {
    const before = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.person({ ...(world.contact(before.id) ?? before), email: 'bob@example.com', emailSetByPerson: true });
    world.account('bob');
    expect(world.converge('bob')).toBe('skipped');
    expect(world.skip('bob')).toMatchObject({ reason: 'email-taken', contactId: before.id });
    expect(world.contact(before.id)?.email).toBe('bob@example.com');
  });

  it('let a second account of the same person join before the first comes back', () => {
    const ann = world.synced('ann');
    offAndOn(reduced, 'ann');
    world.account('ann2', { email: shown('ann@example.com') });
    world.convergeAll('ann2', 'ann');
    expect(world.contactOf('ann')?.id).toBe(ann.id);
    expect(world.contactOf('ann2')?.id).toBe(ann.id);
  });
});

describe.each(states)('a person with two accounts, %s,', (_, reduced) => {
  it.each([
    ['ann', 'qm:ann'],
    ['qm:ann', 'ann'],
  ])('is one contact again when %s comes before %s, with the same primary', (...order) => {
    const { id } = world.synced('ann', { name: 'Ann' });
    world.account('qm:ann', { accountType: 'customer', name: 'Portal', email: shown('ann@example.com') });
    world.converge('qm:ann');
    offAndOn(reduced, 'ann', 'qm:ann');
    world.convergeAll(...order);
    expect(world.contacts).toHaveLength(1);
    expect(world.contact(id)).toMatchObject({ primary: 'ann', name: 'Ann', email: 'ann@example.com', origins: [] });
  });
});

describe('what a run counts', () => {
  it('counts an account that it meets again after a crash as it did the first time', () => {
    world.runId = 'run-1';
    world.account('ann');
    expect(world.converge('ann')).toBe('created');
    expect(world.converge('ann')).toBe('created');
    expect(world.last?.changes).toEqual([]);
  });

  it('counts a skipped account that it meets again as skipped', () => {
    world.runId = 'run-1';
    world.account('ann', { active: false });
    world.converge('ann');
    expect(world.converge('ann')).toBe('skipped');
  });

  it('counts an account that it unlinked as unlinked when it meets it again', () => {
    world.synced('ann');
    world.runId = 'run-1';
    world.settings = settings({ excludedDomains: ['example.com'] });
    expect(world.converge('ann')).toBe('unlinked');
    expect(world.converge('ann')).toBe('unlinked');
  });

  it('counts anew in the next run', () => {
    world.runId = 'run-1';
    world.synced('ann');
    world.runId = 'run-2';
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.last?.changes).toEqual([]);
  });

  it('counts as it did the first time although an event changed the link in between', () => {
    world.runId = 'run-1';
    world.synced('ann');
    world.runId = undefined;
    world.account('ann', { name: 'Ann Marsh' });
    world.converge('ann');
    world.runId = 'run-1';
    expect(world.converge('ann')).toBe('created');
  });
});

describe.each(states)('the account that led a contact with two accounts, %s,', (_, reduced) => {
  const twoAccounts = () => {
    const { id } = world.synced('ann', { name: 'Ann' });
    world.account('qm:ann', { accountType: 'customer', name: 'A. Customer', email: shown('ann@example.com') });
    world.converge('qm:ann');
    world.account('qm:ann', { accountType: 'customer', name: 'A. Customer', email: shown('other@example.com') });
    world.converge('qm:ann');
    offAndOn(reduced, 'ann', 'qm:ann');
    world.initialRun = true;
    return id;
  };

  it('is followed by nobody else during the initial run, while it has not come back', () => {
    const id = twoAccounts();
    world.says('ann', 'degraded');
    expect(world.converge('qm:ann')).toBe('linked');
    world.converge('ann');
    expect(world.contact(id)).toMatchObject({ name: 'Ann', email: 'ann@example.com' });
  });

  it('no longer leads when it has not come back by the end of the initial run', () => {
    const id = twoAccounts();
    world.says('ann', 'degraded');
    world.converge('qm:ann');
    world.converge('ann');
    world.initialRun = false;
    world.convergeAll('qm:ann');
    expect(world.contact(id)).toMatchObject({ name: 'A. Customer', email: 'other@example.com', primary: 'qm:ann' });
  });

  it('leads again when it comes back', () => {
    const id = twoAccounts();
    world.converge('qm:ann');
    world.convergeAll('ann');
    expect(world.contact(id)).toMatchObject({ name: 'Ann', email: 'ann@example.com', primary: 'ann' });
  });

  it('hands the contact over when it is gone', () => {
    const id = twoAccounts();
    world.converge('qm:ann');
    world.says('ann', 'missing');
    world.converge('ann');
    world.passMinutes(10);
    world.convergeAll('ann', 'qm:ann');
    expect(world.user('ann')).toBeUndefined();
    expect(world.contact(id)).toMatchObject({ name: 'A. Customer', email: 'other@example.com', primary: 'qm:ann' });
  });
});

describe('a former link whose account is gone', () => {
  it('goes when the account is missing twice, ten minutes apart, and keeps the contact', () => {
    const { id } = world.synced('ann');
    offAndOn(true, 'ann');
    world.says('ann', 'missing');
    expect(world.converge('ann')).toBe('skipped');
    expect(world.former('ann')?.missingSince).toBe(world.time());
    world.passMinutes(10);
    world.converge('ann');
    expect(world.user('ann')).toBeUndefined();
    expect(world.contact(id)).toMatchObject({ email: 'ann@example.com', origins: [{ former: false }] });
  });
});
