import type { ProductAnswer } from '../../http';
import { jsonText } from './answers';
import { chosenCodes } from './choices';
import { type ConditionSet, holds, readConditionSet } from './conditions';
import type { StorageCore } from './core';
import { cursorAt, placeOf } from './cursor';
import { BY_KEY, byKey, type IndexSchema } from './entities';
import { refuse } from './errors';
import type { IndexKey, Scalar } from './index-key';
import { isScalar } from './index-key';
import type { Bounds } from './index-tree';
import { limits } from './limits';
import { boundsOf, prefixBounds } from './range';
import { asList, asRecord, type JsonObject } from './requests';
import { type MetadataField, type Row, rowBytes, rowText } from './row';
import type { Table } from './table';
import { hasType } from './value-validator';
import { readFields } from './write-options';

interface Plan {
  table: Table;
  indexName: string;
  partition: readonly Scalar[];
  bounds: Bounds;
  descending: boolean;
  after: IndexKey | undefined;
  limit: number;
  filters: ConditionSet | undefined;
  fields: MetadataField[];
  /** What a cursor is good for. The limit may change from page to page. */
  parameters: unknown;
  /** The moment whose index is read. */
  asOf: number;
}

/**
 * Lists plain keys in order (Forge: kvs-api-query).
 *
 * @throws StorageRefusal LIST_QUERY_LIMIT_EXCEEDED, QUERY_WHERE_INVALID, QUERY_WHERE_FIELD_INVALID and others
 */
export function queryKeys(core: StorageCore, asOf: number, body: JsonObject): ProductAnswer {
  const prefix = prefixIn(body.where);
  const parameters = ['keys', prefix];
  return answer(core, {
    table: core.plain,
    indexName: BY_KEY,
    partition: [],
    bounds: prefix === undefined ? boundsOf(byKey, [], undefined) : prefixBounds([], prefix),
    descending: false,
    after: placeOf(body.after, parameters, 1),
    limit: limitIn(body.limit, 'LIST_QUERY_LIMIT_EXCEEDED'),
    filters: undefined,
    fields: readFields(body.options),
    parameters,
    asOf,
  });
}

/**
 * Reads one index of an entity. Filters apply to a page after it was cut, so a page may be empty and still have a cursor
 * (Forge: entities-api-query).
 *
 * @throws StorageRefusal INVALID_ENTITY_INDEX, COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE and others
 */
export function queryEntity(core: StorageCore, asOf: number, body: JsonObject): ProductAnswer {
  const table = core.entity(body.entityName);
  const { schema } = table;
  const index = schema?.indexes.find(({ name }) => name === body.indexName);
  if (!schema || !index) {
    throw refuse(
      'INVALID_ENTITY_INDEX',
      `The entity ${String(body.entityName)} has no index ${String(body.indexName)}.`,
    );
  }
  if (body.sort !== undefined && body.sort !== 'ASC' && body.sort !== 'DESC') {
    throw refuse(chosenCodes.malformed, 'A sort is ASC or DESC.');
  }
  const partition = partitionIn(index, body.partition);
  const descending = body.sort === 'DESC';
  const filters = readConditionSet(schema, body.filters);
  const parameters = [schema.name, index.name, partition, body.range, body.filters, descending];
  return answer(core, {
    table,
    indexName: index.name,
    partition,
    bounds: boundsOf(index, partition, body.range),
    descending,
    after: placeOf(body.cursor, parameters, index.range === undefined ? 1 : partition.length + 2),
    limit: limitIn(body.limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'),
    filters,
    fields: readFields(body.options),
    parameters,
    asOf,
  });
}

function answer(core: StorageCore, plan: Plan): ProductAnswer {
  const { rows, last, more } = page(plan);
  const bytes = rows.reduce((sum, row) => sum + rowBytes(row), 0);
  core.rate.indexRead(`${plan.table.journalName} ${plan.indexName} ${JSON.stringify(plan.partition)}`, bytes);
  core.payRead(bytes);
  const kept = plan.filters
    ? rows.filter((row) => plan.filters && holds(plan.filters, entityValue(row), core.options))
    : rows;
  const data = kept.map((row) => rowText(row, plan.fields)).join(',');
  const full = rows.length === plan.limit;
  const cursor =
    last && full && (more || core.options.fullLastPageHasCursor) ? cursorAt(last, plan.parameters) : undefined;
  return jsonText(`{"data":[${data}]${cursor === undefined ? '' : `,"cursor":"${cursor}"`}}`);
}

function page({ table, indexName, bounds, after, descending, limit, asOf }: Plan): {
  rows: Row[];
  last: IndexKey | undefined;
  more: boolean;
} {
  const rows: Row[] = [];
  let last: IndexKey | undefined;
  const tree = table.tree(indexName);
  if (tree) {
    for (const { key, row } of descending
      ? tree.descending(bounds, after, asOf)
      : tree.ascending(bounds, after, asOf)) {
      if (rows.length === limit) return { rows, last, more: true };
      rows.push(row);
      last = key;
    }
  }
  return { rows, last, more: false };
}

function entityValue(row: Row): JsonObject {
  return asRecord(JSON.parse(row.text), 'The value of an entity');
}

function limitIn(limit: unknown, code: string): number {
  if (limit === undefined || limit === null) return limits.pageDefault;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > limits.pageMaximum) {
    throw refuse(code, `A page has 1 to ${limits.pageMaximum} rows, not ${String(limit)}.`);
  }
  return limit;
}

function prefixIn(where: unknown): string | undefined {
  const [clause, ...others] = asList(where, 'A where');
  if (clause === undefined) return undefined;
  if (others.length > 0) throw refuse('QUERY_WHERE_INVALID', 'A query has one where.');
  const { property, condition, values } = asRecord(clause, 'A where');
  if (property !== 'key') throw refuse('QUERY_WHERE_FIELD_INVALID', 'A where is about the key.');
  const [prefix] = asList(values, 'The values of a where');
  if (condition !== 'BEGINS_WITH' || typeof prefix !== 'string') {
    throw refuse('QUERY_WHERE_INVALID', 'A where is a beginsWith with a string.');
  }
  return prefix;
}

function partitionIn(index: IndexSchema, input: unknown): Scalar[] {
  const values = asList(input, 'A partition');
  if (values.length !== index.partition.length) {
    throw refuse(chosenCodes.partition, `The index ${index.name} takes ${index.partition.length} partition value(s).`);
  }
  return index.partition.map(({ name, type }, position) => {
    const value = values[position];
    if (isScalar(value) && hasType(type, value)) return value;
    throw refuse(chosenCodes.partition, `The partition value for "${name}" is not of type ${type}.`);
  });
}
