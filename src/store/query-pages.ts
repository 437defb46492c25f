import { kvs, WhereConditions } from '@forge/kvs';
import { attemptRead } from './attempt';
import { decode, type RecordKind, type Records, registry } from './records';

/** Forge: entities-api-query. */
export const mostPerQuery = 100;

export interface RangeQuery {
  index: string;
  partition?: (string | number)[];
  /** Only entries whose range value comes after this one. */
  after?: string;
  /** Only entries whose range value comes at or before this one; not together with `after`. */
  upTo?: string;
  limit?: number;
}

/**
 * The first entries of an index range, in order. Queries lag behind writes, and a page of the platform may be empty
 * before the end, so this goes on until it has `limit` entries or the range ends. What it finds is for display and
 * enumeration; decisions read the records again.
 */
export async function queryRange<K extends RecordKind>(kind: K, query: RangeQuery): Promise<Records[K][]> {
  const limit = query.limit ?? mostPerQuery;
  const found: Records[K][] = [];
  let cursor: string | undefined;
  do {
    const page = await attemptRead(() => onePage(kind, query, limit - found.length, cursor));
    for (const { value } of page.results) {
      const { record } = decode(kind, value);
      if (record !== undefined) found.push(record);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && found.length < limit);
  return found;
}

async function onePage(kind: RecordKind, query: RangeQuery, limit: number, cursor: string | undefined) {
  const entity = kvs.entity<object>(registry[kind].entity).query();
  let builder =
    query.partition === undefined
      ? entity.index(query.index)
      : entity.index(query.index, { partition: query.partition });
  if (query.after !== undefined) builder = builder.where(WhereConditions.greaterThan(query.after));
  if (query.upTo !== undefined) builder = builder.where(WhereConditions.lessThanEqualTo(query.upTo));
  builder = builder.limit(Math.min(limit, mostPerQuery));
  return (cursor === undefined ? builder : builder.cursor(cursor)).getMany();
}
