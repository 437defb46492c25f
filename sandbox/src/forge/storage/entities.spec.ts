import type { EntityDefinition } from './entities';
import { validateEntities } from './entity-validator';
import { EntitiesInvalid } from './errors';
import { StorageFixture } from './storage-fixture';

const entity = (parts: Partial<EntityDefinition>): EntityDefinition => ({
  name: 'thing',
  attributes: { a: { type: 'string' }, b: { type: 'any' } },
  ...parts,
});
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

describe('entities in the manifest', () => {
  test.each<[string, EntityDefinition[]]>([
    ['more than 20 entities', many(21, (i) => entity({ name: `thing-${i}` }))],
    ['two entities of one name', [entity({}), entity({})]],
    ['a name of two characters', [entity({ name: 'th' })]],
    ['a name of 61 characters', [entity({ name: 't'.repeat(61) })]],
    ['a name with a capital', [entity({ name: 'Thing' })]],
    [
      'more than 50 attributes',
      [entity({ attributes: Object.fromEntries(many(51, (i) => [`a${i}`, { type: 'string' as const }])) })],
    ],
    ['an attribute name of 31 characters', [entity({ attributes: { ['a'.repeat(31)]: { type: 'string' } } })]],
    ['an attribute name with a hyphen', [entity({ attributes: { 'a-b': { type: 'string' } } })]],
    ['more than 7 indexes', [entity({ indexes: many(8, (i) => ({ name: `by-${i}x`, range: ['a'] })) })]],
    ['an index name of two characters', [entity({ indexes: [{ name: 'by', range: ['a'] }] })]],
    ['an index name of 51 characters', [entity({ indexes: [{ name: 'b'.repeat(51), range: ['a'] }] })]],
    ['an index name with a blank', [entity({ indexes: [{ name: 'by a', range: ['a'] }] })]],
    ['the reserved index name by-key', [entity({ indexes: [{ name: 'by-key', range: ['a'] }] })]],
    ['an index without a range', [entity({ indexes: [{ name: 'by-a', range: [] }] })]],
    ['an index with two ranges', [entity({ indexes: [{ name: 'by-a', range: ['a', 'a'] }] })]],
    ['an index on an attribute that is not declared', [entity({ indexes: ['toString'] })]],
    ['an index on an attribute of type any', [entity({ indexes: [{ name: 'by-b', partition: ['b'], range: ['a'] }] })]],
    ['two indexes of one name', [entity({ indexes: many(2, () => ({ name: 'by-a', range: ['a'] })) })]],
  ])('%s are refused', (_what, definitions) => {
    expect(() => validateEntities(definitions)).toThrow(EntitiesInvalid);
  });

  test('20 entities with 50 attributes and 7 indexes each are taken', () => {
    const attributes = Object.fromEntries(many(50, (i) => [`a${i}`, { type: 'string' as const }]));
    const indexes = many(7, (i) => ({ name: `by-a${i}`, partition: ['a0'], range: [`a${i}`] }));
    expect(() => validateEntities(many(20, (i) => ({ name: `thing-${i}`, attributes, indexes })))).not.toThrow();
  });
});

describe('values of entities', () => {
  let at: StorageFixture;

  beforeEach(() => {
    at = new StorageFixture();
  });

  test('an entity that is not in the manifest is SCHEMA_NOT_FOUND with status 404', () => {
    expect(at.outcome('entity/get', { entityName: 'nobody', key: 'k' })).toBe('404 SCHEMA_NOT_FOUND');
    expect(at.outcome('entity/set', { entityName: 'nobody', key: 'k', value: {} })).toBe('404 SCHEMA_NOT_FOUND');
    expect(at.outcome('entity/query', { entityName: 'nobody', indexName: 'by-key' })).toBe('404 SCHEMA_NOT_FOUND');
  });

  test.each([
    ['x', 'ENTITY_TYPE_TOO_SHORT'],
    ['x'.repeat(61), 'ENTITY_TYPE_TOO_LARGE'],
    ['No Body', 'INVALID_ENTITY_TYPE'],
    [undefined, 'INVALID_ENTITY_TYPE'],
  ])('the entity name %p is %s', (entityName, code) => {
    expect(at.outcome('entity/get', { entityName, key: 'k' })).toBe(`400 ${code}`);
  });

  test.each<[Record<string, unknown>]>([
    [{ age: 2 ** 31 }],
    [{ age: -(2 ** 31) - 1 }],
    [{ age: '5' }],
    [{ age: 1.5 }],
    [{ age: null }],
    [{ height: '1.8' }],
    [{ name: 5 }],
    [{ active: 'true' }],
  ])('%j is INCORRECT_PROPERTY_TYPE', (value) => {
    expect(at.person('k', value)).toBe('400 INCORRECT_PROPERTY_TYPE');
  });

  test('integers have 32 bits, floats and any are free', () => {
    expect(at.person('k', { age: 2 ** 31 - 1, height: 1.5, extra: [{ deep: null }] })).toBe('204');
    expect(at.person('k', { age: -(2 ** 31), height: 2, extra: '' })).toBe('204');
  });

  test('empty and blank strings, and null under any, are INVALID_ENTITY_VALUE', () => {
    for (const value of [{ name: '' }, { name: ' \t' }, { extra: null }]) {
      expect(at.person('k', value)).toBe('400 INVALID_ENTITY_VALUE');
    }
  });

  test('a value that is no object is INVALID_ENTITY_VALUE', () => {
    for (const value of ['text', 1, true, [1]]) {
      expect(at.outcome('entity/set', { entityName: 'person', key: 'k', value })).toBe('400 INVALID_ENTITY_VALUE');
    }
  });

  test('an attribute that is not declared is INVALID_ENTITY_ATTRIBUTE', () => {
    expect(at.person('k', { nickname: 'A' })).toBe('400 INVALID_ENTITY_ATTRIBUTE');
    expect(at.person('k', { constructor: 'A' })).toBe('400 INVALID_ENTITY_ATTRIBUTE');
  });

  test('a range value has at most 900 bytes, partition values at most 1700', () => {
    expect(at.person('k', { name: 'é'.repeat(450) })).toBe('204');
    expect(at.person('k', { name: `${'é'.repeat(450)}x` })).toBe('400 MAX_SIZE');
    expect(at.person('k', { team: 't'.repeat(1692) })).toBe('204');
    expect(at.person('k', { team: 't'.repeat(1701) })).toBe('400 MAX_SIZE');
  });
});
