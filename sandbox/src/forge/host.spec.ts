import { admin, callGo, fixtureSandbox, go } from './testing/fixture';

const minute = 60_000;

/** A resolver body that gives the name and message of what \`work\` throws. */
const caught = (work: string) =>
  `try { return await (async () => { ${work} })(); } catch (error) { return [error.constructor.name, error.message]; }`;

describe('an app with unmodified Forge packages', () => {
  it('stores values and entities, and queries them', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        await kvs.set('greeting', { text: 'hello' });
        await kvs.entity('thing').set('1', { name: 'lamp' });
        const found = await kvs.entity('thing').query().index('name').where(WhereConditions.beginsWith('la')).getMany();
        return [await kvs.get('greeting'), await kvs.get('nothing') ?? null, found.results];`),
    });
    expect(await callGo(sandbox)).toEqual([{ text: 'hello' }, null, [{ key: '1', value: { name: 'lamp' } }]]);
    sandbox.expectNoProblems();
  });

  it('writes in transactions and sees the code of a refusal', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        try { await kvs.transact().set('a', { name: 'x' }, { entityName: 'thing' }).set('a', { name: 'y' }, { entityName: 'thing' }).execute(); }
        catch (error) { return [error.name, error.code]; }`),
    });
    expect(await callGo(sandbox)).toEqual(['ForgeKvsError', 'KEY_DUPLICATION_ERROR']);
  });

  it('reads Jira as the app and as the person', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        const page = await (await asApp().requestJira(route\`/rest/api/3/users/search?maxResults=\${5}\`)).json();
        const self = await (await asUser().requestJira(route\`/rest/api/3/myself\`)).json();
        return [page.length, self.accountId === context.accountId];`),
    });
    const { accountId } = sandbox.jira.createUser({ displayName: 'Ada Byron' });
    expect(await sandbox.invoke('page', 'go', {}, { accountId })).toEqual([5, true]);
    sandbox.expectNoProblems();
  });

  it('knows its app, its invocation and the time left', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        const app = getAppContext();
        const before = app.invocationRemainingTimeInMillis();
        await new Promise((resolve) => setTimeout(resolve, 4_000));
        return [String(app.appAri), app.moduleKey, before, app.invocationRemainingTimeInMillis()];`),
    });
    expect(await callGo(sandbox)).toEqual([
      'ari:cloud:ecosystem::app/2f0d8a5e-5c35-4c35-8e25-3a0f6a0e7b11',
      'page',
      25_000,
      21_000,
    ]);
  });
});

describe('a resolver', () => {
  it('gets the account and install context from the platform, whatever the browser says', async () => {
    const sandbox = await fixtureSandbox({ resolver: go('return context') });
    const context = await sandbox.invoke(
      'page',
      'go',
      {},
      { ...admin, extension: { accountId: 'someone', issue: { id: '1' } } },
    );
    expect(context).toMatchObject({
      accountId: 'admin',
      installContext: sandbox.forge.installation.contextAri,
      moduleKey: 'page',
      extension: { type: 'jira:globalPage', issue: { id: '1' } },
    });
  });

  it('answers in JSON: dates become strings, undefined members vanish, nothing becomes {}', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go('return payload.nothing ? null : { at: new Date(0), gone: undefined }'),
    });
    expect(await callGo(sandbox)).toEqual({ at: '1970-01-01T00:00:00.000Z' });
    expect(await callGo(sandbox, { nothing: true })).toEqual({});
  });

  it('that throws gives the page the message and nothing else', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`throw Object.assign(new RangeError('too far'), { code: 'X' })`),
    });
    await expect(callGo(sandbox)).rejects.toThrow('There was an error invoking the function - too far');
    expect(sandbox.problems).toHaveLength(1);
  });

  it('without the asked key gives an error', async () => {
    const sandbox = await fixtureSandbox({ resolver: go('return 1') });
    await expect(sandbox.invoke('page', 'stop', {}, admin)).rejects.toThrow("Resolver has no definition for 'stop'.");
  });

  it('is ended after 25 seconds', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`if (payload.read) return (await kvs.get('late')) ?? 'never';
        await new Promise((resolve) => setTimeout(resolve, 26_000)); await kvs.set('late', 'yes');`),
    });
    const start = sandbox.clock.now();
    await expect(callGo(sandbox)).rejects.toThrow('Function execution timed out');
    expect(sandbox.clock.now() - start).toBeLessThan(25_100);
    await sandbox.passTime(minute);
    expect(await callGo(sandbox, { read: true })).toBe('never');
  });

  it('refuses requests above 500 KB and answers above 5 MB', async () => {
    const sandbox = await fixtureSandbox({ resolver: go(`return 'x'.repeat(payload.size)`) });
    await expect(callGo(sandbox, { text: 'x'.repeat(500 * 1024) })).rejects.toThrow('exceeds 500 KB');
    await expect(callGo(sandbox, { size: 5 * 1024 * 1024 })).rejects.toThrow('exceeds 5 MB');
  });

  it('can be called 1,200 times a minute by one person', async () => {
    const sandbox = await fixtureSandbox({ resolver: go('return 1') });
    const calls = (count: number) =>
      Promise.allSettled(Array.from({ length: count }, () => sandbox.forge.invoke('page', 'go', {}, admin)));
    const results = [];
    for (let second = 0; second < 5; second++) {
      results.push(...(await sandbox.drive(calls(250))));
      await sandbox.passTime(1_000);
    }
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1_200);
  });

  it('that the app does not export is a named error', async () => {
    const sandbox = await fixtureSandbox({}, { edit: (text) => text.replace('index.resolver', 'index.other') });
    await expect(callGo(sandbox)).rejects.toThrow("src/index.ts exports no function 'other'.");
  });
});

describe('consumers and schedules', () => {
  it.each([
    ['work', 55_000],
    ['long', 900_000],
  ])('of queue %s may run %d ms', async (queue, limit) => {
    const sandbox = await fixtureSandbox({
      resolver: go(`await new Queue({ key: '${queue}' }).push({ body: {} })`),
      consumer: 'async (event) => { if (!event.retryContext) await new Promise(() => undefined); }',
    });
    const durations: number[] = [];
    sandbox.forge.activity.listen((entry) => {
      if (entry.kind === 'invocation' && entry.outcome === 'timed-out') durations.push(entry.durationMs ?? 0);
    });
    await callGo(sandbox);
    await sandbox.settle();
    expect(durations).toEqual([limit]);
  });
});

describe('acting as a person', () => {
  const asSomeone = (who: string) =>
    go(caught(`return (await asUser(${who}).requestJira(route\`/rest/api/3/myself\`)).status;`));
  const refused = ['NeedsAuthenticationError', 'Authentication Required'];

  it('needs one: without an invoking person asUser() is refused', async () => {
    const sandbox = await fixtureSandbox({
      scheduled: `async () => { ${caught('await asUser().requestJira(route`/rest/api/3/myself`)').replaceAll('return [', "await kvs.set('seen', [").replace('error.message];', 'error.message]);')} }`,
      resolver: go(`return kvs.get('seen')`),
    });
    await sandbox.settle();
    expect(await callGo(sandbox)).toEqual(refused);
  });

  it('who is someone else is refused, unless a scope allows impersonation', async () => {
    const map = `
    read:jira-user: { allowImpersonation: true }
    storage:app: {}`;
    const edit = (text: string) =>
      text.replace(/scopes: \[.*\]/, `scopes:${map}`).replace("'avi:jira:created:issue'", "'avi:jira:created:user'");
    const plain = await fixtureSandbox({ resolver: asSomeone('payload.id') });
    const id = plain.jira.createUser({ displayName: 'Ada Byron' }).accountId;
    expect(await callGo(plain, { id })).toEqual(refused);
    const allowed = await fixtureSandbox({ resolver: asSomeone('payload.id') }, { edit });
    const other = allowed.jira.createUser({ displayName: 'Ada Byron' }).accountId;
    expect(await callGo(allowed, { id: other })).toBe(200);
  });
});

