import type * as ForgeKvs from '@forge/kvs';
import { Chance } from '../../chance/chance';
import { VirtualClock } from '../../clock/virtual-clock';
import type { ProductAnswer } from '../../http';
import { forgetfulJournal } from '../../journal/journal';
import { Storage } from './storage';

/** The unmodified `@forge/kvs` on top of the storage, by way of the globals that Forge's runtime provides. */

interface Contact {
  name: string;
  group?: string;
  age?: number;
  notes?: unknown;
}

let storage: Storage;

function response({ status, headers, text }: ProductAnswer): Response {
  return new Response(status === 204 ? null : text, { status, headers: headers ?? {} });
}

Object.assign(globalThis, {
  __forge_runtime__: {},
  __forge_fetch__: async (_target: unknown, path: string, init: { body: string }) =>
    response(storage.handle(path, init.body)),
});

const { kvs, Filter, FilterConditions, WhereConditions, Sort, MetadataField, ForgeKvsAPIError } =
  jest.requireActual<typeof ForgeKvs>('@forge/kvs');

beforeEach(() => {
  storage = new Storage({
    clock: new VirtualClock(Date.UTC(2026, 0, 1)),
    chance: new Chance(1),
    journal: forgetfulJournal,
    entities: [
      {
        name: 'contact',
        attributes: {
          name: { type: 'string' },
          group: { type: 'string' },
          age: { type: 'integer' },
          notes: { type: 'any' },
        },
        indexes: ['name', { name: 'by-group', partition: ['group'], range: ['name'] }],
      },
    ],
  });
});

const contacts = () => kvs.entity<Contact>('contact');

