import { shown } from './build/account';
import { contact } from './build/contact';
import { settings } from './build/settings';
import { World } from './build/world';

let world: World;
const ids: Record<string, string> = {};

/** Contacts of these people, each with the email that is their id. */
function people(...names: string[]): void {
  world = new World();
  for (const name of names) ids[name] = world.synced(name).id;
}

/** The people's emails in Jira change to these local parts. */
function change(emails: Record<string, string>): void {
  for (const [name, local] of Object.entries(emails)) world.account(name, { email: shown(`${local}@example.com`) });
}

const emails = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, world.contact(id)?.email?.replace('@example.com', '')]),
  );

beforeEach(() => {
  for (const name of Object.keys(ids)) delete ids[name];
});

describe('a new email that a regular contact owns', () => {
  beforeEach(() => {
    people('ann');
    world.person(contact('owner', { email: 'wanted@example.com' }));
    change({ ann: 'wanted' });
  });

  it('leaves the contact its old one, and the account is listed as email-taken with that contact', () => {
    expect(world.converge('ann')).toBe('updated');
    expect(world.contactOf('ann')?.email).toBe('ann@example.com');
    expect(world.skip('ann')).toEqual({ accountId: 'ann', reason: 'email-taken', contactId: 'owner', epoch: 1 });
  });

  it('is in the link, which is pending', () => {
    world.converge('ann');
    expect(world.link('ann')).toMatchObject({ email: 'wanted@example.com', pending: true });
  });

  it('counts as unchanged when it is looked at again', () => {
    world.converge('ann');
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.last?.changes).toEqual([]);
  });

  it('is taken once the other lets go', () => {
    world.converge('ann');
    world.personDeletes('owner');
    expect(world.converge('ann')).toBe('updated');
    expect(world.contactOf('ann')?.email).toBe('wanted@example.com');
    expect(world.skip('ann')).toBeUndefined();
    expect(world.link('ann')?.pending).toBeUndefined();
  });

  it('is given up when the account’s email changes back', () => {
    world.converge('ann');
    change({ ann: 'ann' });
    world.converge('ann');
    expect(world.contactOf('ann')?.email).toBe('ann@example.com');
    expect(world.skip('ann')).toBeUndefined();
  });
});

describe('a new email that a synced contact owns', () => {
  it('moves over in one decision, if the owner’s account has another now', () => {
    people('ann', 'bob');
    change({ ann: 'bob', bob: 'bobby' });
    world.converge('ann');
    expect(emails()).toEqual({ ann: 'bob', bob: 'bobby' });
  });

  it('is email-taken if the owner’s account has it still', () => {
    people('ann', 'bob');
    change({ ann: 'bob' });
    world.converge('ann');
    expect(emails()).toEqual({ ann: 'ann', bob: 'bob' });
    expect(world.skip('ann')).toMatchObject({ reason: 'email-taken', contactId: ids.bob });
  });

  it('is email-taken if the owner’s email does not follow', () => {
    people('ann', 'bob');
    world.settings = settings({ editPolicy: 'follow-until-edited' });
    const owner = world.contact(ids.bob ?? '');
    if (owner !== undefined) world.person({ ...owner, followsEmail: false });
    change({ ann: 'bob', bob: 'bobby' });
    world.converge('ann');
    expect(emails()).toEqual({ ann: 'ann', bob: 'bob' });
    expect(world.skip('ann')?.reason).toBe('email-taken');
  });

  it('is email-taken if the owner’s account has no known email', () => {
    people('ann', 'bob');
    change({ ann: 'bob' });
    world.account('bob', { email: { kind: 'none' } });
    world.converge('ann');
    expect(emails()).toEqual({ ann: 'ann', bob: 'bob' });
  });

  it('changes nothing while the owner’s account cannot be read', () => {
    people('ann', 'bob');
    change({ ann: 'bob' });
    world.says('bob', 'unreadable');
    expect(world.converge('ann')).toBe('failed');
    expect(world.last?.changes).toEqual([]);
  });
});

