import { day, hour, minute, Site, user, users } from './site';

let site: Site;
afterEach(() => site.close());

const calls = () => site.jira.meter.calls;

describe('an account that cannot be read', () => {
  it('is looked at again five minutes later, then less and less often, until it can', async () => {
    site = await Site.synced([user('one')]);
    site.jira.throttle({ kind: 'unavailable', seconds: 3600, headers: false });
    site.jira.renameUser('one', 'New Name');
    await site.sandbox.passTime(10_000);
    const { notBefore = '' } = site.record('waiting', 'one') ?? {};
    expect(Math.round((Date.parse(notBefore) - site.sandbox.clock.now()) / minute)).toBe(5);
    await site.sandbox.passTime(50 * minute);
    expect(site.contactOf('one')?.name).toBe('Name of one');
    await site.sandbox.passTime(60 * minute);
    expect(site.contactOf('one')?.name).toBe('New Name');
    expect(site.record('waiting', 'one')).toBeUndefined();
  });

  it('is not asked for over and over within a tick', async () => {
    site = await Site.synced([user('one')]);
    site.jira.throttle({ kind: 'unavailable', seconds: 3600, headers: false });
    site.jira.renameUser('one', 'New Name');
    await site.sandbox.passTime(10_000);
    site.jira.meter.reset();
    await site.sandbox.passTime(30 * minute);
    expect(calls()).toBeGreaterThanOrEqual(2);
    expect(calls()).toBeLessThanOrEqual(6);
  });

  it('of which a deleted event told is still taken for deleted when it can be read', async () => {
    site = await Site.synced([user('one')]);
    const { id = '' } = site.contactOf('one') ?? {};
    site.jira.throttle({ kind: 'unavailable', seconds: 900, headers: false });
    site.jira.deleteUser('one');
    await site.sandbox.passTime(10_000);
    expect(site.record('waiting', 'one')?.deletedEvent).toBe(true);
    expect(site.record('user', 'one')?.kind).toBe('link');
    await site.sandbox.passTime(25 * minute);
    expect(site.record('user', 'one')).toBeUndefined();
    expect(site.record('contact', id)?.accounts).toEqual([]);
    expect(site.record('waiting', 'one')).toBeUndefined();
  });

  it('whose wait is over waits its full time again', async () => {
    site = await Site.synced([user('one')]);
    site.jira.throttle({ kind: 'unavailable', seconds: 3600, headers: false });
    site.jira.renameUser('one', 'New Name');
    await site.sandbox.passTime(10_000);
    const first = site.record('waiting', 'one')?.notBefore ?? '';
    await site.sandbox.passTime(11 * minute);
    const second = site.record('waiting', 'one')?.notBefore ?? '';
    expect(Date.parse(second) - Date.parse(first)).toBeGreaterThanOrEqual(5 * minute);
  });
});

describe('accounts that wait', () => {
  it('are drained as far as the points go', async () => {
    site = await Site.synced(users(60), { variables: { POINTS_PER_SITE: '100' } });
    await site.sandbox.passTime(5 * hour);
    site.jira.throttle({ kind: 'unavailable', seconds: 60, headers: false });
    for (let index = 0; index < 60; index++) site.jira.renameUser(`u${String(index).padStart(3, '0')}`, `New ${index}`);
    await site.sandbox.passTime(30_000);
    expect([...site.sandbox.storage.rows('waiting')].length).toBe(60);
    await site.sandbox.passTime(15 * minute);
    const left = [...site.sandbox.storage.rows('waiting')].length;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(60);
    await site.sandbox.passTime(3 * hour);
    expect([...site.sandbox.storage.rows('waiting')]).toEqual([]);
    expect(site.contactOf('u059')?.name).toBe('New 59');
  });

  it('wait no longer once sync is off', async () => {
    site = await Site.synced([user('one')]);
    site.jira.throttle({ kind: 'unavailable', seconds: 3600, headers: false, endpoint: 'GET /user' });
    site.jira.renameUser('one', 'New Name');
    await site.sandbox.passTime(10_000);
    expect(site.record('waiting', 'one')).toBeDefined();
    await site.turnOff();
    await site.sandbox.passTime(12 * minute);
    expect([...site.sandbox.storage.rows('waiting')]).toEqual([]);
  });

  it('are not forgotten when the tick that sees to them crashes at any call', async () => {
    for (let call = 1; call <= 12; call++) {
      site = await Site.synced([user('one')], { seed: call });
      site.jira.throttle({ kind: 'unavailable', seconds: 60, headers: false });
      site.jira.renameUser('one', 'New Name');
      await site.sandbox.passTime(5 * minute);
      site.sandbox.faults.crashAtCall(call);
      await site.sandbox.passTime(20 * minute);
      expect(site.contactOf('one')?.name).toBe('New Name');
      expect(site.record('waiting', 'one')).toBeUndefined();
      site.close();
    }
  });
});

describe('an email that is taken', () => {
  it('is handed on within a day when the queue refused to wake who waited', async () => {
    site = await Site.synced([user('one'), user('two')]);
    const owner = await site.contacts('createContact', { contact: { name: 'Owner', email: 'wanted@example.com' } });
    site.jira.changeEmail('one', 'wanted@example.com');
    await site.sandbox.passTime(minute);
    expect(site.record('skip', 'one')).toMatchObject({ reason: 'email-taken', contactId: owner.id });
    site.sandbox.faults.set({ queueRequestFails: 1 });
    await site.contacts('deleteContact', { id: owner.id, version: owner.version }).catch(() => undefined);
    site.sandbox.faults.quiet();
    site.sandbox.forge.problems.length = 0;
    await site.sandbox.passTime(day);
    expect(site.contactOf('one')?.email).toBe('wanted@example.com');
    expect(site.record('skip', 'one')).toBeUndefined();
  });
});
