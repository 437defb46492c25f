import { lookedUp, shown } from './build/account';
import { contact } from './build/contact';
import { settings } from './build/settings';
import { World } from './build/world';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('a linked account of which nothing differs', () => {
  it('is unchanged and costs no write', () => {
    world.synced('ann');
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.last?.changes).toEqual([]);
  });

  it('is unchanged with a name that differs only in blanks and composition', () => {
    world.synced('ann', { name: 'Jos\u00e9' });
    world.account('ann', { name: ' Jose\u0301 ' });
    expect(world.converge('ann')).toBe('unchanged');
  });
});

describe('a linked primary account', () => {
  it('takes its contact along when its name changes', () => {
    const { id } = world.synced('ann', { name: 'Ann Lee' });
    world.account('ann', { name: 'Ann Marsh' });
    expect(world.converge('ann')).toBe('updated');
    expect(world.contact(id)).toMatchObject({ name: 'Ann Marsh', version: 2 });
    expect(world.link('ann')?.name).toBe('Ann Marsh');
  });

  it('takes its contact along when its email changes: the old key is released, the new one claimed', () => {
    const { id } = world.synced('ann');
    world.account('ann', { email: shown('marsh@example.com') });
    expect(world.converge('ann')).toBe('updated');
    expect(world.contact(id)?.email).toBe('marsh@example.com');
    expect(world.claim('ann@example.com')).toBeUndefined();
    expect(world.claim('marsh@example.com')).toEqual({ contactId: id, waiting: [] });
  });

  it('leaves the contact its email when only its spelling changes', () => {
    const { id } = world.synced('ann');
    world.account('ann', { email: shown('ANN@example.com') });
    world.converge('ann');
    expect(world.contact(id)).toMatchObject({ email: 'ann@example.com', version: 1 });
    expect(world.link('ann')?.email).toBe('ANN@example.com');
  });

  it('has its version grow by one when name and email change together', () => {
    const { id } = world.synced('ann');
    world.account('ann', { name: 'Ann Marsh', email: shown('marsh@example.com') });
    world.converge('ann');
    expect(world.contact(id)?.version).toBe(2);
  });

  it('changes only the link when only the avatar changes', () => {
    const { id } = world.synced('ann');
    world.account('ann', { avatarUrl: 'https://avatars.example/ann.png' });
    expect(world.converge('ann')).toBe('updated');
    expect(world.contact(id)?.version).toBe(1);
  });
});

describe('a linked account that is deactivated', () => {
  it('stays linked, shown as deactivated', () => {
    const { id } = world.synced('ann');
    world.account('ann', { active: false });
    expect(world.converge('ann')).toBe('updated');
    expect(world.contactOf('ann')?.id).toBe(id);
    expect(world.link('ann')?.active).toBe(false);
  });

  it('still passes its name on', () => {
    const { id } = world.synced('ann');
    world.account('ann', { active: false, name: 'Ann Marsh' });
    world.converge('ann');
    expect(world.contact(id)?.name).toBe('Ann Marsh');
  });
});

describe('a linked account whose email is no longer known', () => {
  it.each(['none', 'hidden'] as const)('stays linked with %s, and the contact keeps its email', (kind) => {
    const { id } = world.synced('ann');
    world.account('ann', { email: { kind } });
    world.converge('ann');
    expect(world.contactOf('ann')).toMatchObject({ id, email: 'ann@example.com', version: 1 });
  });

  it('still passes its name on', () => {
    const { id } = world.synced('ann');
    world.account('ann', { email: { kind: 'none' }, name: 'Ann Marsh' });
    world.converge('ann');
    expect(world.contact(id)?.name).toBe('Ann Marsh');
  });

  it('stays linked when usersWithoutEmail and includeInactive would not let it in', () => {
    world.settings = settings({ includeInactive: true, usersWithoutEmail: 'create' });
    const { id } = world.synced('ann', { active: false, email: { kind: 'none' } });
    world.settings = settings();
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.contactOf('ann')?.id).toBe(id);
  });
});

describe('a linked account whose email could not be looked up', () => {
  it('is unreadable: it changes nothing and is looked at again', () => {
    const { id } = world.synced('ann', { name: 'Ann Lee', email: lookedUp('ann@example.com') });
    world.account('ann', { name: 'Ann Marsh', email: { kind: 'unreadable' } });
    expect(world.converge('ann')).toBe('failed');
    expect(world.contact(id)?.name).toBe('Ann Lee');
    expect(world.last?.recheck).toEqual({ accountId: 'ann', notBefore: '2026-11-02T09:05:02.000Z' });
  });
});

