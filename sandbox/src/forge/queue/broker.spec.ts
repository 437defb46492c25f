import { admin, callGo, fixtureSandbox, go } from '../testing/fixture';

const push = (event: string, queue = 'work') => `await new Queue({ key: '${queue}' }).push(${event})`;
const seen = `async (event) => { const list = (await kvs.get('seen')) ?? []; list.push(event); await kvs.set('seen', list); }`;

/** An app that pushes what `body` says and keeps the events that its consumer gets, one after another. */
function app(body: string, consumer = seen) {
  return fixtureSandbox({ resolver: go(`if (payload.read) return (await kvs.get('seen')) ?? []; ${body}`), consumer });
}

async function events(sandbox: Awaited<ReturnType<typeof app>>): Promise<Record<string, unknown>[]> {
  return (await callGo(sandbox, { read: true })) as Record<string, unknown>[];
}

const wholesale = `const caught = async (work) => { try { return await work() } catch (error) { return error.constructor.name } };`;

describe('pushing events', () => {
  it('gives a new job id for each push', async () => {
    const sandbox = await app(`const first = ${push('{ body: {} }')}; const second = ${push('{ body: {} }')};
      return first.jobId !== second.jobId;`);
    expect(await callGo(sandbox)).toBe(true);
  });

  it('never runs the consumer inside the push', async () => {
    const sandbox = await app(`${push('{ body: { n: 1 } }')}; return { seen: await kvs.get('seen') };`);
    expect(await callGo(sandbox)).toEqual({});
    await sandbox.settle();
    expect(await events(sandbox)).toHaveLength(1);
  });

  it('delivers an event with its body, queue name, job id and event id, and without a payload member', async () => {
    const sandbox = await app(`return ${push('{ body: { n: 1 } }')};`);
    const { jobId } = (await callGo(sandbox)) as { jobId: string };
    await sandbox.settle();
    expect(await events(sandbox)).toEqual([{ body: { n: 1 }, queueName: 'work', jobId, eventId: expect.any(String) }]);
  });

  it('holds a delayed event back for its delay', async () => {
    const sandbox = await app(
      push('{ body: {}, delayInSeconds: 600 }'),
      `async () => { await kvs.set('seen', [Date.now()]) }`,
    );
    const start = sandbox.clock.now();
    await callGo(sandbox);
    await sandbox.settle();
    const [at] = (await callGo(sandbox, { read: true })) as [number];
    expect(at - start).toBeGreaterThanOrEqual(600_000);
    expect(at - start).toBeLessThan(605_000);
  });

  it('takes 500 events a minute and refuses more with 429', async () => {
    const sandbox = await app(`${wholesale}
      const fifty = Array.from({ length: 50 }, () => ({ body: {}, delayInSeconds: 900 }));
      const results = [];
      for (let i = 0; i < 11; i++) results.push(await caught(async () => { ${push('fifty')}; return 'ok'; }));
      return results;`);
    expect(await callGo(sandbox)).toEqual([...Array(10).fill('ok'), 'RateLimitError']);
    await sandbox.passTime(60_000);
    expect(await callGo(sandbox)).toEqual([...Array(10).fill('ok'), 'RateLimitError']);
  });

  it('refuses more than 50 events, more than 200 KB, and delays above 900 seconds, whoever asks', async () => {
    const sandbox = await app(`
      const { __requestAtlassianAsApp: request } = await import('@forge/api');
      const send = async (payload) => (await request(
        '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}',
        { method: 'POST', headers: {}, body: JSON.stringify({ queueName: 'work', jobId: 'j', payload, time: '',
          type: 'avi:forge:app:event', schema: 'ari:cloud:ecosystem::forge/app-event-2' }) })).status;
      return [
        await send(Array.from({ length: 51 }, () => ({ body: {} }))),
        await send([{ body: { text: 'x'.repeat(201 * 1024) } }]),
        await send([{ body: {}, delayInSeconds: 901 }]),
        await send([]),
      ];`);
    expect(await callGo(sandbox)).toEqual([400, 413, 400, 400]);
  });

  it('refuses an event above 100 KB for a consumer that may run longer than 55 seconds', async () => {
    const big = `{ body: { text: 'x'.repeat(101 * 1024) } }`;
    const sandbox = await app(`${wholesale}
      return [await caught(async () => { ${push(big)}; return 'ok'; }), await caught(() => ${push(big, 'long').slice(6)})];`);
    expect(await callGo(sandbox)).toEqual(['ok', 'PayloadTooBigError']);
  });

  it('refuses a queue without a consumer, and says so', async () => {
    const sandbox = await app(`${wholesale} return caught(async () => ${push('{ body: {} }', 'nowhere')});`);
    expect(await callGo(sandbox)).toBe('InternalServerError');
    expect(sandbox.problems).toEqual([expect.stringContaining("queue 'nowhere', which has no consumer")]);
  });
});

