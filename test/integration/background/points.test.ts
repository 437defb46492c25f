import { hour, minute, Site, user, users } from './site';

let site: Site;
afterEach(() => site.close());

const now = () => site.sandbox.clock.now();
const nextHour = () => (Math.floor(now() / hour) + 1) * hour;
const run = async () => (await site.admin('getSyncStatus', {})).run;

describe('a site', () => {
  it('spends at most POINTS_PER_SITE in an hour on background work, and in the end everybody has a contact', async () => {
    site = await Site.open(users(300), { variables: { POINTS_PER_SITE: '250' } });
    await site.turnOn();
    for (let passed = 0; passed < 5; passed++) {
      site.jira.meter.reset();
      await site.sandbox.passTime(nextHour() - now() - 1);
      expect(site.pointsSpent()).toBeLessThanOrEqual(250);
      await site.sandbox.passTime(1);
    }
    expect(await run()).toMatchObject({ state: 'done', created: 304, seen: 304, failed: 0 });
  });

  it('shows until when a run is paused: a moment in the first ten minutes of the next hour', async () => {
    site = await Site.open(users(300), { variables: { POINTS_PER_SITE: '250' } });
    await site.turnOn();
    await site.sandbox.passTime(minute);
    const { pausedUntil = '', state } = (await run()) ?? {};
    expect(state).toBe('running');
    const intoTheHour = Date.parse(pausedUntil) - nextHour();
    expect(intoTheHour).toBeGreaterThanOrEqual(0);
    expect(intoTheHour).toBeLessThanOrEqual(10 * minute);
    await site.sandbox.passTime(Date.parse(pausedUntil) - now() - 1);
    const { seen = 0 } = (await run()) ?? {};
    expect(seen).toBeLessThan(125);
    await site.sandbox.passTime(6 * minute);
    expect((await run())?.seen).toBeGreaterThan(seen);
  });

  it.each(['1', '2', '3', '4'])('comes back at a moment of its own (%s)', async (seed) => {
    site = await Site.open(users(300), { seed: Number(seed), variables: { POINTS_PER_SITE: '250' } });
    await site.turnOn();
    await site.sandbox.passTime(minute);
    resumptions.add(((await run())?.pausedUntil ?? '').slice(14));
    if (seed === '4') expect(resumptions.size).toBe(4);
  });
  const resumptions = new Set<string>();

  it('answers people while its background work has no points left', async () => {
    site = await Site.open([...users(200), user('zoe')], { variables: { POINTS_PER_SITE: '60' } });
    await site.turnOn();
    await site.sandbox.passTime(20 * minute);
    expect((await run())?.pausedUntil).toBeDefined();
    const [first] = await site.allContacts('synced');
    expect(first).toBeDefined();
    await site.sandbox.passTime(minute);
    site.jira.renameUser('u000', 'New Name');
    const { items } = await site.contacts('refreshContacts', { ids: (await site.allContacts()).map(({ id }) => id) });
    expect(items.length).toBeGreaterThan(0);
    expect(await site.panel(site.jira.listIssues().issues[0]?.key ?? '')).toMatchObject({ chosen: expect.any(String) });
    expect((await site.admin('listSkippedUsers', {})).items).toEqual([]);
  });
});

