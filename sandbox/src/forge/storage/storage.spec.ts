import { Chance } from '../../chance/chance';
import type { Journal } from '../../journal/journal';
import { EntitiesInvalid, StoragePathUnknown } from './errors';
import { Storage, type StorageCommit } from './storage';
import { START, StorageFixture } from './storage-fixture';

const HOUR = 3_600_000;

function memoryJournal(): Journal {
  const tables = new Map<string, Map<string, string>>();
  const table = (name: string) =>
    tables.get(name) ?? tables.set(name, new Map()).get(name) ?? new Map<string, string>();
  return {
    load: (name) => [...table(name)].map(([key, text]) => ({ key, value: JSON.parse(text) as unknown })),
    put: (name, key, value) => void table(name).set(key, JSON.stringify(value)),
    remove: (name, key) => void table(name).delete(key),
  };
}

test('a path that is not built fails loudly and names it', () => {
  const { storage } = new StorageFixture();
  expect(() => storage.handle('/api/v1/increment', '{}')).toThrow(StoragePathUnknown);
  expect(() => storage.handle('/api/v1/increment', '{}')).toThrow('/api/v1/increment');
});

test('entities that the platform refuses are refused', () => {
  const { clock } = new StorageFixture();
  const make = () =>
    new Storage({
      clock,
      chance: new Chance(1),
      journal: memoryJournal(),
      entities: [{ name: 'x', attributes: {} }],
    });
  expect(make).toThrow(EntitiesInvalid);
});

describe('commits', () => {
  let at: StorageFixture;
  let commits: StorageCommit[];
  let stop: () => void;

  beforeEach(() => {
    at = new StorageFixture({ removalDelayMs: { low: 0, high: 0 } });
    commits = [];
    stop = at.storage.onCommit((commit) => commits.push(commit));
  });

  test('each request that changes something is told once, with the values before and after', () => {
    at.person('1', { name: 'Ada' });
    at.call('transaction', {
      set: [{ key: '1', entityName: 'person', value: { name: 'Bo' } }],
      delete: [{ key: 'absent' }],
    });
    at.call('secret/set', { key: 's', value: 1 });
    at.call('secret/delete', { key: 's' });
    expect(commits).toEqual([
      { at: START, path: '/api/v1/entity/set', changes: [{ entityName: 'person', key: '1', after: { name: 'Ada' } }] },
      {
        at: START,
        path: '/api/v1/transaction',
        changes: [{ entityName: 'person', key: '1', before: { name: 'Ada' }, after: { name: 'Bo' } }],
      },
      { at: START, path: '/api/v1/secret/set', changes: [{ secret: true, key: 's', after: 1 }] },
      { at: START, path: '/api/v1/secret/delete', changes: [{ secret: true, key: 's', before: 1 }] },
    ]);
  });

  test('reads, refusals and empty deletes are not told', () => {
    at.call('get', { key: 'k' });
    at.call('delete', { key: 'k' });
    at.call('set', { key: 'a@b', value: 1 });
    expect(commits).toEqual([]);
  });

  test('the removal of an expired value is told', async () => {
    at.call('set', { key: 'k', value: 1, options: { ttl: { value: 1, unit: 'HOURS' } } });
    await at.clock.advance(HOUR);
    expect([...at.storage.rows()]).toEqual([]);
    expect(commits[1]).toEqual({ at: START + HOUR, path: 'expiry', changes: [{ key: 'k', before: 1 }] });
  });

  test('who stops listening hears no more', () => {
    stop();
    at.call('set', { key: 'k', value: 1 });
    expect(commits).toEqual([]);
  });
});

test('values are copies: changing what was given or gotten changes nothing stored', () => {
  const at = new StorageFixture();
  at.person('1', { name: 'Ada', extra: { list: [1] } });
  for (const { value } of at.storage.rows('person')) Object.assign(value as object, { name: 'changed' });
  expect([...at.storage.rows('person')]).toEqual([{ key: '1', value: { name: 'Ada', extra: { list: [1] } } }]);
});

test('what was stored is there again after a restart: values, indexes, metadata, expiry and size', async () => {
  const journal = memoryJournal();
  const options = { removalDelayMs: { low: HOUR, high: HOUR } };
  const first = new StorageFixture(options, journal);
  first.call('set', { key: 'k', value: [1], options: { ttl: { value: 1, unit: 'HOURS' } } });
  first.call('secret/set', { key: 's', value: 'shh' });
  first.person('1', { name: 'Zoe', team: 'eng' });
  first.person('2', { name: 'Bo', team: 'eng' });
  first.person('3', { name: 'Cy' });
  first.call('entity/delete', { entityName: 'person', key: '3' });

  const second = new StorageFixture(options, journal);
  second.storage.queryLag = () => 1000;
  expect(second.call('get', { key: 'k', options: { metadataFields: ['EXPIRE_TIME'] } }).body).toEqual({
    key: 'k',
    value: [1],
    expireTime: '2026-01-01T01:00:00.000Z',
  });
  expect(second.call('secret/get', { key: 's' }).body.value).toBe('shh');
  expect(second.query({ indexName: 'by-team', partition: ['eng'] }).keys).toEqual(['2', '1']);
  expect(second.storage.meter.storedBytes).toBe(first.storage.meter.storedBytes);
  await second.clock.advance(2 * HOUR);
  expect(second.outcome('get', { key: 'k' })).toBe('404 KEY_NOT_FOUND');
});

test('the meter counts requests by path, bytes, and what is stored now', () => {
  const at = new StorageFixture();
  at.call('set', { key: 'ab', value: 'é' });
  at.call('set', { key: 'ab', value: 'long' });
  at.call('get', { key: 'ab' });
  expect(at.storage.meter).toEqual({
    requests: 3,
    throttled: 0,
    requestsByPath: { '/api/v1/set': 2, '/api/v1/get': 1 },
    readUnits: 1,
    writeUnits: 2,
    bytesRead: 8,
    bytesWritten: 6 + 8,
    storedBytes: 8,
  });
  at.call('delete', { key: 'ab' });
  expect(at.storage.meter.storedBytes).toBe(0);
});

test('rows of an entity that is not declared are refused', () => {
  expect(() => [...new StorageFixture().storage.rows('nobody')]).toThrow('nobody');
});
