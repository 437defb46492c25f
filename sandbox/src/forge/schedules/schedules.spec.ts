import type { Sandbox } from '../../sandbox';
import { fixtureSandbox } from '../testing/fixture';

const minute = 60_000;
const hour = 60 * minute;

function ticks(sandbox: Sandbox, module: string): number[] {
  return sandbox.forge.activity
    .recent()
    .flatMap((entry) => (entry.kind === 'schedule' && entry.module === module ? [entry.at] : []));
}

describe('scheduled triggers', () => {
  it('run first about five minutes after deployment, then at their interval', async () => {
    const sandbox = await fixtureSandbox({});
    const start = sandbox.clock.now();
    await sandbox.passTime(hour);
    const [first = 0, second, third] = ticks(sandbox, 'often');
    expect(first - start).toBeGreaterThanOrEqual(5 * minute);
    expect(first - start).toBeLessThanOrEqual(6 * minute);
    expect([second, third]).toEqual([first + 5 * minute, first + 10 * minute]);
  });

  it('have a phase of their own in each installation', async () => {
    const firsts = await Promise.all(
      [1, 2, 3].map(async (seed) => {
        const sandbox = await fixtureSandbox({}, { seed });
        await sandbox.passTime(10 * minute);
        return ticks(sandbox, 'often')[0];
      }),
    );
    expect(new Set(firsts).size).toBe(3);
  });

  it('get the cloud id and the module key, and no user', async () => {
    const sandbox = await fixtureSandbox({
      scheduled: `async (payload, context) => { console.log(JSON.stringify([payload, context.principal ?? null])) }`,
    });
    await sandbox.passTime(7 * minute);
    const [log] = sandbox.forge.activity
      .recent()
      .flatMap((entry) => (entry.kind === 'log' ? [JSON.parse(entry.text)] : []));
    expect(log).toEqual([
      {
        context: { cloudId: sandbox.forge.installation.cloudId, moduleKey: expect.any(String) },
        contextToken: expect.any(String),
      },
      null,
    ]);
  });

  it('are not repeated after an error', async () => {
    const sandbox = await fixtureSandbox({ scheduled: `async () => { throw new Error('no') }` });
    await sandbox.passTime(9 * minute);
    expect(ticks(sandbox, 'often')).toHaveLength(1);
  });

  it('may run twice', async () => {
    const sandbox = await fixtureSandbox({});
    sandbox.faults.set({ scheduleRepeated: 1 });
    await sandbox.passTime(9 * minute);
    expect(ticks(sandbox, 'often')).toHaveLength(2);
  });

  it('are run once by settling', async () => {
    const sandbox = await fixtureSandbox({});
    await sandbox.settle();
    expect([ticks(sandbox, 'often').length, ticks(sandbox, 'hourly').length]).toEqual([1, 1]);
  });

  it('do not catch up what was missed while the sandbox stood still, and keep their phase', async () => {
    const kept = new Map<string, unknown>();
    const journal = {
      load: (table: string) =>
        [...kept]
          .filter(([key]) => key.startsWith(`${table}/`))
          .map(([key, value]) => ({ key: key.slice(table.length + 1), value })),
      put: (table: string, key: string, value: unknown) => void kept.set(`${table}/${key}`, value),
      remove: (table: string, key: string) => void kept.delete(`${table}/${key}`),
    };
    const before = await fixtureSandbox({}, { journal });
    await before.passTime(7 * minute);
    const [first = 0] = ticks(before, 'often');
    before.dispose();
    const { VirtualClock } = await import('../../clock/virtual-clock');
    const after = await fixtureSandbox({}, { journal, clock: new VirtualClock(first + 62 * minute) });
    await after.passTime(8 * minute);
    expect(ticks(after, 'often')).toEqual([first + 65 * minute, first + 70 * minute]);
  });
});
