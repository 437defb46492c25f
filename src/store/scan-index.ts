import { kvs, Sort, WhereConditions } from '@forge/kvs';
import { attemptRead } from './attempt';
import { decode, type RecordKind, type Records, registry } from './records';

/** Forge: entities-api-query. */
export const mostPerQuery = 100;

export interface IndexRange {
  index: string;
  partition?: (string | number)[];
  /** Only entries whose range value begins with this. */
  prefix?: string;
  /** Only entries whose range value comes after this one. */
  after?: string;
  /** Only entries whose range value comes at or before this one; neither with `prefix` nor with `after`. */
  upTo?: string;
  /** From the last entry to the first. */
  descending?: boolean;
  /** Only entries whose range value comes before this one; with no other bound. */
  before?: string;
}

/**
 * The entries of an index range in order, request by request; a page may be empty before the end. Queries lag behind writes:
 * what they give is for display and enumeration. The platform's cursor lives no longer than the scan.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function* scanIndex<K extends RecordKind>(
  kind: K,
  range: IndexRange,
  pageSize = mostPerQuery,
): AsyncGenerator<Records[K][]> {
  if (isEmpty(range)) return;
  let cursor: string | undefined;
  do {
    const page = await attemptRead(() => onePage(kind, range, pageSize, cursor));
    yield page.results.map(({ value }) => decode(kind, value).record).filter((record) => record !== undefined);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/**
 * The first entries of an index range, in one request. `more`: there may be others behind them.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function startOfIndex<K extends RecordKind>(
  kind: K,
  range: IndexRange,
  limit = mostPerQuery,
): Promise<{ records: Records[K][]; more: boolean }> {
  if (isEmpty(range)) return { records: [], more: false };
  const page = await attemptRead(() => onePage(kind, range, limit, undefined));
  const records = page.results.map(({ value }) => decode(kind, value).record).filter((record) => record !== undefined);
  return { records, more: page.nextCursor !== undefined };
}

/**
 * The first `limit` entries of an index range.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function firstOfIndex<K extends RecordKind>(
  kind: K,
  range: IndexRange,
  limit = mostPerQuery,
): Promise<Records[K][]> {
  const found: Records[K][] = [];
  for await (const page of scanIndex(kind, range, Math.min(limit, mostPerQuery))) {
    found.push(...page);
    if (found.length >= limit) return found.slice(0, limit);
  }
  return found;
}

/** Everything that begins with the prefix lies at or before `after`. */
function isEmpty({ prefix, after }: IndexRange): boolean {
  return prefix !== undefined && after !== undefined && compareKeys(after, prefix) > 0 && !after.startsWith(prefix);
}

/** The order of indexes: UTF-8 bytes, which is that of code points. */
export function compareKeys(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one, 'utf8'), Buffer.from(other, 'utf8'));
}

const afterEveryCharacter = '\u{10ffff}';

function onePage(kind: RecordKind, range: IndexRange, limit: number, cursor: string | undefined) {
  const entity = kvs.entity<object>(registry[kind].entity).query();
  const { index, partition } = range;
  let builder = partition === undefined ? entity.index(index) : entity.index(index, { partition });
  const where = whereOf(range);
  if (where !== undefined) builder = builder.where(where);
  if (range.descending === true) builder = builder.sort(Sort.DESC);
  builder = builder.limit(Math.min(limit, mostPerQuery));
  return (cursor === undefined ? builder : builder.cursor(cursor)).getMany();
}

/** Between is inclusive, so the entry at `after` comes once more; callers drop it. */
function whereOf({ prefix, after, upTo, before }: IndexRange) {
  if (before !== undefined) return WhereConditions.lessThan(before);
  if (upTo !== undefined) return WhereConditions.lessThanEqualTo(upTo);
  if (prefix === undefined) return after === undefined ? undefined : WhereConditions.greaterThan(after);
  if (after === undefined || !after.startsWith(prefix)) return WhereConditions.beginsWith(prefix);
  return WhereConditions.between(after, `${prefix}${afterEveryCharacter}`);
}
