import { StorageFixture } from './storage-fixture';

let at: StorageFixture;

beforeEach(() => {
  at = new StorageFixture();
});

const plain = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `k${i}`, value: i }));
const hasName = { and: [{ property: 'name', condition: 'EXISTS', values: [true] }] };
const hasNoName = { and: [{ property: 'name', condition: 'NOT_EXISTS', values: [true] }] };

test('sets, deletes and checks happen together, across entities and plain keys', () => {
  at.person('old', { name: 'Ada' });
  at.call('set', { key: 'gone', value: 1 });
  const outcome = at.outcome('transaction', {
    set: [
      { key: 'new', value: 1 },
      { key: 'rex', entityName: 'pet', value: { name: 'Rex' }, conditions: hasNoName },
    ],
    delete: [{ key: 'gone' }, { key: 'never-there' }],
    check: [{ key: 'old', entityName: 'person', conditions: hasName }],
  });
  expect(outcome).toBe('204');
  expect([...at.storage.rows()]).toEqual([{ key: 'new', value: 1 }]);
  expect([...at.storage.rows('pet')]).toEqual([{ key: 'rex', value: { name: 'Rex' } }]);
});

test.each<[string, { set?: object[]; delete?: object[]; check?: object[] }]>([
  ['set', { set: [{ key: 'absent', entityName: 'person', value: { name: 'Bo' }, conditions: hasName }] }],
  ['delete', { delete: [{ key: 'absent', entityName: 'person', conditions: hasName }] }],
  ['check', { check: [{ key: 'absent', entityName: 'person', conditions: hasName }] }],
])('when a condition of a %s is false nothing is written', (_kind, part) => {
  const set = [{ key: 'new', value: 1 }, ...(part.set ?? [])];
  expect(at.outcome('transaction', { ...part, set })).toBe('400 CONDITIONAL_CHECK_FAILED');
  expect([...at.storage.rows()]).toEqual([]);
});

test('25 operations are taken, 26 are UNPROCESSABLE_ENTITY with status 422', () => {
  expect(at.outcome('transaction', { set: plain(20), delete: plain(25).slice(20) })).toBe('204');
  expect(at.outcome('transaction', { set: plain(20), delete: plain(26).slice(20) })).toBe('422 UNPROCESSABLE_ENTITY');
});

test('no operation at all is INVALID_TRANSACTION_REQUEST', () => {
  expect(at.outcome('transaction', {})).toBe('400 INVALID_TRANSACTION_REQUEST');
  expect(at.outcome('transaction', { set: [] })).toBe('400 INVALID_TRANSACTION_REQUEST');
});

test('the same key twice is KEY_DUPLICATION_ERROR', () => {
  expect(at.outcome('transaction', { set: plain(1), delete: [{ key: 'k0' }] })).toBe('400 KEY_DUPLICATION_ERROR');
});

test('one key string in two entities is two keys, unless chosen otherwise', () => {
  const set = [
    { key: 'k', entityName: 'person', value: { name: 'Ada' } },
    { key: 'k', entityName: 'pet', value: { name: 'Rex' } },
  ];
  expect(at.outcome('transaction', { set })).toBe('204');
  at = new StorageFixture({ sameKeyInTwoEntitiesIsDuplicate: true });
  expect(at.outcome('transaction', { set })).toBe('400 KEY_DUPLICATION_ERROR');
});

test('each operation obeys the rules for keys, values and entities', () => {
  expect(at.outcome('transaction', { set: [{ key: 'a@b', value: 1 }] })).toBe('400 INVALID_KEY');
  expect(at.outcome('transaction', { set: [{ key: 'k', entityName: 'nobody', value: {} }] })).toBe(
    '404 SCHEMA_NOT_FOUND',
  );
  expect(at.outcome('transaction', { set: [{ key: 'k', entityName: 'person', value: { age: '5' } }] })).toBe(
    '400 INCORRECT_PROPERTY_TYPE',
  );
  expect(at.outcome('transaction', { delete: [{ key: '' }] })).toBe('400 EMPTY_KEY');
});

test('a plain key carries no conditions, and a check is nothing without them', () => {
  expect(at.outcome('transaction', { set: [{ key: 'k', value: 1, conditions: hasName }] })).toBe(
    '400 INVALID_TRANSACTION_REQUEST',
  );
  expect(at.outcome('transaction', { check: [{ key: 'k', conditions: hasName }] })).toBe(
    '400 INVALID_TRANSACTION_REQUEST',
  );
  expect(at.outcome('transaction', { check: [{ key: 'k', entityName: 'person' }] })).toBe(
    '400 INVALID_TRANSACTION_REQUEST',
  );
});

test('a ttl is the only option', () => {
  const set = (options: object) => at.outcome('transaction', { set: [{ key: 'k', value: 1, options }] });
  expect(set({ ttl: { value: 1, unit: 'HOURS' } })).toBe('204');
  expect(set({ ttl: { value: 0, unit: 'HOURS' } })).toBe('400 INVALID_TTL');
  expect(set({ keyPolicy: 'FAIL_IF_EXISTS' })).toBe('400 INVALID_REQUEST');
});

test('above 4 MB is MAX_SIZE', () => {
  const value = 'x'.repeat(239 * 1024);
  const set = (count: number) => plain(count).map(({ key }) => ({ key, value }));
  expect(at.outcome('transaction', { set: set(17) })).toBe('204');
  expect(at.outcome('transaction', { set: set(18) })).toBe('400 MAX_SIZE');
});