describe('what is missing or not built', () => {
  it('a missing scope of Jira is refused and a problem', async () => {
    const sandbox = await fixtureSandbox(
      { resolver: go(`return (await asApp().requestJira(route\`/rest/api/3/users/search\`)).status`) },
      { edit: (text) => text.replace('read:jira-user, ', '') },
    );
    expect(await callGo(sandbox)).toBe(401);
    expect(sandbox.problems).toEqual([expect.stringContaining('needs a scope')]);
  });

  it('storage without storage:app is refused and a problem', async () => {
    const sandbox = await fixtureSandbox(
      {
        resolver: go(
          `try { await kvs.set('a', 1) } catch (error) { return [error.code, error.responseDetails.status] }`,
        ),
      },
      { edit: (text) => text.replace('storage:app, ', '') },
    );
    expect(await callGo(sandbox)).toEqual(['FORBIDDEN', 403]);
    expect(() => sandbox.expectNoProblems()).toThrow('without the scope storage:app');
  });

  it.each([
    ['an endpoint of Jira', 'asApp().requestJira(route`/rest/api/3/dashboard`)', '/rest/api/3/dashboard'],
    ['another product', `asApp().requestConfluence(route\`/wiki/rest/api/space\`)`, "of 'confluence' as 'app'"],
    ['egress', `fetch('https://example.com/')`, 'https://example.com/'],
  ])('%s fails by its name', async (_what, work, name) => {
    const sandbox = await fixtureSandbox({ resolver: go(caught(`await ${work}`)) });
    await callGo(sandbox);
    expect(sandbox.problems).toEqual([expect.stringContaining(name)]);
  });

  it('an error that the app logs is a problem, a plain log is not', async () => {
    const sandbox = await fixtureSandbox({ resolver: go(`console.log('fine'); console.error('bad', 7);`) });
    await callGo(sandbox);
    expect(sandbox.problems).toEqual(['Logged error: bad 7']);
  });
});