describe('hiddenEmails: skip', () => {
  it('removes a looked-up email from the link, and the contact keeps it and stops following it', () => {
    const { id } = world.synced('ann', { email: lookedUp('ann@example.com') });
    world.settings = settings({ hiddenEmails: 'skip' });
    world.account('ann', { email: { kind: 'hidden' } });
    expect(world.converge('ann')).toBe('updated');
    expect(world.link('ann')?.email).toBeUndefined();
    expect(world.contactOf('ann')).toMatchObject({ id, email: 'ann@example.com' });
  });
});

describe('a linked account whose type or domain is excluded', () => {
  it.each([
    ['excluded-type', { accountTypes: { atlassian: false, customer: true } }],
    ['excluded-domain', { excludedDomains: ['example.com'] }],
  ])('is unlinked and listed as %s', (reason, changed) => {
    world.synced('ann');
    world.settings = settings(changed);
    expect(world.converge('ann')).toBe('unlinked');
    expect(world.user('ann')).toBeUndefined();
    expect(world.skip('ann')).toMatchObject({ accountId: 'ann', reason, epoch: 1 });
  });

  it('leaves a regular contact that keeps its values, its email, and an origin', () => {
    const { id } = world.synced('ann', { name: 'Ann Lee' });
    world.settings = settings({ excludedDomains: ['example.com'] });
    world.converge('ann');
    expect(world.contact(id)).toMatchObject({
      name: 'Ann Lee',
      email: 'ann@example.com',
      version: 2,
      accounts: [],
      origins: [{ accountId: 'ann', epoch: 1, nameHash: '#Ann Lee', emailHash: '#ann@example.com', former: false }],
    });
    expect(world.contact(id)?.primary).toBeUndefined();
  });

  it('goes back to that contact by its email when it is allowed again', () => {
    const { id } = world.synced('ann');
    world.settings = settings({ excludedDomains: ['example.com'] });
    world.converge('ann');
    world.settings = settings();
    expect(world.converge('ann')).toBe('linked');
    expect(world.contactOf('ann')).toMatchObject({ id, origins: [] });
  });
});

describe('a linked account that is not the primary', () => {
  let id: string;
  beforeEach(() => {
    id = world.synced('ann', { name: 'Ann' }).id;
    world.account('qm:ann', { accountType: 'customer', name: 'Portal', email: shown('ann@example.com') });
    world.converge('qm:ann');
  });

  it('has its link follow, and the contact does not', () => {
    world.account('qm:ann', { accountType: 'customer', name: 'Other', email: shown('other@example.com') });
    expect(world.converge('qm:ann')).toBe('updated');
    expect(world.link('qm:ann')).toMatchObject({ name: 'Other', email: 'other@example.com' });
    expect(world.contact(id)).toMatchObject({ name: 'Ann', email: 'ann@example.com', version: 2 });
  });

  it('becomes the primary when the other is deactivated, and the contact follows it', () => {
    world.account('ann', { name: 'Ann', active: false });
    world.convergeAll('ann');
    expect(world.contact(id)).toMatchObject({ primary: 'qm:ann', name: 'Portal' });
  });

  it('hands back to the other when that is active again', () => {
    world.account('ann', { name: 'Ann', active: false });
    world.convergeAll('ann');
    world.account('ann', { name: 'Ann' });
    world.convergeAll('ann');
    expect(world.contact(id)).toMatchObject({ primary: 'ann', name: 'Ann' });
  });

  it('is not listed as email-taken for an email that it no longer asks for', () => {
    world.person(contact('owner', { email: 'wanted@example.com' }));
    world.account('ann', { name: 'Ann', email: shown('wanted@example.com') });
    world.converge('ann');
    expect(world.skip('ann')?.reason).toBe('email-taken');
    world.account('ann', { name: 'Ann', email: shown('wanted@example.com'), active: false });
    world.convergeAll('ann');
    expect(world.contact(id)?.primary).toBe('qm:ann');
    world.converge('ann');
    expect(world.skip('ann')).toBeUndefined();
  });
});
