import { shown } from './build/account';
import { contact } from './build/contact';
import { settings } from './build/settings';
import { World } from './build/world';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('a reading that says nothing', () => {
  it('leaves a linked account as it is while it is degraded, however often', () => {
    const { id } = world.synced('ann');
    world.says('ann', 'degraded');
    for (let look = 0; look < 3; look++) {
      world.passMinutes(11);
      expect(world.converge('ann')).toBe('unchanged');
      expect(world.last?.changes).toEqual([]);
    }
    expect(world.contactOf('ann')?.id).toBe(id);
  });

  it('makes no contact of a degraded account', () => {
    world.says('ann', 'degraded');
    expect(world.converge('ann')).toBe('skipped');
    expect(world.contacts).toEqual([]);
  });

  it('leaves an unreadable account as it is, and has it looked at again in five minutes', () => {
    world.synced('ann');
    world.says('ann', 'unreadable');
    expect(world.converge('ann')).toBe('failed');
    expect(world.last?.changes).toEqual([]);
    expect(world.last?.recheck).toEqual({ accountId: 'ann', notBefore: '2026-11-02T09:05:02.000Z' });
  });

  it('that is older than the link’s is never applied', () => {
    const old = world.reading('ann');
    const { id } = world.synced('ann', { name: 'Ann' });
    const older = { ...world.reading('ann'), retrievedAt: old.retrievedAt };
    world.account('ann', { name: 'Ann Marsh' });
    world.converge('ann');
    expect(world.converge('ann', { reading: older })).toBe('unchanged');
    expect(world.contact(id)?.name).toBe('Ann Marsh');
  });

  it('that is older than a former link’s is not applied either: the account is looked at again', () => {
    const old = world.reading('ann');
    world.synced('ann', { name: 'Ann' });
    const older = { ...world.reading('ann'), retrievedAt: old.retrievedAt };
    world.account('ann', { name: 'Ann Marsh' });
    world.converge('ann');
    world.turnOff();
    world.turnOn();
    expect(world.converge('ann', { reading: older })).toBe('failed');
    expect(world.last?.changes).toEqual([]);
    expect(world.last?.recheck?.accountId).toBe('ann');
  });
});

describe('a linked account that is missing', () => {
  beforeEach(() => {
    world.synced('ann');
    world.says('ann', 'missing');
  });

  it('stays linked at the first sighting, which queues the second look ten minutes later', () => {
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.contactOf('ann')).toBeDefined();
    expect(world.last?.recheck).toEqual({ accountId: 'ann', notBefore: '2026-11-02T09:10:02.000Z' });
  });

  it('stays linked when it is seen missing again within ten minutes', () => {
    world.converge('ann');
    world.passMinutes(9);
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.last?.recheck).toEqual({ accountId: 'ann', notBefore: '2026-11-02T09:10:02.000Z' });
  });

  it('is gone when it is missing twice, ten minutes apart', () => {
    world.converge('ann');
    world.passMinutes(10);
    expect(world.converge('ann')).toBe('unlinked');
    expect(world.user('ann')).toBeUndefined();
  });

  it('begins anew when it was living in between', () => {
    world.converge('ann');
    world.account('ann');
    world.passMinutes(5);
    expect(world.converge('ann')).not.toBe('unlinked');
    world.says('ann', 'missing');
    world.passMinutes(6);
    expect(world.converge('ann')).toBe('unchanged');
    expect(world.contactOf('ann')).toBeDefined();
  });

  it('is not gone by being unreadable or degraded in between and after', () => {
    world.converge('ann');
    world.passMinutes(11);
    world.says('ann', 'degraded');
    expect(world.converge('ann')).toBe('unchanged');
    world.says('ann', 'unreadable');
    expect(world.converge('ann')).toBe('failed');
    expect(world.contactOf('ann')).toBeDefined();
  });
});

