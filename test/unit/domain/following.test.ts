import { shown } from './build/account';
import { settings } from './build/settings';
import { World } from './build/world';

let world: World;
let id: string;

const free = settings({ editPolicy: 'follow-until-edited' });

/** Stores what a person saves on the contact; a value of theirs does not follow. */
function personSaves(changes: { name?: string; email?: string }): void {
  const before = world.contact(id);
  const link = world.link('ann');
  if (before === undefined || link === undefined) throw new Error('There is no contact to change.');
  const { name, email } = changes;
  world.person({
    ...before,
    ...changes,
    followsName: name === undefined ? before.followsName : name === link.name,
    followsEmail: email === undefined ? before.followsEmail : email === link.email,
  });
  world.put('user', 'ann', { ...link, diverged: true });
}

beforeEach(() => {
  world = new World();
  world.settings = free;
  id = world.synced('ann', { name: 'Ann Lee' }).id;
});

describe('under follow-until-edited', () => {
  it('a name that nobody edited follows', () => {
    world.account('ann', { name: 'Ann Marsh' });
    world.converge('ann');
    expect(world.contact(id)?.name).toBe('Ann Marsh');
  });

  it('a name that a person saved stays, and the email goes on following', () => {
    personSaves({ name: 'Annie' });
    world.account('ann', { name: 'Ann Marsh', email: shown('marsh@example.com') });
    expect(world.converge('ann')).toBe('updated');
    expect(world.contact(id)).toMatchObject({ name: 'Annie', email: 'marsh@example.com' });
  });

  it('an email that a person saved stays, and the name goes on following', () => {
    personSaves({ email: 'private@example.com' });
    world.account('ann', { name: 'Ann Marsh', email: shown('marsh@example.com') });
    world.converge('ann');
    expect(world.contact(id)).toMatchObject({ name: 'Ann Marsh', email: 'private@example.com' });
  });

  it('the link equals the account whatever a person saved', () => {
    personSaves({ name: 'Annie', email: 'private@example.com' });
    world.account('ann', { name: 'Ann Marsh', email: shown('marsh@example.com') });
    world.converge('ann');
    expect(world.link('ann')).toMatchObject({ name: 'Ann Marsh', email: 'marsh@example.com' });
  });

  it('a name follows again once a person saved the account’s', () => {
    personSaves({ name: 'Annie' });
    personSaves({ name: 'Ann Lee' });
    world.account('ann', { name: 'Ann Marsh' });
    world.converge('ann');
    expect(world.contact(id)?.name).toBe('Ann Marsh');
  });

  it('a contact that does not follow costs no write while nothing changes', () => {
    personSaves({ name: 'Annie' });
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.last?.changes).toEqual([]);
  });

  it('an email that does not follow is never email-taken', () => {
    world.synced('bob');
    personSaves({ email: 'private@example.com' });
    world.account('ann', { name: 'Ann Lee', email: shown('bob@example.com') });
    world.converge('ann');
    expect(world.skip('ann')).toBeUndefined();
  });
});

describe('under locked', () => {
  it('a name and an email that a person saved before are replaced, kept and follow', () => {
    personSaves({ name: 'Annie', email: 'private@example.com' });
    world.settings = settings();
    expect(world.converge('ann')).toBe('updated');
    expect(world.contact(id)).toMatchObject({
      name: 'Ann Lee',
      email: 'ann@example.com',
      followsName: true,
      followsEmail: true,
      nameBeforeSync: 'Annie',
      emailBeforeSync: 'private@example.com',
    });
  });

  it('the email that a person had saved is free again', () => {
    personSaves({ email: 'private@example.com' });
    world.settings = settings();
    world.converge('ann');
    expect(world.claim('private@example.com')).toBeUndefined();
  });

  it('a name that came from the account is not kept when it changes', () => {
    world.settings = settings();
    world.account('ann', { name: 'Ann Marsh' });
    world.converge('ann');
    expect(world.contact(id)?.nameBeforeSync).toBeUndefined();
  });
});

describe('a blank name', () => {
  it('falls back to the email’s local part', () => {
    world.account('ann', { name: ' ' });
    world.converge('ann');
    expect(world.contact(id)?.name).toBe('ann');
  });
});
