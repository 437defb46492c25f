/** One stored value. Never changed, only replaced, so that readers of the past can hold on to it. */
export interface Row {
  readonly key: string;
  /** The value as JSON text. */
  readonly text: string;
  /** Length of `text` in UTF-8 bytes. */
  readonly bytes: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt?: number;
  /** When an expired value really goes. Until then it is read like any other. */
  readonly removeAt?: number;
}

/** What a row costs to read, write or keep. */
export function rowBytes(row: Row): number {
  return row.key.length + row.bytes;
}

export type MetadataField = 'CREATED_AT' | 'UPDATED_AT' | 'EXPIRE_TIME';

/** A row as JSON text for an answer. Times are milliseconds, only the expiry is ISO 8601 (Forge: storage-reference/kvs-api). */
export function rowText(row: Row, fields: readonly MetadataField[], entityName?: string): string {
  let text = `{"key":${JSON.stringify(row.key)},"value":${row.text}`;
  if (entityName !== undefined) text += `,"entityName":${JSON.stringify(entityName)}`;
  for (const field of fields) {
    if (field === 'CREATED_AT') text += `,"createdAt":${row.createdAt}`;
    if (field === 'UPDATED_AT') text += `,"updatedAt":${row.updatedAt}`;
    if (field === 'EXPIRE_TIME' && row.expiresAt !== undefined) {
      text += `,"expireTime":"${new Date(row.expiresAt).toISOString()}"`;
    }
  }
  return `${text}}`;
}
