import { StorageFixture } from './storage-fixture';

let at: StorageFixture;

beforeEach(() => {
  at = new StorageFixture();
});

const items = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `k${i}`, value: i }));
const keys = (list: unknown): string[] => (list as { key: string }[]).map(({ key }) => key).sort();
const codes = (list: unknown): string[] => (list as { error: { code: string } }[]).map(({ error }) => error.code);

describe.each(['set', 'get', 'delete'])('batch %s', (verb) => {
  test('takes 25 items and refuses 26 as a whole', () => {
    expect(at.outcome(`batch/${verb}`, items(25))).toBe('200');
    expect(at.outcome(`batch/${verb}`, items(26))).toBe('400 TOO_MANY_BATCH_ENTITIES');
  });

  test('refuses an empty list, and the same key twice, as a whole', () => {
    expect(at.outcome(`batch/${verb}`, [])).toBe('400 INVALID_REQUEST');
    expect(at.outcome(`batch/${verb}`, [...items(2), ...items(1)])).toBe('400 KEY_DUPLICATION_ERROR');
    expect([...at.storage.rows()]).toEqual([]);
  });

  test('refuses what is no list', () => {
    expect(at.outcome(`batch/${verb}`, { key: 'k' })).toBe('400 INVALID_REQUEST');
  });

  test('reports a bad item and does the others', () => {
    const { status, body } = at.call(`batch/${verb}`, [
      { key: 'a@b', value: 1 },
      { key: 'k', entityName: 'nobody', value: {} },
    ]);
    expect(status).toBe(200);
    expect(codes(body.failedKeys).sort()).toEqual(['INVALID_KEY', 'SCHEMA_NOT_FOUND']);
  });
});

test('sets across entities and plain keys, each value under its own rules', () => {
  const { body } = at.call('batch/set', [
    { key: 'k', value: 1 },
    { key: 'p', entityName: 'person', value: { name: 'Ada' } },
    { key: 'q', entityName: 'person', value: { age: 'old' } },
  ]);
  expect(keys(body.successfulKeys)).toEqual(['k', 'p']);
  expect(body.failedKeys).toEqual([
    { key: 'q', entityName: 'person', error: { code: 'INCORRECT_PROPERTY_TYPE', message: expect.any(String) } },
  ]);
});

test('a get reports a missing key as KEY_NOT_FOUND', () => {
  at.call('batch/set', items(2));
  const { body } = at.call('batch/get', items(3));
  expect(keys(body.successfulKeys)).toEqual(['k0', 'k1']);
  expect(codes(body.failedKeys)).toEqual(['KEY_NOT_FOUND']);
});

test('a delete of a missing key succeeds', () => {
  expect(at.call('batch/delete', [{ key: 'k' }]).body).toEqual({ successfulKeys: [{ key: 'k' }], failedKeys: [] });
});

test('a ttl is the only option of a set', () => {
  const ttl = { value: 1, unit: 'HOURS' };
  expect(at.call('batch/set', [{ key: 'k', value: 1, options: { ttl } }]).body.failedKeys).toEqual([]);
  const { body } = at.call('batch/set', [{ key: 'k', value: 1, options: { keyPolicy: 'OVERRIDE' } }]);
  expect(codes(body.failedKeys)).toEqual(['INVALID_REQUEST']);
});

test('answers come in no particular order, but all of them', () => {
  at.call('batch/set', items(25));
  const { body } = at.call('batch/get', items(25));
  const order = (body.successfulKeys as { key: string }[]).map(({ key }) => key);
  expect(order).not.toEqual(items(25).map(({ key }) => key));
  expect(order.sort()).toEqual(keys(items(25)));
});

test('above 4 MB a set is MAX_SIZE', () => {
  const value = 'x'.repeat(239 * 1024);
  expect(
    at.outcome(
      'batch/set',
      items(18).map(({ key }) => ({ key, value })),
    ),
  ).toBe('400 MAX_SIZE');
});
