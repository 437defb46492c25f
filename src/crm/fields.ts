import { failure } from '../contract/result';
import type { FieldValue } from '../domain/contact';

/** Bytes that the template fields of one record may take, of the 240 KiB that storage allows a record. */
export const mostFieldBytes = 200_000;

/** The fields after some were set, and those given as null removed. */
export function changedFields(
  fields: Record<string, FieldValue>,
  changes: Record<string, FieldValue | null>,
): Record<string, FieldValue> {
  const values = new Map<string, FieldValue>(Object.entries(fields));
  for (const [id, value] of Object.entries(changes)) {
    if (value === null) values.delete(id);
    else values.set(id, value);
  }
  return Object.fromEntries(values);
}

export function fieldsFit(fields: Record<string, FieldValue>): boolean {
  return Buffer.byteLength(JSON.stringify(fields), 'utf8') <= mostFieldBytes;
}

export function tooManyFieldBytes(field: string) {
  return failure('invalid', `${field}: takes more than ${mostFieldBytes} bytes`, field);
}
