import { chosenCodes, type StorageOptions } from './choices';
import { compareCodePoints } from './code-points';
import type { AttributeType, EntitySchema } from './entities';
import { refuse, StorageRefusal } from './errors';
import { isScalar, type Scalar } from './index-key';
import { limits } from './limits';
import { asList, asRecord, type JsonObject } from './requests';
import { hasType } from './value-validator';

/** The conditions as they are sent, with the number of values that each takes. */
const valueCounts = {
  BEGINS_WITH: 1,
  BETWEEN: 2,
  CONTAINS: 1,
  NOT_CONTAINS: 1,
  EQUAL_TO: 1,
  NOT_EQUAL_TO: 1,
  EXISTS: 1,
  NOT_EXISTS: 1,
  GREATER_THAN: 1,
  GREATER_THAN_EQUAL_TO: 1,
  LESS_THAN: 1,
  LESS_THAN_EQUAL_TO: 1,
} as const;

export type ConditionName = keyof typeof valueCounts;

const ON_STRINGS: readonly ConditionName[] = ['BEGINS_WITH', 'CONTAINS', 'NOT_CONTAINS'];
const ON_BOOLEANS: readonly ConditionName[] = ['EQUAL_TO', 'NOT_EQUAL_TO', 'EXISTS', 'NOT_EXISTS'];

export interface Condition {
  name: ConditionName;
  values: readonly Scalar[];
}

export interface ConditionSet {
  every: boolean;
  conditions: readonly (Condition & { property: string })[];
}

/**
 * Reads the filters of a query or the conditions of a transaction: `{and: [...]}` or `{or: [...]}`
 * (Forge: entities-api-query, entities-errorhandling).
 *
 * @throws StorageRefusal INVALID_FILTER_OPERATORS_COMBINATION, EMPTY_FILTER_OPERATOR, INVALID_ENTITY_ATTRIBUTE, 422 for an
 *   attribute of type `any`, and as `readCondition`
 */
export function readConditionSet(schema: EntitySchema, input: unknown): ConditionSet | undefined {
  if (input === undefined || input === null) return undefined;
  const { and, or } = asRecord(input, 'A set of conditions');
  if (and !== undefined && or !== undefined) {
    throw refuse('INVALID_FILTER_OPERATORS_COMBINATION', 'The operators "and" and "or" do not go together.');
  }
  const items = asList(and ?? or, 'What stands under "and" or "or"');
  if (items.length === 0) throw refuse('EMPTY_FILTER_OPERATOR', 'An operator needs at least one condition.');
  if (items.length > limits.conditions) {
    throw refuse('INVALID_FILTER_CONDITION', `There are at most ${limits.conditions} conditions.`);
  }
  const conditions = items.map((item) => {
    const { property, ...rest } = asRecord(item, 'A condition');
    const type = typeof property === 'string' ? schema.attributes.get(property) : undefined;
    if (typeof property !== 'string' || type === undefined) {
      throw refuse('INVALID_ENTITY_ATTRIBUTE', `The entity ${schema.name} has no attribute "${String(property)}".`);
    }
    if (type === 'any') {
      throw new StorageRefusal(
        422,
        chosenCodes.anyAttribute,
        `No condition can be put on "${property}", whose type is any.`,
      );
    }
    return { property, ...readCondition(rest, type) };
  });
  return { every: and !== undefined, conditions };
}

/** @throws StorageRefusal INVALID_FILTER_CONDITION, INSUFFICIENT_FILTER_VALUES, INVALID_FILTER_VALUES */
export function readCondition(input: JsonObject, type: AttributeType): Condition {
  const name = input.condition;
  if (!isConditionName(name)) throw refuse('INVALID_FILTER_CONDITION', `There is no condition ${String(name)}.`);
  if (ON_STRINGS.includes(name) && type !== 'string') {
    throw refuse('INVALID_FILTER_CONDITION', `${name} is for strings, not for ${type}.`);
  }
  if (type === 'boolean' && !ON_BOOLEANS.includes(name)) {
    throw refuse('INVALID_FILTER_CONDITION', `${name} is not for booleans.`);
  }
  const values = asList(input.values, 'The values of a condition');
  const count = valueCounts[name];
  if (values.length < count) throw refuse('INSUFFICIENT_FILTER_VALUES', `${name} needs ${count} value(s).`);
  if (values.length > count) throw refuse('INVALID_FILTER_VALUES', `${name} takes ${count} value(s).`);
  const expected = name === 'EXISTS' || name === 'NOT_EXISTS' ? 'boolean' : type;
  return {
    name,
    values: values.map((value) => {
      if (isScalar(value) && hasType(expected, value)) return value;
      throw refuse('INVALID_FILTER_VALUES', `${name} takes values of type ${expected} here.`);
    }),
  };
}

function isConditionName(name: unknown): name is ConditionName {
  return typeof name === 'string' && Object.hasOwn(valueCounts, name);
}

/** Whether the conditions hold for a value; for none at all, if the key is absent. */
export function holds(set: ConditionSet, value: JsonObject | undefined, options: StorageOptions): boolean {
  const one = (condition: ConditionSet['conditions'][number]): boolean =>
    value === undefined
      ? condition.name === 'NOT_EXISTS' && options.notExistsHoldsForAbsent
      : conditionHolds(condition, attributeOf(value, condition.property), options);
  return set.every ? set.conditions.every(one) : set.conditions.some(one);
}

function attributeOf(value: JsonObject, name: string): Scalar | undefined {
  const member = Object.hasOwn(value, name) ? value[name] : undefined;
  return isScalar(member) ? member : undefined;
}

function conditionHolds({ name, values }: Condition, actual: Scalar | undefined, options: StorageOptions): boolean {
  if (name === 'EXISTS') return actual !== undefined;
  if (name === 'NOT_EXISTS') return actual === undefined;
  const [first, second] = values;
  if (actual === undefined || first === undefined) {
    return options.negationHoldsForMissingAttribute && (name === 'NOT_EQUAL_TO' || name === 'NOT_CONTAINS');
  }
  switch (name) {
    case 'EQUAL_TO':
      return actual === first;
    case 'NOT_EQUAL_TO':
      return actual !== first;
    case 'BEGINS_WITH':
      return String(actual).startsWith(String(first));
    case 'CONTAINS':
      return String(actual).includes(String(first));
    case 'NOT_CONTAINS':
      return !String(actual).includes(String(first));
    case 'GREATER_THAN':
      return compareScalars(actual, first) > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return compareScalars(actual, first) >= 0;
    case 'LESS_THAN':
      return compareScalars(actual, first) < 0;
    case 'LESS_THAN_EQUAL_TO':
      return compareScalars(actual, first) <= 0;
    case 'BETWEEN':
      return compareScalars(actual, first) >= 0 && second !== undefined && compareScalars(actual, second) <= 0;
  }
}

function compareScalars(a: Scalar, b: Scalar): number {
  return typeof a === 'string' && typeof b === 'string' ? compareCodePoints(a, b) : Number(a) - Number(b);
}
