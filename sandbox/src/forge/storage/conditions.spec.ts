import { StorageFixture } from './storage-fixture';

let at: StorageFixture;

beforeEach(() => {
  at = new StorageFixture();
  at.person('k', { name: 'Ada Byron', age: 36, height: 1.5, active: true });
});

const check = (condition: string, property: string, values: unknown[], key = 'k') =>
  at.outcome('transaction', {
    check: [{ entityName: 'person', key, conditions: { and: [{ property, condition, values }] } }],
  });

const TRUE = '204';
const FALSE = '400 CONDITIONAL_CHECK_FAILED';

describe('each condition', () => {
  test.each([
    ['EQUAL_TO', 'age', [36], [35]],
    ['EQUAL_TO', 'active', [true], [false]],
    ['NOT_EQUAL_TO', 'age', [35], [36]],
    ['GREATER_THAN', 'age', [35], [36]],
    ['GREATER_THAN_EQUAL_TO', 'age', [36], [37]],
    ['LESS_THAN', 'height', [1.6], [1.5]],
    ['LESS_THAN_EQUAL_TO', 'height', [1.5], [1.4]],
    ['BETWEEN', 'age', [36, 40], [37, 40]],
    ['BETWEEN', 'age', [30, 36], [30, 35]],
    ['BEGINS_WITH', 'name', ['Ada'], ['ada']],
    ['CONTAINS', 'name', ['a B'], ['x']],
    ['NOT_CONTAINS', 'name', ['x'], ['a B']],
    ['GREATER_THAN', 'name', ['Ada'], ['Adb']],
  ])('%s on %s holds for %j, not for %j', (condition, property, holding, failing) => {
    expect(check(condition, property, holding)).toBe(TRUE);
    expect(check(condition, property, failing)).toBe(FALSE);
  });

  test('EXISTS and NOT_EXISTS ask for the attribute', () => {
    expect(check('EXISTS', 'name', [true])).toBe(TRUE);
    expect(check('EXISTS', 'team', [true])).toBe(FALSE);
    expect(check('NOT_EXISTS', 'team', [true])).toBe(TRUE);
    expect(check('NOT_EXISTS', 'name', [true])).toBe(FALSE);
  });

  test('of an attribute that is missing only the negations hold, by choice', () => {
    expect(check('EQUAL_TO', 'team', ['x'])).toBe(FALSE);
    expect(check('LESS_THAN', 'team', ['x'])).toBe(FALSE);
    expect(check('NOT_EQUAL_TO', 'team', ['x'])).toBe(TRUE);
    expect(check('NOT_CONTAINS', 'team', ['x'])).toBe(TRUE);
    at = new StorageFixture({ negationHoldsForMissingAttribute: false });
    at.person('k', { name: 'Ada' });
    expect(check('NOT_EQUAL_TO', 'team', ['x'])).toBe(FALSE);
  });
});

describe('an absent key', () => {
  test.each([
    ['EXISTS', [true]],
    ['EQUAL_TO', ['x']],
    ['NOT_EQUAL_TO', ['x']],
    ['NOT_CONTAINS', ['x']],
    ['BEGINS_WITH', ['']],
  ])('%s is false', (condition, values) => {
    expect(check(condition, 'name', values, 'absent')).toBe(FALSE);
  });

  test('NOT_EXISTS is true, unless chosen otherwise', () => {
    expect(check('NOT_EXISTS', 'name', [true], 'absent')).toBe(TRUE);
    at = new StorageFixture({ notExistsHoldsForAbsent: false });
    expect(check('NOT_EXISTS', 'name', [true], 'absent')).toBe(FALSE);
  });
});

describe('sets of conditions', () => {
  const outcome = (conditions: unknown) =>
    at.outcome('transaction', { check: [{ entityName: 'person', key: 'k', conditions }] });
  const yes = { property: 'age', condition: 'EQUAL_TO', values: [36] };
  const no = { property: 'age', condition: 'EQUAL_TO', values: [1] };

  test('"and" needs all, "or" needs one', () => {
    expect(outcome({ and: [yes, yes] })).toBe(TRUE);
    expect(outcome({ and: [yes, no] })).toBe(FALSE);
    expect(outcome({ or: [no, yes] })).toBe(TRUE);
    expect(outcome({ or: [no, no] })).toBe(FALSE);
  });

  test.each([
    [{ and: [yes], or: [yes] }, '400 INVALID_FILTER_OPERATORS_COMBINATION'],
    [{ and: [] }, '400 EMPTY_FILTER_OPERATOR'],
    [{}, '400 EMPTY_FILTER_OPERATOR'],
    [{ and: [{ ...yes, property: 'nickname' }] }, '400 INVALID_ENTITY_ATTRIBUTE'],
    [{ and: [{ ...yes, property: 'toString' }] }, '400 INVALID_ENTITY_ATTRIBUTE'],
    [{ and: [{ property: 'extra', condition: 'EXISTS', values: [true] }] }, '422 UNPROCESSABLE_ENTITY'],
    [{ and: [{ ...yes, condition: 'LIKE' }] }, '400 INVALID_FILTER_CONDITION'],
    [{ and: [{ ...yes, condition: 'CONTAINS' }] }, '400 INVALID_FILTER_CONDITION'],
    [{ and: [{ property: 'active', condition: 'LESS_THAN', values: [true] }] }, '400 INVALID_FILTER_CONDITION'],
    [{ and: [{ ...yes, values: ['36'] }] }, '400 INVALID_FILTER_VALUES'],
    [{ and: [{ ...yes, values: [1, 2] }] }, '400 INVALID_FILTER_VALUES'],
    [{ and: [{ ...yes, values: [] }] }, '400 INSUFFICIENT_FILTER_VALUES'],
    [{ and: [{ ...yes, condition: 'BETWEEN' }] }, '400 INSUFFICIENT_FILTER_VALUES'],
    [{ and: Array.from({ length: 101 }, () => yes) }, '400 INVALID_FILTER_CONDITION'],
  ])('%j is %s', (conditions, expected) => {
    expect(outcome(conditions)).toBe(expected);
    expect(at.outcome('entity/query', { entityName: 'person', indexName: 'by-key', filters: conditions })).toBe(
      expected,
    );
  });

  test('100 conditions are taken', () => {
    expect(outcome({ and: Array.from({ length: 100 }, () => yes) })).toBe(TRUE);
  });
});
