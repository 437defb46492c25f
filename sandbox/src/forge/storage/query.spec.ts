import { keysOf, StorageFixture } from './storage-fixture';

let at: StorageFixture;

beforeEach(() => {
  at = new StorageFixture();
});

function fillTeam(): void {
  at.person('1', { name: 'Ada', team: 'eng', age: 36, active: true });
  at.person('2', { name: 'Bo', team: 'eng', age: 20, active: false });
  at.person('3', { name: 'Bob', team: 'eng', age: -5, active: true });
  at.person('4', { name: 'Cy', team: 'ops', age: 100 });
  at.person('5', { name: 'Di', age: 7 });
}

/** Page after page to the end. */
function all(parameters: Record<string, unknown>): string[] {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = at.query({ ...parameters, cursor });
    keys.push(...page.keys);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return keys;
}

describe('plain query', () => {
  const list = (body: Record<string, unknown> = {}) => keysOf(at.call('query', body));
  const where = (prefix: string) => [{ property: 'key', condition: 'BEGINS_WITH', values: [prefix] }];

  test('keys come in lexicographic order, with values', () => {
    for (const key of ['b', 'a10', 'B', 'a', 'a2']) at.call('set', { key, value: key });
    expect(list().keys).toEqual(['B', 'a', 'a10', 'a2', 'b']);
    expect(at.call('query', { limit: 1, options: { metadataFields: ['CREATED_AT'] } }).body.data).toEqual([
      { key: 'B', value: 'B', createdAt: at.clock.now() },
    ]);
  });

  test('a where keeps the keys with a prefix', () => {
    for (const key of ['a:1', 'a:2', 'a', 'b:1']) at.call('set', { key, value: 1 });
    expect(list({ where: where('a:') }).keys).toEqual(['a:1', 'a:2']);
  });

  test.each([
    [[{ property: 'value', condition: 'BEGINS_WITH', values: ['a'] }], 'QUERY_WHERE_FIELD_INVALID'],
    [[{ property: 'key', condition: 'EQUAL_TO', values: ['a'] }], 'QUERY_WHERE_INVALID'],
    [[{ property: 'key', condition: 'BEGINS_WITH', values: [1] }], 'QUERY_WHERE_INVALID'],
    [[...where('a'), ...where('b')], 'QUERY_WHERE_INVALID'],
  ])('where %j is %s', (clause, code) => {
    expect(at.outcome('query', { where: clause })).toBe(`400 ${code}`);
  });

  test('a page has 10 rows unless told, and at most 100', () => {
    for (let i = 0; i < 120; i++) at.call('set', { key: `k${1000 + i}`, value: i });
    expect(list().keys).toHaveLength(10);
    expect(list({ limit: 100 }).keys).toHaveLength(100);
    for (const limit of [0, 101, 1.5, '5'])
      expect(at.outcome('query', { limit })).toBe('400 LIST_QUERY_LIMIT_EXCEEDED');
  });

  test('a cursor goes on where the page ended, even when that row is gone', () => {
    for (const key of ['a', 'b', 'c', 'd']) at.call('set', { key, value: 1 });
    const { cursor } = list({ limit: 2 });
    at.call('delete', { key: 'b' });
    expect(list({ limit: 2, after: cursor }).keys).toEqual(['c', 'd']);
  });

  test('a cursor is refused with another where, or damaged', () => {
    for (const key of ['a', 'b']) at.call('set', { key, value: 1 });
    const { cursor } = list({ limit: 1 });
    expect(at.outcome('query', { after: cursor, where: where('a') })).toBe('400 INVALID_CURSOR');
    for (const after of ['junk', 7, 'W10']) expect(at.outcome('query', { after })).toBe('400 INVALID_CURSOR');
  });
});

