import { afterPrefix } from './code-points';
import { type ConditionName, readCondition } from './conditions';
import type { IndexSchema } from './entities';
import { refuse } from './errors';
import { HIGH, type IndexKey, type Scalar } from './index-key';
import type { Bounds } from './index-tree';
import { asRecord } from './requests';

const FOR_RANGES: readonly ConditionName[] = [
  'BEGINS_WITH',
  'BETWEEN',
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
];

/**
 * The stretch of an index that a query asks for. Filters know more conditions than ranges do (Forge: entities-api-query).
 *
 * @throws StorageRefusal INVALID_FILTER_CONDITION, INSUFFICIENT_FILTER_VALUES, INVALID_FILTER_VALUES
 */
export function boundsOf(index: IndexSchema, partition: readonly Scalar[], range: unknown): Bounds {
  const end: IndexKey = [...partition, HIGH];
  if (range === undefined || range === null) return { lower: partition, upper: end };
  const { name, values } = readCondition(asRecord(range, 'A range'), index.range?.type ?? 'string');
  if (!FOR_RANGES.includes(name)) throw refuse('INVALID_FILTER_CONDITION', `${name} is not for ranges.`);
  const [first = '', second = ''] = values;
  // A key without the parts that follow stands before all that have them, one with HIGH behind them.
  const before = (value: Scalar): IndexKey => [...partition, value];
  const behind = (value: Scalar): IndexKey => [...partition, value, HIGH];
  switch (name) {
    case 'EQUAL_TO':
      return { lower: before(first), upper: behind(first) };
    case 'GREATER_THAN':
      return { lower: behind(first), upper: end };
    case 'GREATER_THAN_EQUAL_TO':
      return { lower: before(first), upper: end };
    case 'LESS_THAN':
      return { lower: partition, upper: before(first) };
    case 'LESS_THAN_EQUAL_TO':
      return { lower: partition, upper: behind(first) };
    case 'BETWEEN':
      return { lower: before(first), upper: behind(second) };
    default:
      return prefixBounds(partition, String(first));
  }
}

/** The stretch whose range value begins with `prefix`. */
export function prefixBounds(partition: readonly Scalar[], prefix: string): Bounds {
  const next = afterPrefix(prefix);
  const upper: IndexKey = next === undefined ? [...partition, HIGH] : [...partition, next];
  return { lower: [...partition, prefix], upper };
}
