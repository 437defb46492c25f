import type { StorageOptions } from './choices';
import type { Table } from './table';

/** Whether two of these are the same key. */
export function repeatsKey(items: readonly { table: Table; key: string }[], options: StorageOptions): boolean {
  const name = ({ table, key }: { table: Table; key: string }): string =>
    options.sameKeyInTwoEntitiesIsDuplicate ? key : `${table.journalName} ${key}`;
  return new Set(items.map(name)).size < items.length;
}
