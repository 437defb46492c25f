import { createHash } from 'node:crypto';
import { chosenCodes } from './choices';
import { refuse } from './errors';
import { type IndexKey, isScalar, type Scalar } from './index-key';

/** Makes a cursor: the place of the last row looked at, so that it serves even when that row is gone. */
export function cursorAt(place: IndexKey, parameters: unknown): string {
  return Buffer.from(JSON.stringify([digest(parameters), place])).toString('base64url');
}

/**
 * The place to go on from; undefined without a cursor.
 *
 * @param length how many values a place has in this index
 * @throws StorageRefusal if the cursor is damaged or comes from a query with other parameters (Forge: entities-api-query)
 */
export function placeOf(cursor: unknown, parameters: unknown, length: number): readonly Scalar[] | undefined {
  if (cursor === undefined || cursor === null) return undefined;
  const place = typeof cursor === 'string' ? decode(cursor, digest(parameters)) : undefined;
  if (place?.length !== length) {
    throw refuse(chosenCodes.cursor, 'The cursor is not one that a query with these parameters gave.');
  }
  return place;
}

function decode(cursor: string, expected: string): Scalar[] | undefined {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!Array.isArray(content) || content[0] !== expected) return undefined;
  const place: unknown = content[1];
  return Array.isArray(place) && place.every(isScalar) ? place : undefined;
}

function digest(parameters: unknown): string {
  return createHash('sha256').update(JSON.stringify(parameters)).digest('base64url').slice(0, 12);
}