describe('@forge/kvs with plain keys', () => {
  test('a value set is a value got', async () => {
    await kvs.set('greeting', { text: 'hello', list: [1, 2] });
    expect(await kvs.get('greeting')).toEqual({ text: 'hello', list: [1, 2] });
  });

  test('a missing key is undefined, and deleting it succeeds', async () => {
    expect(await kvs.get('nothing')).toBeUndefined();
    await expect(kvs.delete('nothing')).resolves.toBeUndefined();
  });

  test('metadata comes when asked for', async () => {
    await kvs.set('short', 1, { ttl: { value: 2, unit: 'HOURS' } });
    expect(await kvs.get('short', { metadataFields: [MetadataField.CREATED_AT, MetadataField.EXPIRE_TIME] })).toEqual({
      key: 'short',
      value: 1,
      createdAt: Date.UTC(2026, 0, 1),
      expireTime: '2026-01-01T02:00:00.000Z',
    });
  });

  test('a set can return the value before', async () => {
    await kvs.set('n', 1);
    expect(await kvs.set('n', 2, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' })).toEqual({ key: 'n', value: 1 });
    expect(await kvs.set('n', 3, { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' })).toEqual({ key: 'n', value: 3 });
    expect(await kvs.set('new', 3, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' })).toBeUndefined();
  });

  test('FAIL_IF_EXISTS on a key that exists is a KEY_CONFLICT with status 409', async () => {
    await kvs.set('lock', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
    const error = await kvs.set('lock', 2, { keyPolicy: 'FAIL_IF_EXISTS' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ForgeKvsAPIError);
    expect(error).toMatchObject({ code: 'KEY_CONFLICT', responseDetails: { status: 409, httpPath: '/api/v1/set' } });
  });

  test('a query lists keys with a prefix, page by page', async () => {
    for (const key of ['a:3', 'b:1', 'a:1', 'a:2']) await kvs.set(key, key);
    const query = () => kvs.query().where('key', WhereConditions.beginsWith('a:')).limit(2);
    const first = await query().getMany();
    expect(first.results.map(({ key }) => key)).toEqual(['a:1', 'a:2']);
    const second = await query()
      .cursor(first.nextCursor ?? '')
      .getMany();
    expect(second).toEqual({ results: [{ key: 'a:3', value: 'a:3' }], nextCursor: undefined });
  });

  test('secrets live apart from keys', async () => {
    await kvs.setSecret('token', 'shh');
    expect(await kvs.getSecret('token')).toBe('shh');
    expect(await kvs.get('token')).toBeUndefined();
    expect((await kvs.query().getMany()).results).toEqual([]);
    await kvs.deleteSecret('token');
    expect(await kvs.getSecret('token')).toBeUndefined();
  });
});

describe('@forge/kvs with entities', () => {
  beforeEach(async () => {
    await contacts().set('1', { name: 'Ada', group: 'eng', age: 36 });
    await contacts().set('2', { name: 'Bo', group: 'eng', age: 20 });
    await contacts().set('3', { name: 'Cy', group: 'ops', age: 50 });
  });

  test('an index is queried by partition, range and sort', async () => {
    const { results } = await contacts()
      .query()
      .index('by-group', { partition: ['eng'] })
      .where(WhereConditions.greaterThanEqualTo('Ada'))
      .sort(Sort.DESC)
      .getMany();
    expect(results.map(({ value }) => value.name)).toEqual(['Bo', 'Ada']);
  });

  test('a filter leaves an empty page with a cursor', async () => {
    const query = () =>
      contacts()
        .query()
        .index('name')
        .filters(new Filter<Contact>().and('age', FilterConditions.greaterThan(40)))
        .limit(2);
    const first = await query().getMany();
    expect(first.results).toEqual([]);
    const second = await query()
      .cursor(first.nextCursor ?? '')
      .getMany();
    expect(second.results.map(({ key }) => key)).toEqual(['3']);
  });

  test('getOne gives the first row', async () => {
    expect(await contacts().query().index('by-key').getOne()).toEqual({
      key: '1',
      value: { name: 'Ada', group: 'eng', age: 36 },
    });
  });

  test('a batch reports success and failure key by key', async () => {
    const result = await kvs.batchGet<Contact>([
      { key: '1', entityName: 'contact' },
      { key: '9', entityName: 'contact' },
    ]);
    expect(result).toEqual({
      successfulKeys: [{ key: '1', entityName: 'contact', value: { name: 'Ada', group: 'eng', age: 36 } }],
      failedKeys: [{ key: '9', entityName: 'contact', error: { code: 'KEY_NOT_FOUND', message: expect.any(String) } }],
    });
    expect(await kvs.batchSet([{ key: 'plain', value: 1 }])).toEqual({
      successfulKeys: [{ key: 'plain' }],
      failedKeys: [],
    });
    expect(await kvs.batchDelete([{ key: 'plain' }])).toEqual({ successfulKeys: [{ key: 'plain' }], failedKeys: [] });
  });

  test('a transaction whose conditions hold does everything', async () => {
    await kvs
      .transact()
      .set<Contact>(
        '1',
        { name: 'Ada', age: 37 },
        { entityName: 'contact', conditions: new Filter<Contact>().and('age', FilterConditions.equalTo(36)) },
      )
      .set<Contact>(
        '4',
        { name: 'Di' },
        { entityName: 'contact', conditions: new Filter<Contact>().and('name', FilterConditions.notExists()) },
      )
      .delete('2', { entityName: 'contact' })
      .check('3', {
        entityName: 'contact',
        conditions: new Filter<Contact>().or('name', FilterConditions.beginsWith('C')),
      })
      .execute();
    expect(Array.from(storage.rows('contact')).map(({ key }) => key)).toEqual(['1', '3', '4']);
  });

  test('a transaction with a false condition does nothing', async () => {
    const error = await kvs
      .transact()
      .set('4', { name: 'Di' }, { entityName: 'contact' })
      .check('3', {
        entityName: 'contact',
        conditions: new Filter<Contact>().and('age', FilterConditions.lessThan(50)),
      })
      .execute()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'CONDITIONAL_CHECK_FAILED', responseDetails: { status: 400 } });
    expect(await contacts().get('4')).toBeUndefined();
  });

  test('an entity that the manifest lacks is SCHEMA_NOT_FOUND with status 404', async () => {
    await expect(kvs.entity('nobody').get('1')).rejects.toMatchObject({
      code: 'SCHEMA_NOT_FOUND',
      responseDetails: { status: 404 },
    });
  });
});
