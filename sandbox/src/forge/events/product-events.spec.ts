import type { Sandbox } from '../../sandbox';
import { fixtureSandbox } from '../testing/fixture';

const keeping = `async (event) => { console.log(JSON.stringify(event)); }`;

function received(sandbox: Sandbox): Record<string, unknown>[] {
  return sandbox.forge.activity
    .recent()
    .flatMap((entry) => (entry.kind === 'log' ? [JSON.parse(entry.text) as Record<string, unknown>] : []));
}

const userEvent = { eventType: 'avi:jira:updated:user', selfGenerated: false, user: { accountId: 'a' } };

describe('product events', () => {
  it('reach the trigger as its payload, some time later', async () => {
    const sandbox = await fixtureSandbox({ onEvent: keeping });
    sandbox.forge.events.emit('avi:jira:updated:user', userEvent);
    expect(received(sandbox)).toEqual([]);
    await sandbox.settle();
    expect(received(sandbox)).toEqual([userEvent]);
  });

  it('of the Jira site reach the app', async () => {
    const sandbox = await fixtureSandbox({ onEvent: keeping });
    const { accountId } = sandbox.jira.createUser({ displayName: 'Ada Byron', email: 'ada@example.com' });
    await sandbox.settle();
    expect(received(sandbox)).toEqual([
      expect.objectContaining({ eventType: 'avi:jira:created:user', user: expect.objectContaining({ accountId }) }),
    ]);
  });

  it('larger than 200 KB are not delivered', async () => {
    const sandbox = await fixtureSandbox({ onEvent: keeping });
    sandbox.forge.events.emit('avi:jira:updated:user', { ...userEvent, text: 'x'.repeat(200 * 1024) });
    await sandbox.settle();
    expect(received(sandbox)).toEqual([]);
  });

  it('that the app caused are kept from a trigger with ignoreSelf, and reach one without', async () => {
    const sandbox = await fixtureSandbox({ onEvent: keeping });
    sandbox.forge.events.emit('avi:jira:created:issue', { eventType: 'issue', selfGenerated: true });
    sandbox.forge.events.emit('avi:jira:created:user', { eventType: 'user', selfGenerated: true });
    await sandbox.settle();
    expect(received(sandbox)).toEqual([{ eventType: 'user', selfGenerated: true }]);
  });

  describe('of a trigger with an expression', () => {
    const withExpression = (more = ''): Promise<Sandbox> =>
      fixtureSandbox(
        { onEvent: keeping },
        {
          edit: (manifest) =>
            manifest
              .replace(
                '{ ignoreSelf: true }',
                `{ ignoreSelf: true, expression: "event.changelog.items.some(i => i.field == 'reporter')"${more} }`,
              )
              .replace("['avi:jira:created:issue']", "['avi:jira:created:issue', 'avi:jira:updated:issue']"),
        },
      );

    it('come when it is true: a change of reporter, not of status', async () => {
      const sandbox = await withExpression();
      sandbox.jira.transitionIssue('HELP-1', 'In Progress');
      sandbox.jira.changeReporter('HELP-1', undefined);
      await sandbox.settle();
      expect(received(sandbox)).toEqual([
        expect.objectContaining({
          eventType: 'avi:jira:updated:issue',
          changelog: expect.objectContaining({ items: [expect.objectContaining({ field: 'reporter', to: null })] }),
        }),
      ]);
      expect(sandbox.problems).toEqual([]);
    });

    it('do not come when it fails, and that is a problem', async () => {
      const sandbox = await withExpression();
      sandbox.jira.createIssue({ projectKey: 'HELP', summary: 'new' });
      await sandbox.settle();
      expect(received(sandbox)).toEqual([]);
      expect(sandbox.problems).toEqual([expect.stringContaining("there is no 'changelog'")]);
    });

    it('come when it fails and onError says so', async () => {
      const sandbox = await withExpression(', onError: RECEIVE');
      sandbox.jira.createIssue({ projectKey: 'HELP', summary: 'new' });
      await sandbox.settle();
      expect(received(sandbox)).toEqual([
        expect.objectContaining({ eventType: 'avi:jira:created:issue', filterError: expect.anything() }),
      ]);
      expect(sandbox.problems).toEqual([]);
    });
  });

  it('whose scope is missing do not come, and that is a problem', async () => {
    const sandbox = await fixtureSandbox(
      { onEvent: keeping },
      { edit: (manifest) => manifest.replace('read:jira-user, ', '') },
    );
    sandbox.forge.events.emit('avi:jira:updated:user', userEvent);
    await sandbox.settle();
    expect(received(sandbox)).toEqual([]);
    expect(sandbox.problems).toEqual([expect.stringContaining('the scope read:jira-user is missing')]);
  });

  it('are tried again at most four times when the app asks for it', async () => {
    const sandbox = await fixtureSandbox({
      onEvent: `async (event) => { console.log(JSON.stringify(event.retryContext ?? {})); return new InvocationError({ retryAfter: 60, retryReason: 'FUNCTION_RETRY_REQUEST' }); }`,
    });
    sandbox.forge.events.emit('avi:jira:updated:user', userEvent);
    await sandbox.settle();
    expect(received(sandbox).map(({ retryCount }) => retryCount)).toEqual([undefined, 1, 2, 3, 4]);
  });

  it('are not tried again when the function throws', async () => {
    const sandbox = await fixtureSandbox({ onEvent: `async (event) => { console.log('{}'); throw new Error('no'); }` });
    sandbox.forge.events.emit('avi:jira:updated:user', userEvent);
    await sandbox.settle();
    expect(received(sandbox)).toEqual([{}]);
  });

  it('are tried again by the platform when the function ends abruptly', async () => {
    const sandbox = await fixtureSandbox({
      onEvent: `async (event) => { console.log('{}'); await kvs.get('a'); }`,
    });
    sandbox.faults.crashNextCall();
    sandbox.forge.events.emit('avi:jira:updated:user', userEvent);
    await sandbox.settle();
    expect(received(sandbox)).toEqual([{}, {}]);
  });

  it('can be lost', async () => {
    const sandbox = await fixtureSandbox({ onEvent: keeping });
    sandbox.faults.set({ eventLost: 1 });
    sandbox.forge.events.emit('avi:jira:updated:user', userEvent);
    await sandbox.settle();
    expect(received(sandbox)).toEqual([]);
    expect(sandbox.faults.counts.get('eventLost')).toBe(1);
  });

  it('can come twice, and up to three minutes late', async () => {
    const sandbox = await fixtureSandbox({ onEvent: keeping });
    sandbox.faults.set({ eventRepeated: 1, eventLate: 1 });
    const start = sandbox.clock.now();
    sandbox.forge.events.emit('avi:jira:updated:user', userEvent);
    await sandbox.drive(sandbox.forge.whenIdle());
    expect(received(sandbox)).toEqual([userEvent, userEvent]);
    expect(sandbox.clock.now() - start).toBeGreaterThan(3_000);
    expect(sandbox.clock.now() - start).toBeLessThan(185_000);
  });

  it('keep to the installation limit of 300 invocations a second, and none is lost by it', async () => {
    const sandbox = await fixtureSandbox({ onEvent: `async () => undefined` });
    const starts: number[] = [];
    sandbox.forge.activity.listen((entry) => {
      if (entry.kind === 'invocation' && entry.outcome === 'returned') starts.push(entry.at);
    });
    for (let count = 0; count < 1_000; count++) sandbox.forge.events.emit('avi:jira:updated:user', userEvent);
    await sandbox.drive(sandbox.forge.whenIdle());
    expect(starts).toHaveLength(1_000);
    const perSecond = new Map<number, number>();
    for (const at of starts) perSecond.set(Math.floor(at / 1000), (perSecond.get(Math.floor(at / 1000)) ?? 0) + 1);
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(340);
  });
});

describe('lifecycle events', () => {
  it('tell of an installation and who made it', async () => {
    const sandbox = await fixtureSandbox({ onEvent: keeping });
    sandbox.install('admin');
    await sandbox.settle();
    const { installationId, environmentId } = sandbox.forge.installation;
    expect(received(sandbox)).toEqual([
      {
        id: `ari:cloud:ecosystem::installation/${installationId}`,
        app: { id: 'ari:cloud:ecosystem::app/2f0d8a5e-5c35-4c35-8e25-3a0f6a0e7b11', version: '1.0.0' },
        environment: { id: environmentId },
        installerAccountId: 'admin',
      },
    ]);
  });

  it('tell of an upgrade with the permissions of the new version', async () => {
    const sandbox = await fixtureSandbox({ onEvent: keeping });
    sandbox.upgrade();
    await sandbox.settle();
    expect(received(sandbox)).toEqual([
      expect.objectContaining({
        permissions: {
          scopes: ['read:jira-user', 'read:jira-work', 'storage:app', 'report:personal-data'],
          external: {},
        },
      }),
    ]);
  });
});
