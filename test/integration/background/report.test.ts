import { day, hour, minute, ROSTER, Site, user, users } from './site';
import { reportedIds, watchReports } from './watch-reports';

let site: Site;
afterEach(() => site.close());

const noEmail = { email: undefined as never };
const roster = [ROSTER.admin, ROSTER.agent, ROSTER.accountManager, ROSTER.customer];

describe('the report of personal data', () => {
  it('covers links and skipped accounts, each once', async () => {
    site = await Site.open([user('linked'), user('skipped', noEmail), user('off', { active: false })]);
    const calls = watchReports(site);
    await site.turnOn();
    await site.sandbox.passTime(12 * minute);
    expect(reportedIds(calls).sort()).toEqual([...roster, 'linked', 'skipped', 'off'].sort());
  });

  it('covers former links, and the accounts of which only an origin on a contact is left', async () => {
    site = await Site.open([user('linked'), user('unlinked')], { jira: { deletedRead: 'not-found' } });
    await site.turnOn();
    await site.sandbox.passTime(12 * minute);
    await site.admin('updateSettings', { settings: { excludedDomains: ['example.com'] } });
    await site.sandbox.settle();
    await site.turnOff();
    await site.sandbox.settle();
    site.sandbox.storage.handle('/api/v1/entity/delete', JSON.stringify({ entityName: 'skip', key: 'skip:unlinked' }));
    expect(site.record('skip', 'unlinked')).toBeUndefined();
    const calls = watchReports(site);
    await site.report();
    expect(reportedIds(calls).sort()).toEqual([...roster, 'linked', 'unlinked'].sort());
  });

  it('is made with 90 accounts a call at most, one call after another', async () => {
    site = await Site.open(users(200));
    const calls = watchReports(site);
    await site.turnOn();
    await site.sandbox.passTime(12 * minute);
    expect(calls.map(({ accounts }) => accounts.length)).toEqual([90, 90, 24]);
    const latency = 60;
    for (const [index, { at }] of calls.slice(1).entries())
      expect(at - (calls[index]?.at ?? 0)).toBeGreaterThan(latency);
    expect(new Set(reportedIds(calls)).size).toBe(204);
  });

  it('says when each account was read last', async () => {
    site = await Site.open([user('one')]);
    const calls = watchReports(site);
    await site.turnOn();
    await site.sandbox.passTime(12 * minute);
    const link = site.record('user', 'one');
    const reported = calls.flatMap(({ accounts }) => accounts).find(({ accountId }) => accountId === 'one');
    expect(reported?.updatedAt).toBe(link?.kind === 'link' ? link.retrievedAt : '');
  });

  it('is not made again before seven days are over, then it is', async () => {
    site = await Site.open([user('one')]);
    const calls = watchReports(site);
    await site.turnOn();
    await site.sandbox.passTime(12 * minute);
    expect(calls).toHaveLength(1);
    const ended = Date.parse(site.record('report', 'report')?.finishedAt ?? '');
    const earlier = new Date(ended - 7 * day + hour).toISOString();
    site.put('sync-state', 'report', { startedAt: earlier, finishedAt: earlier, rev: 1000, decision: 'test' });
    await site.sandbox.passTime(hour - (site.sandbox.clock.now() - ended) - 1);
    expect(calls).toHaveLength(1);
    await site.sandbox.passTime(6 * minute);
    expect(calls).toHaveLength(2);
  });

  it('is made while sync is off, but not before sync was ever on', async () => {
    site = await Site.open([user('one')]);
    const calls = watchReports(site);
    await site.sandbox.passTime(12 * minute);
    expect(calls).toHaveLength(0);
    await site.turnOn();
    await site.sandbox.settle();
    await site.turnOff();
    await site.sandbox.settle();
    await site.report();
    expect(reportedIds(calls)).toContain('one');
  });

  it('goes on after a report that was not taken, and reports nobody twice that was taken', async () => {
    site = await Site.open(users(200));
    const calls = watchReports(site);
    await site.turnOn();
    await site.sandbox.passTime(4 * minute);
    const product = site.sandbox.forge.reportAccounts;
    const handle = product.handle;
    let refusals = 0;
    product.handle = (text) => {
      if (calls.length === 1 && refusals++ < 2) return { status: 503, body: {} };
      return handle(text);
    };
    await site.sandbox.passTime(30 * minute);
    expect(refusals).toBeGreaterThanOrEqual(2);
    expect(calls.map(({ accounts }) => accounts.length)).toEqual([90, 90, 24]);
    expect(new Set(reportedIds(calls)).size).toBe(204);
  });

  it('is not made again before the time that Atlassian names', async () => {
    site = await Site.open([user('one')]);
    await site.turnOn();
    await site.sandbox.passTime(4 * minute);
    const product = site.sandbox.forge.reportAccounts;
    const calls: number[] = [];
    product.handle = () => {
      calls.push(site.sandbox.clock.now());
      return { status: 429, headers: { 'retry-after': '1800' } };
    };
    await site.sandbox.passTime(10 * minute);
    expect(calls).toHaveLength(1);
    const [first = 0] = calls;
    await site.sandbox.passTime(first + 30 * minute - site.sandbox.clock.now());
    expect(calls).toHaveLength(1);
    await site.sandbox.passTime(6 * minute);
    expect(calls).toHaveLength(2);
  });

  it('goes on after a crash, and everybody is reported', async () => {
    for (let call = 1; call <= 8; call++) {
      site = await Site.open(users(100), { seed: call });
      const calls = watchReports(site);
      await site.turnOn();
      await site.sandbox.passTime(4 * minute);
      site.sandbox.faults.crashAtCall(2 * call);
      await site.sandbox.passTime(20 * minute);
      expect(new Set(reportedIds(calls)).size).toBe(104);
      site.close();
    }
  });

  it('names neither tombstones nor the account that stands for none', async () => {
    site = await Site.open([user('closed'), user('unknown')]);
    const calls = watchReports(site);
    await site.turnOn();
    await site.sandbox.settle();
    site.jira.misbehave.degraded = (accountId) => accountId === ROSTER.customer && 'corrupted';
    await site.sandbox.passTime(12 * minute);
    site.unnoticed(() => void site.jira.deleteUser('closed'));
    await site.report();
    expect(site.record('user', 'closed')).toEqual(expect.objectContaining({ kind: 'tombstone', accountId: 'closed' }));
    calls.length = 0;
    await site.report();
    expect(reportedIds(calls)).not.toContain('closed');
    expect(reportedIds(calls)).not.toContain('unknown');
    expect(reportedIds(calls).length).toBeGreaterThan(0);
  });
});

describe('an account that is answered as updated', () => {
  it('is looked at again', async () => {
    site = await Site.synced([user('one')]);
    await site.sandbox.passTime(hour);
    site.unnoticed(() => void site.jira.renameUser('one', 'New Name'));
    await site.report();
    expect(site.contactOf('one')?.name).toBe('New Name');
  });
});
