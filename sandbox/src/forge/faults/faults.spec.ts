import type { Sandbox } from '../../sandbox';
import { callGo, fixtureSandbox, go } from '../testing/fixture';
import type { FaultRates } from './faults';

const writing = {
  resolver: go(`
    try { await kvs.set('a', { n: payload.n }); return 'ok' } catch (error) { return 'failed' }`),
};

async function outcomes(sandbox: Sandbox, calls: number): Promise<unknown[]> {
  const results = [];
  for (let n = 0; n < calls; n++) results.push(await callGo(sandbox, { n }).catch(() => 'crashed'));
  return results;
}

const stored = (sandbox: Sandbox): unknown[] => [...sandbox.storage.rows()];

describe('faults', () => {
  it('are all off at first', async () => {
    const sandbox = await fixtureSandbox(writing);
    expect(await outcomes(sandbox, 20)).toEqual(Array(20).fill('ok'));
    expect(sandbox.faults.counts.size).toBe(0);
  });

  it.each<[keyof FaultRates, number]>([
    ['storageThrottled', 0],
    ['storageFailsBefore', 0],
    ['storageFailsAfter', 1],
  ])('%s: the caller sees a failure, and storage holds %d values', async (kind, values) => {
    const sandbox = await fixtureSandbox(writing);
    sandbox.faults.set({ [kind]: 1 });
    expect(await outcomes(sandbox, 1)).not.toContain('ok');
    expect(stored(sandbox)).toHaveLength(values);
    expect(sandbox.faults.counts.get(kind)).toBe(1);
  });

  it('outOfTime: the invocation is ended, though storage has done the call', async () => {
    const sandbox = await fixtureSandbox(writing);
    sandbox.faults.set({ outOfTime: 1 });
    await expect(callGo(sandbox, { n: 1 })).rejects.toThrow('timed out');
    expect(stored(sandbox)).toHaveLength(1);
  });

  it('slowCall: the call takes seconds', async () => {
    const sandbox = await fixtureSandbox(writing);
    sandbox.faults.set({ slowCall: 1 });
    const start = sandbox.clock.now();
    await callGo(sandbox, { n: 1 });
    expect(sandbox.clock.now() - start).toBeGreaterThan(500);
  });

  it('crashAtCall: exactly the call that was asked for ends its invocation', async () => {
    const sandbox = await fixtureSandbox(writing);
    sandbox.faults.crashAtCall(3);
    expect(await outcomes(sandbox, 5)).toEqual(['ok', 'ok', 'crashed', 'ok', 'ok']);
  });

  it('staleQuery: a query answers from the past, a get does not', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        if (payload.name) return kvs.entity('thing').set('1', { name: payload.name });
        const { results } = await kvs.entity('thing').query().index('name').getMany();
        return [results.length, (await kvs.entity('thing').get('1')).name];`),
    });
    await sandbox.passTime(120_000);
    await callGo(sandbox, { name: 'lamp' });
    sandbox.faults.ranges.stale = { low: 30_000, high: 30_000 };
    sandbox.faults.set({ staleQuery: 1 });
    expect(await callGo(sandbox)).toEqual([0, 'lamp']);
  });

  it.each<[keyof FaultRates, number[]]>([
    ['jiraBurst', [429]],
    ['jiraQuota', [429]],
    ['jiraFails', [500, 502, 503, 504]],
    ['jiraRefuses', [401, 403]],
  ])('%s: Jira answers %j', async (kind, statuses) => {
    const sandbox = await fixtureSandbox({
      resolver: go(`return (await asApp().requestJira(route\`/rest/api/3/users/search\`)).status`),
    });
    sandbox.faults.set({ [kind]: 1 });
    const seen = (await outcomes(sandbox, 12)).filter((outcome) => outcome !== 'crashed');
    expect(seen.length).toBeGreaterThan(0);
    expect(statuses).toEqual(expect.arrayContaining(seen));
  });

  it('a quota refusal names its reason and the full hour', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`const { headers } = await asApp().requestJira(route\`/rest/api/3/users/search\`);
        return [headers.get('RateLimit-Reason'), headers.get('X-RateLimit-Reset')];`),
    });
    sandbox.faults.set({ jiraQuota: 1 });
    expect(await callGo(sandbox)).toEqual([
      expect.stringMatching(/^jira-quota-(global|tenant)-based$/),
      '2026-11-02T10:00:00.000Z',
    ]);
  });

  it('queueRequestFailsAfter: the events are in the queue although the push failed', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(
        `try { await new Queue({ key: 'work' }).push({ body: {} }); return 'ok' } catch { return 'failed' }`,
      ),
      consumer: `async () => { console.log('consumed') }`,
    });
    sandbox.faults.set({ queueRequestFailsAfter: 1 });
    expect(await outcomes(sandbox, 1)).not.toContain('ok');
    await sandbox.settle();
    expect(sandbox.forge.activity.recent().filter(({ kind }) => kind === 'log')).toHaveLength(1);
  });

  it('userDegraded: a record comes in a form that says less', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(
        `return (await (await asApp().requestJira(route\`/rest/api/3/user?accountId=\${payload.id}\`)).json()).displayName`,
      ),
    });
    const { accountId } = sandbox.jira.createUser({ displayName: 'Ada Byron' });
    sandbox.faults.set({ userDegraded: 1 });
    expect(await callGo(sandbox, { id: accountId })).not.toBe('Ada Byron');
    sandbox.quiet();
    expect(await callGo(sandbox, { id: accountId })).toBe('Ada Byron');
  });

  it('coldStart: module state is lost between invocations', async () => {
    const sandbox = await fixtureSandbox({ head: 'let calls = 0;', resolver: go('return ++calls') });
    sandbox.faults.set({ coldStart: 1 });
    expect(await outcomes(sandbox, 3)).toEqual([1, 1, 1]);
  });

  it('stop when told to be quiet, and stay counted', async () => {
    const sandbox = await fixtureSandbox(writing);
    sandbox.faults.set({ storageFailsBefore: 1 });
    await outcomes(sandbox, 2);
    sandbox.quiet();
    expect(await outcomes(sandbox, 2)).toEqual(['ok', 'ok']);
    expect(sandbox.faults.counts.get('storageFailsBefore')).toBe(2);
  });
});