describe('swapped emails', () => {
  it.each([['ann'], ['bob']])('swap in one decision when %s comes first', (first) => {
    people('ann', 'bob');
    change({ ann: 'bob', bob: 'ann' });
    world.converge(first);
    expect(emails()).toEqual({ ann: 'bob', bob: 'ann' });
  });

  it('leave nobody pending and nobody skipped', () => {
    people('ann', 'bob');
    change({ ann: 'bob', bob: 'ann' });
    world.convergeAll('ann', 'bob');
    expect([world.link('ann')?.pending, world.link('bob')?.pending]).toEqual([undefined, undefined]);
    expect(world.tables.skip.size).toBe(0);
  });

  it('keep each person’s contact', () => {
    people('ann', 'bob');
    change({ ann: 'bob', bob: 'ann' });
    world.convergeAll('ann', 'bob');
    expect([world.contactOf('ann')?.id, world.contactOf('bob')?.id]).toEqual([ids.ann, ids.bob]);
  });
});

const orders = [
  ['ann', 'bob', 'cid'],
  ['ann', 'cid', 'bob'],
  ['bob', 'ann', 'cid'],
  ['bob', 'cid', 'ann'],
  ['cid', 'ann', 'bob'],
  ['cid', 'bob', 'ann'],
];

describe('emails handed on along three people', () => {
  it.each(orders)('all arrive, converged in the order %s, %s, %s', (...order) => {
    people('ann', 'bob', 'cid');
    change({ ann: 'bob', bob: 'cid', cid: 'new' });
    world.convergeAll(...order);
    expect(emails()).toEqual({ ann: 'bob', bob: 'cid', cid: 'new' });
    expect(world.tables.skip.size).toBe(0);
    expect(world.tables.claim.size).toBe(3);
  });

  it.each(orders)('all arrive in a circle, converged in the order %s, %s, %s', (...order) => {
    people('ann', 'bob', 'cid');
    change({ ann: 'bob', bob: 'cid', cid: 'ann' });
    world.convergeAll(...order);
    expect(emails()).toEqual({ ann: 'bob', bob: 'cid', cid: 'ann' });
    expect(world.tables.skip.size).toBe(0);
  });

  it('leave a contact whose key was taken pending until it has its own', () => {
    people('ann', 'bob', 'cid');
    change({ ann: 'bob', bob: 'cid', cid: 'new' });
    world.converge('ann');
    expect(emails()).toEqual({ ann: 'bob', bob: undefined, cid: 'cid' });
    expect(world.link('bob')?.pending).toBe(true);
    expect(world.last?.wake).toEqual(['bob']);
  });
});

describe('who waits for an email', () => {
  it('is woken when the owner’s account changes to another', () => {
    people('ann', 'bob');
    change({ ann: 'bob' });
    world.converge('ann');
    change({ bob: 'bobby' });
    world.converge('bob');
    expect(world.last?.wake).toEqual(['ann']);
    world.converge('ann');
    expect(emails()).toEqual({ ann: 'bob', bob: 'bobby' });
  });

  it('is found by its pending link even if nobody wakes it', () => {
    people('ann', 'bob');
    change({ ann: 'bob' });
    world.converge('ann');
    change({ bob: 'bobby' });
    world.converge('bob');
    expect(world.converge('ann')).toBe('updated');
    expect(emails().ann).toBe('bob');
  });

  it('is woken when the owner loses its last account: it is regular now, and is linked', () => {
    people('ann', 'bob');
    const owner = world.contactOf('ann');
    world.says('ann', 'degraded');
    change({ bob: 'ann' });
    world.converge('bob');
    world.converge('ann', { deletedEvent: true });
    expect(world.last?.wake).toEqual(['bob']);
    expect(world.contact(owner?.id ?? '')?.accounts).toEqual([]);
  });
});
