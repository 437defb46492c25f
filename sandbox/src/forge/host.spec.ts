import { callGo, fixtureSandbox, go } from './testing/fixture';

describe('an app with unmodified Forge packages', () => {
  it('answers a resolver call and stores a value', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`await kvs.set('greeting', { text: 'hello' }); return kvs.get('greeting');`),
    });
    expect(await callGo(sandbox)).toEqual({ text: 'hello' });
    sandbox.expectNoProblems();
  });

  it('reads users of Jira', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        const response = await asApp().requestJira(route\`/rest/api/3/users/search?maxResults=\${5}\`);
        return (await response.json()).length;`),
    });
    expect(await callGo(sandbox)).toBe(5);
    sandbox.expectNoProblems();
  });

  it('consumes what was pushed to a queue, only after settling', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        if (payload.read) return kvs.get('seen');
        await new Queue({ key: 'work' }).push({ body: { n: 7 } });
        return kvs.get('seen');`),
      consumer: `async (event) => { await kvs.set('seen', event.body) }`,
    });
    expect(await callGo(sandbox)).toEqual({});
    await sandbox.settle();
    expect(await callGo(sandbox, { read: true })).toEqual({ n: 7 });
    sandbox.expectNoProblems();
  });
});
