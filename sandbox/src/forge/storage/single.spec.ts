import { START, StorageFixture } from './storage-fixture';

const HOUR = 3_600_000;
let at: StorageFixture;

beforeEach(() => {
  at = new StorageFixture();
});

const nested = (levels: number): unknown => (levels === 0 ? 1 : { inner: nested(levels - 1) });

describe('keys', () => {
  test.each([
    ['', 'EMPTY_KEY'],
    [undefined, 'EMPTY_KEY'],
    [7, 'INVALID_REQUEST'],
    ['   ', 'INVALID_KEY'],
    ['a@b', 'INVALID_KEY'],
    ['a/b', 'INVALID_KEY'],
    ['a|b', 'INVALID_KEY'],
    ['a+b', 'INVALID_KEY'],
    ['a%b', 'INVALID_KEY'],
    ['é', 'INVALID_KEY'],
    ['k'.repeat(501), 'KEY_TOO_LONG'],
  ])('%p is refused with %s', (key, code) => {
    expect(at.outcome('set', { key, value: 1 })).toBe(`400 ${code}`);
    expect(at.outcome('get', { key })).toBe(`400 ${code}`);
    expect(at.outcome('delete', { key })).toBe(`400 ${code}`);
  });

  test.each(['k', 'k'.repeat(500), 'qm:1b2c:0a-9f', 'a.b_c d#e', '-'])('%p is taken', (key) => {
    expect(at.outcome('set', { key, value: 1 })).toBe('204');
  });
});

describe('values', () => {
  test('240 KiB of JSON are taken, one byte more is MAX_SIZE', () => {
    expect(at.outcome('set', { key: 'k', value: 'x'.repeat(240 * 1024 - 2) })).toBe('204');
    expect(at.outcome('set', { key: 'k', value: 'x'.repeat(240 * 1024 - 1) })).toBe('400 MAX_SIZE');
  });

  test('size is counted in UTF-8 bytes', () => {
    expect(at.outcome('set', { key: 'k', value: 'é'.repeat(120 * 1024) })).toBe('400 MAX_SIZE');
  });

  test('31 levels are taken, 32 are MAX_DEPTH', () => {
    expect(at.outcome('set', { key: 'k', value: nested(31) })).toBe('204');
    expect(at.outcome('set', { key: 'k', value: nested(32) })).toBe('400 MAX_DEPTH');
  });

  test('an absent value and null are refused', () => {
    expect(at.outcome('set', { key: 'k' })).toBe('400 INVALID_REQUEST');
    expect(at.outcome('set', { key: 'k', value: null })).toBe('400 INVALID_REQUEST');
  });

  test('a body that is not JSON, or no object, is refused', () => {
    expect(at.storage.handle('/api/v1/get', 'junk').status).toBe(400);
    expect(at.storage.handle('/api/v1/get', undefined).status).toBe(400);
    expect(at.outcome('get', [])).toBe('400 INVALID_REQUEST');
  });
});

