import { callGo, fixtureSandbox, go } from '../testing/fixture';

const error = (work: string) =>
  go(`try { await (async () => { ${work} })(); return 'done' } catch (error) { return error.message }`);

describe('Node modules in the app', () => {
  it('that tell no time and draw no chance are there', async () => {
    const sandbox = await fixtureSandbox({
      head: `import { join } from 'node:path'; import { createHash } from 'node:crypto';`,
      resolver: go(`return [join('a', 'b'), createHash('sha256').update('abc').digest('hex').slice(0, 8)]`),
    });
    expect(await callGo(sandbox)).toEqual(['a/b', 'ba7816bf']);
  });

  it('draw made-up bytes and ids from the seed', async () => {
    const source = {
      head: `import { randomBytes, randomUUID } from 'node:crypto';`,
      resolver: go(
        `return [randomBytes(8).toString('hex'), randomUUID(), crypto.getRandomValues(new Uint8Array(4)).join()]`,
      ),
    };
    const draw = async (seed: number) => callGo(await fixtureSandbox(source, { seed }));
    expect(await draw(3)).toEqual(await draw(3));
    expect(await draw(3)).not.toEqual(await draw(4));
  });

  it.each([
    [`import { scrypt } from 'node:crypto';`, 'scrypt()', 'node:crypto.scrypt'],
    [`import { readFileSync } from 'node:fs';`, `readFileSync('x')`, 'node:fs.readFileSync'],
    ['', `require('node:net')`, "the Node module 'node:net'"],
    ['', 'crypto.subtle.sign()', 'crypto.subtle.sign'],
  ])('that are not built fail by their name: %s %s', async (head, work, name) => {
    const sandbox = await fixtureSandbox({ head, resolver: error(work) });
    expect(await callGo(sandbox)).toBe(`The sandbox has not built ${name}.`);
  });

  it('time out an AbortSignal by the clock of the sandbox', async () => {
    const sandbox = await fixtureSandbox({
      resolver: go(`
        const signal = AbortSignal.timeout(5_000);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        return signal.reason.name;`),
    });
    const start = sandbox.clock.now();
    expect(await callGo(sandbox)).toBe('TimeoutError');
    expect(sandbox.clock.now() - start).toBeLessThan(5_100);
  });
});
