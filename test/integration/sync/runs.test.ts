import type { ContactRecord } from '../../../src/domain/contact';
import { contact } from '../../unit/domain/build/contact';
import { plant } from '../contacts/plant-contacts';
import { minute, none, openSite, people, syncedSite, user } from './open-site';

const users = (count: number) => Array.from({ length: count }, (_, nth) => user(`user${nth}`));

describe('a run that does not fit in one invocation', () => {
  it('goes on in another, and another, and ends exactly', async () => {
    const site = await openSite(users(2100));
    await site.turnOn();
    site.sandbox.faults.ranges.slow = { low: 15_000, high: 20_000 };
    site.sandbox.faults.set({ slowCall: 1 });
    await site.untilRunEnds();
    site.sandbox.quiet();
    expect(site.storedRun?.hop).toBeGreaterThan(1);
    expect(await site.counts()).toEqual({ ...none, seen: 2104, created: 2104 });
  });

  it('is not harmed when a call does not come back before the invocation’s time is over', async () => {
    const site = await openSite(users(60));
    await site.turnOn();
    site.sandbox.faults.set({ outOfTime: 0.1 });
    await site.sandbox.passTime(60 * minute);
    site.sandbox.quiet();
    await site.untilRunEnds();
    expect(await site.counts()).toEqual({ ...none, seen: 64, created: 64 });
  });
});

describe('a run whose next message is lost', () => {
  it('is started again by the schedule, after ten minutes without a heartbeat', async () => {
    const site = await openSite(users(10));
    site.sandbox.faults.set({ queueRequestFails: 1 });
    await site.turnOn();
    site.sandbox.quiet();
    await site.sandbox.passTime(9 * minute);
    expect((await site.status()).run?.state).toBe('queued');
    await site.sandbox.passTime(7 * minute);
    expect(await site.status()).toMatchObject({ phase: 'on', run: { state: 'done', seen: 10 + people.count } });
  });

  it('is started again at once when the admin turns sync on once more', async () => {
    const site = await openSite(users(10));
    site.sandbox.faults.set({ queueRequestFails: 1 });
    await site.turnOn();
    site.sandbox.quiet();
    await site.sandbox.passTime(1_000);
    await site.sandbox.passTime(11 * minute);
    await site.turnOn();
    await site.idle();
    expect((await site.status()).run?.state).toBe('done');
  });
});

describe('messages that come late, twice or for hops that are over', () => {
  it('change nothing about the counts', async () => {
    const site = await openSite(users(300));
    site.sandbox.faults.set({ queueRepeated: 0.5, queueLate: 0.5, scheduleRepeated: 0.5, queueRequestFailsAfter: 0.3 });
    await site.turnOn();
    await site.untilRunEnds();
    site.sandbox.quiet();
    await site.sandbox.settle();
    expect(await site.counts()).toEqual({ ...none, seen: 304, created: 304 });
    expect(await site.everybody()).toHaveLength(304);
  });
});

describe('storage that fails', () => {
  it.each([
    ['before it wrote', { storageFailsBefore: 0.15 }],
    ['after it wrote', { storageFailsAfter: 0.15 }],
    ['because it is asked too much', { storageThrottled: 0.3 }],
    ['in every way', { storageFailsBefore: 0.05, storageFailsAfter: 0.1, storageThrottled: 0.1, staleQuery: 0.5 }],
  ])('now and then, %s, leaves counts exact and duplicates nobody', async (_, rates) => {
    const site = await openSite(users(120));
    await site.turnOn();
    site.sandbox.faults.set(rates);
    for (let look = 0; look < 60; look++) await site.sandbox.passTime(minute);
    site.sandbox.quiet();
    await site.untilRunEnds();
    await site.sandbox.settle();
    expect(await site.counts()).toEqual({ ...none, seen: 124, created: 124 });
    expect(await site.everybody()).toHaveLength(124);
  });

  it('for good ends the run as failed, with advice, and turning on again revives it', async () => {
    const site = await openSite(users(20));
    await site.turnOn();
    site.jira.throttle({ kind: 'unavailable', seconds: 24 * 3600, headers: false, endpoint: 'GET /users/search' });
    await site.untilRunEnds();
    const failed = await site.status();
    expect(failed.run?.state).toBe('failed');
    expect(failed.run).toMatchObject({ because: 'jira-fails', message: expect.stringMatching(/try again/i) });
    expect(failed.phase).toBe('enabling');
    await site.sandbox.passTime(24 * 60 * minute);
    await site.turnOn();
    await site.untilRunEnds();
    expect(await site.counts()).toEqual({ ...none, seen: 24, created: 24 });
  });
});

describe('a run that meets what nobody foresaw', () => {
  it('ends as failed after a while, with advice, instead of trying for ever', async () => {
    const site = await openSite(users(20));
    const { origins: _, ...unreadable } = contact('c1', { email: 'user7@example.com' });
    plant(site, 'contact', [{ key: 'c1', record: unreadable as ContactRecord }]);
    plant(site, 'user', [{ key: 'user7', record: { kind: 'former', accountId: 'user7', contactId: 'c1' } }]);
    await site.turnOn();
    await site.untilRunEnds();
    const { run } = await site.status();
    expect(run).toMatchObject({ state: 'failed', because: 'kith-fails', message: expect.stringMatching(/try again/i) });
  });
});

describe('Jira that fails', () => {
  it('now and then leaves counts exact', async () => {
    const site = await openSite(users(120));
    await site.turnOn();
    site.sandbox.faults.set({ jiraFails: 0.3, jiraNetworkError: 0.2, jiraBurst: 0.2 });
    await site.sandbox.passTime(60 * minute);
    site.sandbox.quiet();
    await site.untilRunEnds();
    expect(await site.counts()).toEqual({ ...none, seen: 124, created: 124 });
  });

  it('and comes back is made up for: short pages are filled in by syncNow', async () => {
    const site = await openSite(users(200));
    site.jira.misbehave.shortPages = 1;
    await site.turnOn();
    await site.sandbox.settle();
    site.jira.misbehave.shortPages = 0;
    await site.admin('syncNow', {});
    await site.sandbox.settle();
    expect(await site.everybody()).toHaveLength(204);
  });
});

describe('syncNow', () => {
  it('begins a reconcile run', async () => {
    const site = await syncedSite(users(3));
    const answer = await site.admin('syncNow', {});
    expect(answer).toMatchObject({ ok: true, value: { phase: 'on', run: { kind: 'reconcile' } } });
    await site.idle();
    expect((await site.status()).run).toMatchObject({ kind: 'reconcile', state: 'done', seen: 7, unchanged: 7 });
  });

  it('during a run gives that run', async () => {
    const site = await openSite(users(3));
    const { run } = await site.turnOn();
    const answer = await site.admin('syncNow', {});
    expect(answer).toMatchObject({ ok: true, value: { run: { id: run?.id, kind: 'initial' } } });
  });

  it('is a conflict while sync is off', async () => {
    const site = await openSite();
    expect(await site.admin('syncNow', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('is a conflict while sync is being turned off', async () => {
    const site = await syncedSite();
    await site.turnOff();
    expect(await site.admin('syncNow', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});