describe('a deleted event', () => {
  it.each(['missing', 'degraded'] as const)('and then a reading that is %s mean gone', (reading) => {
    world.synced('ann');
    world.says('ann', reading);
    expect(world.converge('ann', { deletedEvent: true })).toBe('unlinked');
    expect(world.user('ann')).toBeUndefined();
  });

  it('and then a deactivated account mean gone', () => {
    world.synced('ann');
    world.account('ann', { active: false });
    expect(world.converge('ann', { deletedEvent: true })).toBe('unlinked');
    expect(world.skip('ann')).toMatchObject({ reason: 'inactive', gone: true, epoch: 1 });
  });

  it('and then a living, active account change nothing', () => {
    world.synced('ann');
    expect(world.converge('ann', { deletedEvent: true })).toBe('unchanged');
    expect(world.contactOf('ann')).toBeDefined();
  });

  it('and then an unreadable reading are tried again, still as a deleted event', () => {
    world.synced('ann');
    world.says('ann', 'unreadable');
    expect(world.converge('ann', { deletedEvent: true })).toBe('failed');
    expect(world.last?.recheck).toEqual({
      accountId: 'ann',
      notBefore: '2026-11-02T09:05:02.000Z',
      deletedEvent: true,
    });
  });

  it('that comes twice is as if it came once', () => {
    const { id } = world.synced('ann');
    world.says('ann', 'degraded');
    world.converge('ann', { deletedEvent: true });
    world.converge('ann', { deletedEvent: true });
    expect(world.last?.changes).toEqual([]);
    expect(world.contact(id)?.version).toBe(2);
  });
});

describe('a gone account', () => {
  let id: string;
  beforeEach(() => {
    id = world.synced('ann', { name: 'Ann Lee' }).id;
    world.says('ann', 'degraded');
    world.converge('ann', { deletedEvent: true });
  });

  it('leaves a regular contact that keeps its values and its email', () => {
    expect(world.contact(id)).toMatchObject({ name: 'Ann Lee', email: 'ann@example.com', accounts: [] });
    expect(world.claim('ann@example.com')?.contactId).toBe(id);
  });

  it('leaves an origin on it: the account’s id and hashes of what was copied', () => {
    expect(world.contact(id)?.origins).toEqual([
      { accountId: 'ann', epoch: 1, nameHash: '#Ann Lee', emailHash: '#ann@example.com', former: false },
    ]);
  });

  it('is not eligible while it reads deactivated, also under includeInactive', () => {
    world.settings = settings({ includeInactive: true });
    world.account('ann', { active: false });
    expect(world.converge('ann')).toBe('skipped');
    expect(world.skip('ann')?.reason).toBe('inactive');
  });

  it('is eligible once it reads living and active again, and goes back to its contact by its email', () => {
    world.account('ann', { name: 'Ann Lee' });
    expect(world.converge('ann')).toBe('linked');
    expect(world.contactOf('ann')?.id).toBe(id);
    expect(world.skip('ann')).toBeUndefined();
  });

  it('lets whoever has its email now have the contact', () => {
    world.account('ann2', { email: shown('ann@example.com') });
    expect(world.converge('ann2')).toBe('linked');
    expect(world.contactOf('ann2')?.id).toBe(id);
  });
});

describe('a gone account that shared its contact', () => {
  it('lets the next primary take over, and the contact follows that one', () => {
    const { id } = world.synced('ann', { name: 'Ann' });
    world.account('qm:ann', { accountType: 'customer', name: 'Portal', email: shown('ann@example.com') });
    world.converge('qm:ann');
    world.says('ann', 'missing');
    expect(world.converge('ann', { deletedEvent: true })).toBe('unlinked');
    expect(world.last?.wake).toEqual(['qm:ann']);
    expect(world.link('qm:ann')?.pending).toBe(true);
    world.converge('qm:ann');
    expect(world.contact(id)).toMatchObject({ primary: 'qm:ann', name: 'Portal' });
  });
});

describe('an account whose person was erased', () => {
  it('is neither eligible nor listed, whatever Jira says', () => {
    world.put('user', 'ann', { kind: 'tombstone', accountId: 'ann' });
    world.account('ann');
    expect(world.converge('ann')).toBe('skipped');
    expect(world.last?.changes).toEqual([]);
  });

  it('is not linked to the contact that has its email', () => {
    world.person(contact('c', { email: 'ann@example.com' }));
    world.put('user', 'ann', { kind: 'tombstone', accountId: 'ann' });
    world.account('ann');
    world.converge('ann');
    expect(world.contact('c')?.accounts).toEqual([]);
  });
});