jest.setTimeout(30_000);

describe('the cyclic limit', () => {
  it('lets one root invocation and its descendants make 1,000 push requests in a chain, and refuses the next with 405', async () => {
    const sandbox = await app(
      `if (!payload.read) ${push('{ body: { hop: 1 } }')};`,
      `async ({ body }) => {
        try { ${push('{ body: { hop: body.hop + 1 } }')} }
        catch (error) { await kvs.set('seen', [{ hop: body.hop, error: error.constructor.name }]) }
      }`,
    );
    await callGo(sandbox);
    await sandbox.settle();
    expect(await events(sandbox)).toEqual([{ hop: 1000, error: 'InvocationLimitReachedError' }]);
  });

  it('counts a loop like a chain, also when its events are long consumed', async () => {
    const sandbox = await app(
      push('{ body: { loop: true } }', 'long'),
      `async ({ body }) => {
        if (!body.loop) return;
        let pushes = 0;
        try {
          for (;;) {
            ${push('{ body: {} }')};
            pushes++;
            await new Promise((resolve) => setTimeout(resolve, 130));
          }
        } catch (error) {
          await kvs.set('seen', [pushes, error.constructor.name]);
        }
      }`,
    );
    await callGo(sandbox);
    await sandbox.settle();
    expect(await events(sandbox)).toEqual([999, 'InvocationLimitReachedError']);
  });

  it('starts anew with each root', async () => {
    const sandbox = await app(
      push('{ body: { hop: 1 } }'),
      `async ({ body }) => { if (body.hop < 600) ${push('{ body: { hop: body.hop + 1 } }')} }`,
    );
    for (const _root of ['first', 'second']) {
      await callGo(sandbox);
      await sandbox.settle();
    }
    sandbox.expectNoProblems();
  });
});

describe('delivery', () => {
  it('runs events without a concurrency key side by side', async () => {
    const sandbox = await app(
      push('Array.from({ length: 20 }, () => ({ body: {} }))'),
      `async () => {
      await new Promise((resolve) => setTimeout(resolve, 10_000));
    }`,
    );
    const start = sandbox.clock.now();
    await callGo(sandbox);
    await sandbox.drive(sandbox.forge.whenIdle());
    expect(sandbox.clock.now() - start).toBeLessThan(13_000);
  });

  it('keeps to the limit of a concurrency key across queues, and lets the others wait', async () => {
    const sandbox = await app(
      `const event = { body: {}, concurrency: { key: 'k', limit: 1 } };
       ${push('[event, event, event]')}; ${push('[event]', 'long')};`,
      `async () => {
        const running = (await kvs.get('running')) ?? 0;
        await kvs.set('running', running + 1);
        await kvs.set('seen', [...((await kvs.get('seen')) ?? []), running]);
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        await kvs.set('running', (await kvs.get('running')) - 1);
      }`,
    );
    await callGo(sandbox);
    await sandbox.settle();
    expect(await events(sandbox)).toEqual([0, 0, 0, 0]);
    expect(
      sandbox.forge.activity.recent().some((activity) => activity.kind === 'queue' && activity.step === 'held-back'),
    ).toBe(true);
  });

  it('does not keep the order of events', async () => {
    const sandbox = await app(
      push('Array.from({ length: 20 }, (_, n) => ({ body: { n } }))'),
      `async ({ body }) => {
      console.log(body.n);
    }`,
    );
    await callGo(sandbox);
    await sandbox.settle();
    const order = sandbox.forge.activity
      .recent()
      .flatMap((entry) => (entry.kind === 'log' ? [Number(entry.text)] : []));
    expect(order).toHaveLength(20);
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
  });

  it('may deliver an event twice, with the same event id and without a retry context', async () => {
    const sandbox = await app(
      push('{ body: {} }'),
      `async (event) => { console.log(JSON.stringify([event.eventId, event.retryContext ?? null])) }`,
    );
    sandbox.faults.set({ queueRepeated: 1 });
    await callGo(sandbox);
    await sandbox.settle();
    const logs = sandbox.forge.activity
      .recent()
      .flatMap((entry) => (entry.kind === 'log' ? [JSON.parse(entry.text)] : []));
    expect(logs).toEqual([logs[0], logs[0]]);
    expect(logs[0][1]).toBeNull();
  });
});

