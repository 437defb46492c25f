import type { RecordKind, Records } from '../store/records';
import { compareKeys, type IndexRange, mostPerQuery, scanIndex } from '../store/scan-index';

/** Some entries of a list in order. `next`: the list goes on after this position. */
export interface FoundPage<T> {
  records: T[];
  next?: string;
  /** Requests to storage that it took. */
  requests: number;
}

/** A call looks at so many pages of an index at most; a list whose entries are far apart then gives a shorter page. */
const mostRequests = 40;

/**
 * The first entries of an index range that `keep` lets pass, one page of them.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function scanPage<K extends RecordKind>(
  kind: K,
  range: IndexRange,
  options: { limit: number; keyOf: (record: Records[K]) => string; keep?: (record: Records[K]) => boolean },
): Promise<FoundPage<Records[K]>> {
  const { limit, keyOf, keep } = options;
  const records: Records[K][] = [];
  const pageSize = keep === undefined ? Math.min(limit + 1, mostPerQuery) : mostPerQuery;
  let requests = 0;
  let position: string | undefined;
  for await (const page of scanIndex(kind, range, pageSize)) {
    for (const record of page) {
      const key = keyOf(record);
      if (range.after !== undefined && compareKeys(key, range.after) <= 0) continue;
      if (keep?.(record) ?? true) {
        if (records.length === limit && position !== undefined) {
          return { records, next: position, requests: requests + 1 };
        }
        records.push(record);
      }
      position = key;
    }
    requests += 1;
    if (requests >= mostRequests && position !== undefined) return { records, next: position, requests };
  }
  return { records, requests };
}
