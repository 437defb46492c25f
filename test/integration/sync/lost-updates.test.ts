import { bundleCode } from '../../../sandbox/src/forge/process/bundle';
import { createSandbox } from '../../../sandbox/src/sandbox';

/** An app whose page adds one to a number, reading and writing it through `@forge/kvs`, with or without a condition. */
const code = `
  import Resolver from '@forge/resolver';
  import { Filter, FilterConditions, kvs } from '@forge/kvs';

  const counter = { entityName: 'counter' };

  async function addOne(conditional) {
    for (;;) {
      const known = (await kvs.entity('counter').get('the-one')) ?? { rev: 0, number: 0 };
      const next = { rev: known.rev + 1, number: known.number + 1 };
      const unchanged = known.rev === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(known.rev);
      const conditions = new Filter().and('rev', unchanged);
      try {
        await kvs.transact().set('the-one', next, conditional ? { ...counter, conditions } : counter).execute();
        return next.number;
      } catch (error) {
        if (!conditional) throw error;
      }
    }
  }

  export const resolver = new Resolver()
    .define('addOne', ({ payload }) => addOne(payload.conditional))
    .define('read', async () => (await kvs.entity('counter').get('the-one')).number)
    .getDefinitions();
`;

const manifest = `
modules:
  jira:globalPage:
    - { key: page, title: Page, resource: pages, resolver: { function: resolver } }
  function:
    - { key: resolver, handler: index.resolver }
resources:
  - { key: pages, path: static }
permissions:
  scopes: [storage:app]
app:
  id: ari:cloud:ecosystem::app/2f0d8a5e-5c35-4c35-8e25-3a0f6a0e7b12
  runtime: { name: nodejs22.x }
  storage:
    entities:
      - name: counter
        attributes: { rev: { type: integer }, number: { type: integer } }
`;

async function twentyAtOnce(conditional: boolean): Promise<unknown> {
  const sandbox = await createSandbox({ manifest, bundle: bundleCode(code, process.cwd()) });
  const visitor = { accountId: 'admin', accountType: 'licensed' as const };
  const additions = Array.from({ length: 20 }, () => sandbox.invoke('page', 'addOne', { conditional }, visitor));
  await Promise.all(additions);
  return sandbox.invoke('page', 'read', {}, visitor);
}

describe('twenty people who add one at the same moment', () => {
  it('lose updates when the write does not demand that nobody wrote in between', async () => {
    expect(await twentyAtOnce(false)).toBeLessThan(20);
  });

  it('lose none when it does', async () => {
    expect(await twentyAtOnce(true)).toBe(20);
  });
});
