import { crowd, minute, none, openSite, people, syncedSite, user } from './open-site';

const hour = 60 * minute;
const users = (count: number) => Array.from({ length: count }, (_, nth) => user(`user${nth}`));

/** Milliseconds past the full hour. */
const pastTheHour = (time: string | undefined): number => Date.parse(time ?? '') % hour;

describe('a burst 429', () => {
  it('pauses the run for as long as Jira asks, and no longer', async () => {
    const site = await openSite(users(30));
    site.jira.throttle({ kind: 'burst', seconds: 20, endpoint: 'GET /users/search' });
    const began = site.sandbox.clock.now();
    await site.turnOn();
    await site.idle();
    const { run } = await site.status();
    expect(run).toMatchObject({ state: 'done', seen: 34, created: 34 });
    expect(Date.parse(run?.finishedAt ?? '') - began).toBeGreaterThanOrEqual(20_000);
    expect(Date.parse(run?.finishedAt ?? '') - began).toBeLessThan(60_000);
  });

  it('is shown as pausedUntil while it lasts', async () => {
    const site = await openSite(users(30));
    site.jira.throttle({ kind: 'burst', seconds: 120, endpoint: 'GET /users/search' });
    const until = site.sandbox.clock.now() + 120_000;
    await site.turnOn();
    await site.idle();
    const { run } = await site.status();
    expect(run?.state).toBe('running');
    expect(Math.abs(Date.parse(run?.pausedUntil ?? '') - until)).toBeLessThan(2_000);
  });

  it('of one endpoint does not stop the others: an event is seen to meanwhile', async () => {
    const site = await syncedSite(users(5));
    site.jira.throttle({ kind: 'burst', seconds: 600, endpoint: 'GET /users/search' });
    await site.admin('syncNow', {});
    site.jira.renameUser('user1', 'Ann');
    await site.idle();
    expect((await site.contactOf('user1'))?.name).toBe('Ann');
  });

  it('from a gateway, without any header, is waited out, too', async () => {
    const site = await openSite(users(30));
    site.jira.throttle({ kind: 'gateway', seconds: 40, endpoint: 'GET /users/search' });
    await site.turnOn();
    await site.untilRunEnds();
    expect(await site.counts()).toEqual({ ...none, seen: 34, created: 34 });
  });

  it('on a user event is made up for once it is over', async () => {
    const site = await syncedSite(users(5));
    site.jira.throttle({ kind: 'burst', seconds: 60, endpoint: 'GET /user' });
    site.jira.renameUser('user1', 'Ann');
    await site.idle();
    await site.sandbox.passTime(10 * minute);
    expect((await site.contactOf('user1'))?.name).toBe('Ann');
  });

  it('is not answered by asking again before its time', async () => {
    const site = await openSite(users(30));
    site.jira.throttle({ kind: 'burst', seconds: 240, endpoint: 'GET /users/search' });
    await site.turnOn();
    await site.idle();
    await site.sandbox.passTime(200_000);
    expect(site.jira.meter.of('GET /users/search').refused).toBe(1);
  });
});

describe('a 503 with Retry-After', () => {
  it('pauses the run until then', async () => {
    const site = await openSite(users(30));
    site.jira.throttle({ kind: 'unavailable', seconds: 120, endpoint: 'GET /users/search' });
    await site.turnOn();
    await site.untilRunEnds();
    expect(await site.counts()).toEqual({ ...none, seen: 34, created: 34 });
  });
});

describe('the end of Jira’s quota', () => {
  it('pauses the run until the hour turns, spread over the first ten minutes, and then it ends exactly', async () => {
    const site = await openSite(crowd(60));
    await site.turnOn();
    site.jira.points.spend(site.jira.points.remaining);
    await site.idle();
    const { run } = await site.status();
    expect(run).toMatchObject({ state: 'running', ...none });
    expect(Date.parse(run?.pausedUntil ?? '')).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 2, 10));
    expect(pastTheHour(run?.pausedUntil)).toBeLessThan(10 * minute);
    await site.untilRunEnds();
    const calm = await syncedSite(crowd(60));
    expect(await site.counts()).toEqual(await calm.counts());
  });

  it('costs one refused call of the run, and no more until the hour turns', async () => {
    const site = await openSite(users(10));
    await site.turnOn();
    site.jira.points.spend(site.jira.points.remaining);
    await site.idle();
    await site.sandbox.passTime(50 * minute);
    expect(site.jira.meter.of('GET /users/search').refused).toBe(1);
  });

  it('is spread: several sites come back at different moments', async () => {
    const moments = new Set<string | undefined>();
    for (const seed of [1, 2, 3]) {
      const site = await openSite([], { seed });
      await site.turnOn();
      site.jira.points.spend(site.jira.points.remaining);
      await site.idle();
      moments.add((await site.status()).run?.pausedUntil);
    }
    expect(moments.size).toBe(3);
  });

  it('makes user events wait, and then they are seen to', async () => {
    const site = await syncedSite(users(3));
    site.jira.points.spend(site.jira.points.remaining);
    site.jira.renameUser('user1', 'Ann');
    await site.sandbox.passTime(75 * minute);
    expect((await site.contactOf('user1'))?.name).toBe('Ann');
  });
});

describe('the points of a site', () => {
  it('are not overspent: with 150 an hour, a run over 100 accounts takes two hours', async () => {
    const site = await openSite(users(100), { variables: { POINTS_PER_SITE: '150' } });
    await site.turnOn();
    await site.idle();
    const used = site.jira.points.used;
    expect(used).toBeLessThanOrEqual(150);
    const { run } = await site.status();
    expect(pastTheHour(run?.pausedUntil)).toBeLessThan(10 * minute);
    expect(run?.seen).toBeGreaterThan(10);
    await site.untilRunEnds();
    const status = await site.status();
    expect(Date.parse(status.run?.finishedAt ?? '')).toBeGreaterThan(Date.UTC(2026, 10, 2, 10));
    expect(await site.counts()).toEqual({ ...none, seen: 104, created: 104 });
  });

  it('cost about two for each account that Jira lists', async () => {
    const site = await openSite(users(500 - people.count));
    await site.turnOn();
    const before = site.jira.points.used;
    await site.idle();
    expect(site.jira.points.used - before).toBeLessThanOrEqual(Math.ceil(2.001 * 500) + 10);
  });
});