describe('a seed', () => {
  const busy = {
    resolver: go(`
      await new Queue({ key: 'work' }).push(Array.from({ length: 10 }, (_, n) => ({ body: { n } })));
      return crypto.randomUUID();`),
    consumer: `async ({ body }) => {
      await kvs.set('n:' + body.n, { id: crypto.randomUUID(), chance: Math.random(), at: Date.now() });
      await asApp().requestJira(route\`/rest/api/3/users/search?startAt=\${body.n}\`);
    }`,
    onEvent: `async (event) => { await kvs.set('user', event) }`,
  };

  async function history(seed: number): Promise<unknown> {
    const sandbox = await fixtureSandbox(busy, { seed });
    sandbox.faults.set({
      storageFailsAfter: 0.1,
      jiraFails: 0.1,
      crash: 0.1,
      queueRepeated: 0.2,
      eventLate: 0.5,
      slowCall: 0.2,
    });
    for (let call = 0; call < 5; call++) {
      await callGo(sandbox).catch(() => 'crashed');
      sandbox.jira.createUser({ displayName: `Person ${call}` });
    }
    await sandbox.settle();
    return [sandbox.forge.activity.recent(), stored(sandbox)];
  }

  it('gives the same history each time, faults included', async () => {
    expect(await history(7)).toEqual(await history(7));
  });

  it('differs from another seed', async () => {
    expect(await history(7)).not.toEqual(await history(8));
  });
});