describe('reading and deleting', () => {
  test('a missing key is KEY_NOT_FOUND with status 404', () => {
    expect(at.outcome('get', { key: 'k' })).toBe('404 KEY_NOT_FOUND');
    expect(at.outcome('secret/get', { key: 'k' })).toBe('404 KEY_NOT_FOUND');
    expect(at.outcome('entity/get', { entityName: 'person', key: 'k' })).toBe('404 KEY_NOT_FOUND');
  });

  test('deleting a missing key succeeds', () => {
    expect(at.outcome('delete', { key: 'k' })).toBe('204');
  });

  test('plain keys, secrets and entities are worlds of their own', () => {
    at.call('set', { key: 'k', value: 'plain' });
    at.call('secret/set', { key: 'k', value: 'secret' });
    at.person('k', { name: 'Ada' });
    at.call('secret/delete', { key: 'k' });
    expect(at.value('k')).toBe('plain');
    expect(at.call('entity/get', { entityName: 'person', key: 'k' }).body.value).toEqual({ name: 'Ada' });
    expect(at.outcome('entity/get', { entityName: 'pet', key: 'k' })).toBe('404 KEY_NOT_FOUND');
  });

  test('createdAt stays, updatedAt moves, both in milliseconds', async () => {
    at.call('set', { key: 'k', value: 1 });
    await at.clock.advance(5000);
    at.call('set', { key: 'k', value: 2 });
    const options = { metadataFields: ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'] };
    expect(at.call('get', { key: 'k', options }).body).toEqual({
      key: 'k',
      value: 2,
      createdAt: START,
      updatedAt: START + 5000,
    });
  });
});

describe('key policy and returned value', () => {
  test('FAIL_IF_EXISTS writes a new key and conflicts with an old one', () => {
    const options = { keyPolicy: 'FAIL_IF_EXISTS' };
    expect(at.outcome('set', { key: 'k', value: 1, options })).toBe('204');
    expect(at.outcome('set', { key: 'k', value: 2, options })).toBe('409 KEY_CONFLICT');
    expect(at.value('k')).toBe(1);
    expect(at.outcome('entity/set', { entityName: 'pet', key: 'k', value: { name: 'Rex' }, options })).toBe('204');
    expect(at.outcome('entity/set', { entityName: 'pet', key: 'k', value: { name: 'Max' }, options })).toBe(
      '409 KEY_CONFLICT',
    );
  });

  test('a returned value needs the policy OVERRIDE', () => {
    for (const keyPolicy of [undefined, 'FAIL_IF_EXISTS']) {
      expect(at.outcome('set', { key: 'k', value: 1, options: { keyPolicy, returnValue: 'LATEST' } })).toBe(
        '400 INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION',
      );
    }
  });

  test('PREVIOUS is the value before, and an empty answer when there was none', () => {
    const options = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS', returnMetadataFields: ['CREATED_AT'] };
    expect(at.call('set', { key: 'k', value: 1, options })).toEqual({ status: 204, body: {} });
    expect(at.call('set', { key: 'k', value: 2, options })).toEqual({
      status: 200,
      body: { key: 'k', value: 1, createdAt: START },
    });
  });

  test('unknown policies, returned values and metadata fields are refused', () => {
    for (const options of [
      { keyPolicy: 'MAYBE' },
      { keyPolicy: 'OVERRIDE', returnValue: 'NEXT' },
      { keyPolicy: 'OVERRIDE', returnValue: 'LATEST', returnMetadataFields: ['SIZE'] },
    ]) {
      expect(at.outcome('set', { key: 'k', value: 1, options })).toBe('400 INVALID_REQUEST');
    }
  });
});

describe('time to live', () => {
  test.each([
    [{ value: 0, unit: 'SECONDS' }],
    [{ value: -1, unit: 'DAYS' }],
    [{ value: 1.5, unit: 'DAYS' }],
    [{ value: '1', unit: 'DAYS' }],
    [{ value: 1, unit: 'WEEKS' }],
    [{ value: 1 }],
    [{ value: 366, unit: 'DAYS' }],
    [7],
  ])('%j is INVALID_TTL', (ttl) => {
    expect(at.outcome('set', { key: 'k', value: 1, options: { ttl } })).toBe('400 INVALID_TTL');
  });

  test('a year is taken, and told as ISO 8601', () => {
    at.call('set', { key: 'k', value: 1, options: { ttl: { value: 365, unit: 'DAYS' } } });
    expect(at.call('get', { key: 'k', options: { metadataFields: ['EXPIRE_TIME'] } }).body).toEqual({
      key: 'k',
      value: 1,
      expireTime: '2027-01-01T00:00:00.000Z',
    });
  });

  test('an expired value is read, listed and blocks its key until it is removed', async () => {
    at = new StorageFixture({ removalDelayMs: { low: 10 * HOUR, high: 10 * HOUR } });
    const options = { ttl: { value: 1, unit: 'HOURS' } };
    at.call('set', { key: 'k', value: 1, options });
    await at.clock.advance(11 * HOUR - 1);
    expect(at.value('k')).toBe(1);
    expect(at.outcome('set', { key: 'k', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } })).toBe(
      '409 KEY_CONFLICT',
    );
    await at.clock.advance(1);
    expect(at.outcome('get', { key: 'k' })).toBe('404 KEY_NOT_FOUND');
    expect(at.call('query', {}).body.data).toEqual([]);
    expect(at.outcome('set', { key: 'k', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } })).toBe('204');
  });

  test('removal comes at most 48 hours after expiry', async () => {
    at.call('set', { key: 'k', value: 1, options: { ttl: { value: 1, unit: 'SECONDS' } } });
    await at.clock.advance(48 * HOUR + 1000);
    expect(at.value('k')).toBeUndefined();
  });

  test('writing again without a ttl keeps the value for good', async () => {
    at.call('set', { key: 'k', value: 1, options: { ttl: { value: 1, unit: 'SECONDS' } } });
    at.call('set', { key: 'k', value: 2 });
    await at.clock.advance(100 * HOUR);
    expect(at.value('k')).toBe(2);
  });
});