describe('retries', () => {
  const recording = (then: string) => `async (event) => {
    const list = (await kvs.get('seen')) ?? [];
    list.push({ at: Date.now(), context: event.retryContext ?? null });
    await kvs.set('seen', list);
    ${then}
  }`;

  it('follow a returned InvocationError after the time it asks for, with its reason and data', async () => {
    const sandbox = await app(
      push('{ body: {} }'),
      recording(
        `if (!event.retryContext) return new InvocationError({ retryAfter: 120, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData: { page: 3 } });`,
      ),
    );
    await callGo(sandbox);
    await sandbox.settle();
    const [first, second] = (await events(sandbox)) as [{ at: number }, { at: number; context: unknown }];
    expect(second.at - first.at).toBeGreaterThanOrEqual(120_000);
    expect(second.context).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { page: 3 },
      retentionWindow: { startTime: expect.any(String), remainingTimeMs: expect.any(Number) },
    });
  });

  it('wait at most 900 seconds', async () => {
    const sandbox = await app(
      push('{ body: {} }'),
      recording(
        `if (!event.retryContext) return new InvocationError({ retryAfter: 5_000, retryReason: 'FUNCTION_RETRY_REQUEST' });`,
      ),
    );
    await callGo(sandbox);
    await sandbox.settle();
    const [first, second] = (await events(sandbox)) as [{ at: number }, { at: number }];
    expect(second.at - first.at).toBeGreaterThanOrEqual(900_000);
    expect(second.at - first.at).toBeLessThan(901_000);
  });

  it('do not follow a thrown InvocationError as asked, since it is no error: the event is retried like any other throw', async () => {
    const sandbox = await app(
      push('{ body: {} }'),
      recording(
        `if (!event.retryContext) throw new InvocationError({ retryAfter: 800, retryReason: 'FUNCTION_RETRY_REQUEST' });`,
      ),
    );
    await callGo(sandbox);
    await sandbox.settle();
    const [first, second] = (await events(sandbox)) as [{ at: number }, { at: number }];
    expect(second.at - first.at).toBeLessThan(10_000);
  });

  it('follow a throw with growing gaps of at most a quarter of an hour, until the event is a day old and dropped', async () => {
    const sandbox = await app(push('{ body: {} }'), `async () => { throw new Error('no') }`);
    await callGo(sandbox);
    const times: number[] = [];
    sandbox.forge.activity.listen((entry) => {
      if (entry.kind === 'queue' && entry.step === 'delivered') times.push(entry.at);
    });
    const start = sandbox.clock.now();
    await sandbox.drive(sandbox.forge.whenIdle());
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(901_000);
    expect(gaps[0]).toBeLessThan(10_000);
    expect(sandbox.clock.now() - start).toBeGreaterThan(23.5 * 3_600_000);
    expect(sandbox.clock.now() - start).toBeLessThanOrEqual(24 * 3_600_000 + 901_000);
    expect(sandbox.forge.activity.recent().some((entry) => entry.kind === 'queue' && entry.step === 'dropped')).toBe(
      true,
    );
  });

  it('follow a crash of the platform without counting', async () => {
    const sandbox = await app(push('{ body: {} }'), recording(''));
    await callGo(sandbox);
    sandbox.faults.crashNextCall('before');
    await sandbox.settle();
    expect(await events(sandbox)).toEqual([
      { at: expect.any(Number), context: expect.objectContaining({ retryCount: 0 }) },
    ]);
  });

  it('with more than 4 KB of retryData are a problem and lose the data', async () => {
    const sandbox = await app(
      push('{ body: {} }'),
      recording(
        `if (!event.retryContext) return new InvocationError({ retryAfter: 1, retryReason: 'FUNCTION_RETRY_REQUEST', retryData: { text: 'x'.repeat(5000) } });`,
      ),
    );
    await callGo(sandbox);
    await sandbox.settle();
    expect(sandbox.problems).toEqual([expect.stringContaining('more than 4 KB of retryData')]);
    expect((await events(sandbox))[1]).toEqual({
      at: expect.any(Number),
      context: expect.not.objectContaining({ retryData: expect.anything() }),
    });
  });
});

