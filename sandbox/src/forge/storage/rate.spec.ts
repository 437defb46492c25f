import { documentedRates } from './limits';
import { StorageFixture } from './storage-fixture';

const KB = 1024;
let at: StorageFixture;

beforeEach(() => {
  at = new StorageFixture();
});

const set = (key: string, bytes: number) => at.outcome('set', { key, value: 'x'.repeat(bytes - key.length - 2) });

describe('units', () => {
  test('a request costs 10 KB units, rounded up: 65 KB are 7', () => {
    set('k', 65 * KB);
    expect(at.storage.meter.writeUnits).toBe(7);
    at.call('get', { key: 'k' });
    expect(at.storage.meter.readUnits).toBe(7);
  });

  test('ten values of 1 KB are one unit in a batch, ten singly', () => {
    at.call(
      'batch/set',
      Array.from({ length: 10 }, (_, i) => ({ key: `k${i}`, value: 'x'.repeat(1000) })),
    );
    expect(at.storage.meter.writeUnits).toBe(1);
    at.call(
      'batch/get',
      Array.from({ length: 10 }, (_, i) => ({ key: `k${i}` })),
    );
    expect(at.storage.meter.readUnits).toBe(1);
    for (let i = 0; i < 10; i++) set(`k${i}`, KB);
    expect(at.storage.meter.writeUnits).toBe(11);
  });

  test('a transaction is one write, rounded by its size', () => {
    const value = 'x'.repeat(8 * KB);
    at.call('transaction', { set: ['a', 'b', 'c'].map((key) => ({ key, value })) });
    expect(at.storage.meter).toMatchObject({ requests: 1, writeUnits: 3, readUnits: 0 });
  });

  test('a query reads its page, filtered or not', () => {
    at.person('1', { name: 'Ada', extra: 'x'.repeat(15 * KB) });
    at.query({ indexName: 'by-key', filters: { and: [{ property: 'name', condition: 'EQUAL_TO', values: ['Bo'] }] } });
    expect(at.storage.meter.readUnits).toBe(2);
  });

  test('an empty read costs a unit and is billed as 1 KB', () => {
    at.call('get', { key: 'k' });
    expect(at.storage.meter).toMatchObject({ readUnits: 1, bytesRead: 1024 });
  });
});

describe('rates', () => {
  test('the 1001st request within a second is 429 RATE_LIMIT_EXCEEDED; the next second is free', async () => {
    for (let i = 0; i < 1000; i++) expect(at.call('get', { key: 'k' }).status).toBe(404);
    expect(at.outcome('get', { key: 'k' })).toBe('429 RATE_LIMIT_EXCEEDED');
    expect(at.storage.meter).toMatchObject({ requests: 1001, throttled: 1 });
    await at.clock.advance(1000);
    expect(at.outcome('get', { key: 'k' })).toBe('404 KEY_NOT_FOUND');
  });

  test('above 4000 write units a minute nothing is written; reads go on', async () => {
    for (let i = 0; i < 200; i++) expect(set(`k${i}`, 200 * KB)).toBe('204');
    expect(set('more', 100)).toBe('429 RATE_LIMIT_EXCEEDED');
    expect(at.outcome('get', { key: 'more' })).toBe('404 KEY_NOT_FOUND');
    await at.clock.advance(60_000);
    expect(set('more', 100)).toBe('204');
  });

  test('a transaction above the rate is TOO_MANY_REQUESTS', () => {
    at = new StorageFixture({ rates: { ...documentedRates, writeUnitsPerMinute: 0 } });
    expect(at.outcome('transaction', { set: [{ key: 'k', value: 1 }] })).toBe('429 TOO_MANY_REQUESTS');
  });

  test('above 4000 read units a minute reads are refused', async () => {
    set('k', 200 * KB);
    for (let i = 0; i < 200; i++) {
      if (i % 50 === 0) await at.clock.advance(1000);
      expect(at.outcome('get', { key: 'k' })).toBe('200');
    }
    await at.clock.advance(1000);
    expect(at.outcome('get', { key: 'k' })).toBe('429 RATE_LIMIT_EXCEEDED');
  });

  test('one key takes 1 MB of writes and gives 12 MB of reads a second', () => {
    for (let i = 0; i < 4; i++) expect(set('hot', 240 * KB)).toBe('204');
    expect(set('hot', 240 * KB)).toBe('429 REQUEST_THROTTLED');
    expect(set('cool', 240 * KB)).toBe('204');
    for (let i = 0; i < 51; i++) expect(at.outcome('get', { key: 'hot' })).toBe('200');
    expect(at.outcome('get', { key: 'hot' })).toBe('429 REQUEST_THROTTLED');
    expect(at.outcome('get', { key: 'cool' })).toBe('200');
  });

  test('one index value gives 24 MB of reads a second', () => {
    for (const key of ['1', '2', '3', '4', '5'])
      at.person(key, { name: key, team: 'big', extra: 'x'.repeat(239 * KB) });
    const read = () => at.outcome('entity/query', { entityName: 'person', indexName: 'by-team', partition: ['big'] });
    for (let i = 0; i < 20; i++) expect(read()).toBe('200');
    expect(read()).toBe('429 REQUEST_THROTTLED');
  });
});