describe('a 429 for the quota', () => {
  it('stops all background work: events, hints, what waits, the walk and runs, until Retry-After and not longer than ten minutes after', async () => {
    site = await Site.synced([user('one'), user('two', { accountType: 'customer' }), ...users(50)]);
    site.jira.throttle({ kind: 'quota', seconds: 40 * 60 });
    const until = now() + 40 * minute;
    site.jira.renameUser('one', 'New Name');
    await site.sandbox.passTime(10_000);
    expect(site.jira.meter.calls).toBeGreaterThan(0);
    site.jira.meter.reset();
    site.jira.renameUser('u001', 'Other Name');
    site.jira.deleteUser('u002');
    site.jira.createUser({
      accountId: 'qm:new',
      displayName: 'New',
      email: 'new@example.com',
      accountType: 'customer',
    });
    site.jira.createIssue({ projectKey: site.jira.listProjects()[0]?.key ?? '', summary: 'x', reporter: 'qm:new' });
    await site.sandbox.passTime(until - now() - 1);
    expect(site.jira.meter.calls).toBe(0);
    await site.sandbox.passTime(16 * minute);
    expect(site.contactOf('one')?.name).toBe('New Name');
    expect(site.contactOf('u001')?.name).toBe('Other Name');
    expect(site.contactOf('u002')).toBeUndefined();
    expect(site.contactOf('qm:new')?.name).toBe('New');
  });

  it('pauses a run, which goes on by itself', async () => {
    site = await Site.open(users(20));
    site.jira.throttle({ kind: 'quota', seconds: 30 * 60, endpoint: 'GET /users/search' });
    const until = now() + 30 * minute;
    await site.turnOn();
    await site.sandbox.passTime(minute);
    const wait = Date.parse((await run())?.pausedUntil ?? '') - until;
    expect(wait).toBeGreaterThanOrEqual(0);
    expect(wait).toBeLessThanOrEqual(10 * minute);
    const { calls } = site.jira.meter.of('GET /users/search');
    expect(calls).toBe(1);
    await site.sandbox.passTime(until - now() - 1);
    expect(site.callsOf('GET /users/search')).toBe(1);
    await site.sandbox.passTime(16 * minute);
    expect(await run()).toMatchObject({ state: 'done', created: 24 });
  });

  it('for points that are used up lasts until the hour turns', async () => {
    site = await Site.synced([user('one')], { jira: { pointsPerHour: 300 } });
    site.jira.points.spend(300);
    site.jira.renameUser('one', 'New Name');
    await site.sandbox.passTime(10_000);
    site.jira.meter.reset();
    await site.sandbox.passTime(nextHour() - now() - 1);
    expect(site.jira.meter.calls).toBe(0);
    await site.sandbox.passTime(16 * minute);
    expect(site.contactOf('one')?.name).toBe('New Name');
  });
});

describe('a 429 for a burst', () => {
  it('stops that endpoint only, and nothing asks it again before Retry-After', async () => {
    site = await Site.synced([user('one'), user('hidden', { emailHidden: true })]);
    site.jira.throttle({ kind: 'burst', seconds: 30 * 60, endpoint: 'GET /user/email/bulk' });
    const until = now() + 30 * minute;
    site.jira.renameUser('hidden', 'New Hidden');
    await site.sandbox.passTime(10_000);
    expect(site.callsOf('GET /user/email/bulk')).toBeGreaterThan(0);
    site.jira.meter.reset();
    site.jira.renameUser('one', 'New Name');
    site.jira.changeEmail('hidden', 'other@example.com');
    await site.sandbox.passTime(until - now() - 1);
    expect(site.contactOf('one')?.name).toBe('New Name');
    expect(site.callsOf('GET /user/email/bulk')).toBe(0);
    await site.sandbox.passTime(6 * minute);
    expect(site.contactOf('hidden')).toMatchObject({ name: 'New Hidden', email: 'other@example.com' });
  });

  it('of a gateway that names no time stops the endpoint for half a minute', async () => {
    site = await Site.open([user('one')]);
    site.jira.throttle({ kind: 'gateway', seconds: 20, endpoint: 'GET /users/search' });
    await site.turnOn();
    await site.sandbox.passTime(25_000);
    expect(site.callsOf('GET /users/search')).toBe(1);
    await site.sandbox.passTime(10_000);
    expect(await run()).toMatchObject({ state: 'done', created: 5 });
  });
});

describe('what Jira says is left', () => {
  it('counts more than the own count: near the limit background work pauses until the hour turns, events go on', async () => {
    site = await Site.open(users(30), { jira: { pointsPerHour: 65_000 } });
    site.jira.points.spend(53_000);
    await site.turnOn();
    await site.sandbox.passTime(minute);
    expect(await run()).toMatchObject({ state: 'running', seen: 34 });
    expect(Date.parse((await run())?.pausedUntil ?? '')).toBeGreaterThanOrEqual(nextHour());
    site.jira.renameUser('u000', 'New Name');
    await site.sandbox.passTime(10_000);
    expect(site.contactOf('u000')?.name).toBe('New Name');
    await site.sandbox.passTime(nextHour() - now() + 16 * minute);
    expect(await run()).toMatchObject({ state: 'done', created: 34 });
  });

  it('is not believed while it is only announced', async () => {
    site = await Site.open(users(30), { jira: { pointsPerHour: 65_000, pointsEnforced: false } });
    site.jira.points.spend(64_900);
    await site.turnOn();
    await site.sandbox.passTime(minute);
    await site.admin('syncNow', {});
    await site.sandbox.passTime(minute);
    expect(await run()).toMatchObject({ kind: 'reconcile', state: 'done', unchanged: 34 });
  });
});