describe('entity query', () => {
  beforeEach(fillTeam);

  test('by-key is there without being declared, and its range is the key', () => {
    expect(at.query({ indexName: 'by-key' }).keys).toEqual(['1', '2', '3', '4', '5']);
    const range = { condition: 'BETWEEN', values: ['2', '4'] };
    expect(at.query({ indexName: 'by-key', range, sort: 'DESC' }).keys).toEqual(['4', '3', '2']);
  });

  test('integers sort as numbers', () => {
    expect(at.query({ indexName: 'by-age' }).keys).toEqual(['3', '5', '2', '1', '4']);
  });

  test.each([
    ['EQUAL_TO', [20], ['2']],
    ['GREATER_THAN', [20], ['1', '4']],
    ['GREATER_THAN_EQUAL_TO', [20], ['2', '1', '4']],
    ['LESS_THAN', [20], ['3', '5']],
    ['LESS_THAN_EQUAL_TO', [20], ['3', '5', '2']],
    ['BETWEEN', [7, 36], ['5', '2', '1']],
  ])('range %s %j', (condition, values, keys) => {
    expect(at.query({ indexName: 'by-age', range: { condition, values } }).keys).toEqual(keys);
    expect(at.query({ indexName: 'by-age', range: { condition, values }, sort: 'DESC' }).keys).toEqual(
      keys.toReversed(),
    );
  });

  test('range BEGINS_WITH, within a partition', () => {
    const range = { condition: 'BEGINS_WITH', values: ['Bo'] };
    expect(at.query({ indexName: 'by-team', partition: ['eng'], range }).keys).toEqual(['2', '3']);
    expect(at.query({ indexName: 'by-team', partition: ['ops'], range }).keys).toEqual([]);
  });

  test('strings sort by code point, not by UTF-16 unit', () => {
    at.person('6', { name: '\uffee' });
    at.person('7', { name: '\u{1f600}' });
    expect(at.query({ indexName: 'name', range: { condition: 'GREATER_THAN', values: ['Z'] } }).keys).toEqual([
      '6',
      '7',
    ]);
  });

  test('equal range values come in the order of their keys', () => {
    for (const key of ['z', 'm', 'x']) at.person(key, { name: 'Same' });
    expect(at.query({ indexName: 'name', range: { condition: 'EQUAL_TO', values: ['Same'] } }).keys).toEqual([
      'm',
      'x',
      'z',
    ]);
  });

  test('an item that lacks a partition or range attribute is not in that index', () => {
    expect(at.query({ indexName: 'by-team-and-state', partition: ['eng', true] }).keys).toEqual(['3', '1']);
    expect(all({ indexName: 'by-team', partition: ['ops'] })).toEqual(['4']);
    expect(at.query({ indexName: 'by-team-and-state', partition: ['ops', true] }).keys).toEqual([]);
  });

  test('a change moves an item within and between indexes', () => {
    at.person('4', { name: 'Zoe', team: 'eng' });
    expect(at.query({ indexName: 'by-team', partition: ['eng'] }).keys).toEqual(['1', '2', '3', '4']);
    expect(at.query({ indexName: 'by-team', partition: ['ops'] }).keys).toEqual([]);
    expect(at.query({ indexName: 'by-age' }).keys).toEqual(['3', '5', '2', '1']);
    at.call('entity/delete', { entityName: 'person', key: '1' });
    expect(at.query({ indexName: 'by-team', partition: ['eng'] }).keys).toEqual(['2', '3', '4']);
  });

  test.each([
    [{ indexName: 'nowhere' }, '400 INVALID_ENTITY_INDEX'],
    [{}, '400 INVALID_ENTITY_INDEX'],
    [{ indexName: 'by-team' }, '400 INVALID_PARTITION'],
    [{ indexName: 'by-team-and-state', partition: ['eng'] }, '400 INVALID_PARTITION'],
    [{ indexName: 'by-team-and-state', partition: [true, 'eng'] }, '400 INVALID_PARTITION'],
    [{ indexName: 'by-age', partition: ['eng'] }, '400 INVALID_PARTITION'],
    [{ indexName: 'by-age', limit: 101 }, '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    [{ indexName: 'by-age', limit: 0 }, '400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    [{ indexName: 'by-age', sort: 'UP' }, '400 INVALID_REQUEST'],
    [{ indexName: 'by-age', range: { condition: 'EQUAL_TO', values: ['20'] } }, '400 INVALID_FILTER_VALUES'],
    [{ indexName: 'by-age', range: { condition: 'BEGINS_WITH', values: [2] } }, '400 INVALID_FILTER_CONDITION'],
    [{ indexName: 'name', range: { condition: 'CONTAINS', values: ['a'] } }, '400 INVALID_FILTER_CONDITION'],
    [{ indexName: 'name', range: { condition: 'NOT_EQUAL_TO', values: ['a'] } }, '400 INVALID_FILTER_CONDITION'],
    [{ indexName: 'name', range: { condition: 'BETWEEN', values: ['a'] } }, '400 INSUFFICIENT_FILTER_VALUES'],
  ])('%j is %s', (parameters, outcome) => {
    expect(at.outcome('entity/query', { entityName: 'person', ...parameters })).toBe(outcome);
  });

  test('filters apply after paging: a page may be empty and have a cursor', () => {
    const filters = { and: [{ property: 'name', condition: 'EQUAL_TO', values: ['Di'] }] };
    const first = at.query({ indexName: 'by-key', filters, limit: 2 });
    expect(first).toEqual({ keys: [], cursor: expect.any(String) });
    expect(all({ indexName: 'by-key', filters, limit: 2 })).toEqual(['5']);
  });

  test('pages in either direction give each item once', () => {
    expect(all({ indexName: 'name', limit: 2 })).toEqual(['1', '2', '3', '4', '5']);
    expect(all({ indexName: 'name', limit: 2, sort: 'DESC' })).toEqual(['5', '4', '3', '2', '1']);
    expect(all({ indexName: 'by-key', limit: 1, sort: 'DESC' })).toEqual(['5', '4', '3', '2', '1']);
  });

  test('a full last page has a cursor to an empty one, unless chosen otherwise', () => {
    const end = at.query({ indexName: 'by-key', limit: 5 });
    expect(at.query({ indexName: 'by-key', limit: 5, cursor: end.cursor })).toEqual({ keys: [], cursor: undefined });
    at = new StorageFixture({ fullLastPageHasCursor: false });
    fillTeam();
    expect(at.query({ indexName: 'by-key', limit: 5 }).cursor).toBeUndefined();
    expect(at.query({ indexName: 'by-key', limit: 4 }).cursor).toEqual(expect.any(String));
  });

  test('a cursor is good for its own parameters only; the limit may change', () => {
    const { cursor } = at.query({ indexName: 'by-team', partition: ['eng'], limit: 1 });
    expect(at.query({ indexName: 'by-team', partition: ['eng'], limit: 2, cursor }).keys).toEqual(['2', '3']);
    for (const parameters of [
      { indexName: 'by-team', partition: ['ops'] },
      { indexName: 'by-team', partition: ['eng'], sort: 'DESC' },
      { indexName: 'by-team', partition: ['eng'], range: { condition: 'BEGINS_WITH', values: ['B'] } },
      { indexName: 'by-age' },
    ]) {
      expect(at.outcome('entity/query', { entityName: 'person', ...parameters, cursor })).toBe('400 INVALID_CURSOR');
    }
  });

  test('a cursor survives that its row moved away or was deleted', () => {
    const { cursor } = at.query({ indexName: 'name', limit: 2 });
    at.person('2', { name: 'Zz' });
    at.call('entity/delete', { entityName: 'person', key: '1' });
    expect(at.query({ indexName: 'name', cursor }).keys).toEqual(['3', '4', '5', '2']);
  });
});