describe('jobs', () => {
  it('tell how many of their events are in progress and succeeded', async () => {
    const sandbox = await app(
      `const queue = new Queue({ key: 'work' });
      if (payload.jobId) return queue.getJob(payload.jobId).getStats();
      return queue.push([{ body: {} }, { body: {} }, { body: {}, delayInSeconds: 60 }]);`,
      'none',
    );
    const { jobId } = (await callGo(sandbox)) as { jobId: string };
    expect(await callGo(sandbox, { jobId })).toEqual({ success: 0, inProgress: 3, failed: 0 });
    await sandbox.passTime(30_000);
    expect(await callGo(sandbox, { jobId })).toEqual({ success: 2, inProgress: 1, failed: 0 });
    await sandbox.settle();
    expect(await callGo(sandbox, { jobId })).toEqual({ success: 3, inProgress: 0, failed: 0 });
  });

  it('that do not exist answer with 404', async () => {
    const sandbox = await app(`${wholesale} const queue = new Queue({ key: 'work' });
      return [await caught(() => queue.getStats('none')), await caught(() => queue.cancel('none'))];`);
    expect(await callGo(sandbox)).toEqual(['JobDoesNotExistError', 'JobDoesNotExistError']);
  });

  it('can be cancelled: events that have not begun never come, the one that runs goes on', async () => {
    const sandbox = await app(
      `const queue = new Queue({ key: 'work' });
       if (payload.cancel) return queue.cancel(payload.cancel);
       return queue.push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 60 }]);`,
      `async (event) => {
        await new Promise((resolve) => setTimeout(resolve, 20_000));
        await kvs.set('seen', [...((await kvs.get('seen')) ?? []), event.body.n]);
      }`,
    );
    const { jobId } = (await callGo(sandbox)) as { jobId: string };
    await sandbox.passTime(5_000);
    await callGo(sandbox, { cancel: jobId });
    await sandbox.settle();
    expect(await events(sandbox)).toEqual([1]);
  });
});

describe('a restart', () => {
  it('delivers again what was in a queue', async () => {
    const tables = new Map<string, Map<string, unknown>>();
    const table = (name: string) =>
      tables.get(name) ?? tables.set(name, new Map()).get(name) ?? new Map<string, unknown>();
    const journal = {
      load: (name: string) => [...table(name)].map(([key, value]) => ({ key, value })),
      put: (name: string, key: string, value: unknown) => void table(name).set(key, value),
      remove: (name: string, key: string) => void table(name).delete(key),
    };
    const source = {
      resolver: go(
        `if (payload.read) return (await kvs.get('seen')) ?? []; ${push('{ body: { n: 1 }, delayInSeconds: 300 }')}`,
      ),
      consumer: seen,
    };
    const before = await fixtureSandbox(source, { journal });
    await callGo(before);
    before.dispose();
    const after = await fixtureSandbox(source, { journal });
    await after.settle();
    expect(await after.invoke('page', 'go', { read: true }, admin)).toEqual([
      expect.objectContaining({ body: { n: 1 } }),
    ]);
  });
});