describe('a process', () => {
  const counting = {
    head: 'let calls = 0;',
    resolver: go(`calls++; if (payload.touch) await kvs.get('a'); return calls;`),
  };

  it('keeps its module state from one invocation to the next', async () => {
    const sandbox = await fixtureSandbox(counting);
    expect([await callGo(sandbox), await callGo(sandbox)]).toEqual([1, 2]);
  });

  it('serves one invocation at a time: others get processes of their own', async () => {
    const sandbox = await fixtureSandbox(counting);
    const both = Promise.all([callGo(sandbox, { touch: true }), callGo(sandbox, { touch: true })]);
    expect(await both).toEqual([1, 1]);
    expect(sandbox.forge.totals.coldStarts).toBe(2);
  });

  it('is gone after a crash, with its state', async () => {
    const sandbox = await fixtureSandbox(counting);
    await callGo(sandbox);
    sandbox.faults.crashNextCall('before');
    await expect(callGo(sandbox, { touch: true })).rejects.toThrow('The function ended unexpectedly');
    expect(await callGo(sandbox)).toBe(1);
  });

  it('that has ended abruptly never goes on, though storage may have done its last call', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`if (payload.read) return [await kvs.get('first') ?? null, await kvs.get('second') ?? null];
        await kvs.set('first', 1); await kvs.set('second', 2);`),
    });
    sandbox.faults.crashNextCall('after');
    await expect(callGo(sandbox)).rejects.toThrow();
    await sandbox.passTime(minute);
    expect(await callGo(sandbox, { read: true })).toEqual([1, null]);
  });

  it('freezes what nobody awaited, and goes on with it in the next invocation', async () => {
    const sandbox = await fixtureSandbox({
      resolver:
        go(`if (payload.read) { await new Promise((resolve) => setTimeout(resolve, 500)); return (await kvs.get('late')) ?? 'not yet'; }
        setTimeout(() => void kvs.set('late', 'done'), 1_000);`),
    });
    await callGo(sandbox);
    await sandbox.passTime(minute);
    expect([...sandbox.storage.rows()]).toEqual([]);
    expect(await callGo(sandbox, { read: true })).toBe('done');
  });

  it('lives on the time and chance of the sandbox', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`return [Date.now(), new Date().toISOString(), Math.random(), crypto.randomUUID(),
        (await import('node:crypto')).randomUUID(), new Date() instanceof Date, [] instanceof Array]`),
    });
    const [now, iso, ...rest] = (await callGo(sandbox)) as [number, string, ...unknown[]];
    expect(new Date(now).toISOString()).toBe(iso);
    expect(iso.startsWith('2026-11-02T09:00:00.0')).toBe(true);
    expect(rest).toEqual([expect.any(Number), expect.any(String), expect.any(String), true, true]);
  });

  it('is used no more once code that no handler waits for has thrown', async () => {
    const sandbox = await fixtureSandbox({
      head: 'let calls = 0;',
      resolver: go(`calls++; if (!payload.bad) return calls;
        setTimeout(() => { throw new Error('stray') }, 10); await new Promise((resolve) => setTimeout(resolve, 100));`),
    });
    await callGo(sandbox);
    await expect(callGo(sandbox, { bad: true })).rejects.toThrow('ended unexpectedly');
    expect(await callGo(sandbox)).toBe(1);
    expect(sandbox.problems).toEqual([expect.stringContaining('stray')]);
  });

  it('sees Forge variables as its environment', async () => {
    const sandbox = await fixtureSandbox({ resolver: go('return process.env.LIMIT') }, { variables: { LIMIT: '5' } });
    expect(await callGo(sandbox)).toBe('5');
  });

  it('computes digests without leaving the clock', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('abc'));
        return Buffer.from(digest).toString('hex').slice(0, 8);`),
    });
    expect(await callGo(sandbox)).toBe('ba7816bf');
  });
});

describe('settling', () => {
  it('waits for chains of delayed events, then for what the schedules start', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`await new Queue({ key: 'work' }).push({ body: { left: 3 } })`),
      consumer: `async ({ body }) => {
        if (body.left > 0) await new Queue({ key: 'work' }).push({ body: { left: body.left - 1 }, delayInSeconds: 300 });
        console.log(body.left);
      }`,
      scheduled: `async () => { await new Queue({ key: 'work' }).push({ body: { left: 0 } }) }`,
    });
    await callGo(sandbox);
    await sandbox.settle();
    const logs = sandbox.forge.activity.recent().flatMap((entry) => (entry.kind === 'log' ? [entry.text] : []));
    expect(logs.slice(0, 1)).toEqual(['3']);
    expect(logs.filter((text) => text === '0').length).toBeGreaterThanOrEqual(3);
    expect(sandbox.forge.isIdle).toBe(true);
  });
});
