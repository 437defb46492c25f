import { compareCodePoints } from './code-points';
import type { IndexSchema } from './entities';
import type { JsonObject } from './requests';

export type Scalar = string | number | boolean;

/** Sorts after every value in its place. Only in bounds, never in an entry. */
export const HIGH = Symbol('after every value');

/**
 * The place of an entry in an index: its partition values, its range value and its key; in `by-key` the key alone. A
 * shorter key sorts before all that begin with it.
 */
export type IndexKey = readonly (Scalar | typeof HIGH)[];

export function compareIndexKeys(a: IndexKey, b: IndexKey): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const left = a[i];
    const right = b[i];
    if (left === right) continue;
    if (typeof left === 'string' && typeof right === 'string') return compareCodePoints(left, right);
    if (left === HIGH) return 1;
    if (right === HIGH) return -1;
    // Values in one place have one type: numbers, or booleans with false first.
    return Number(left) - Number(right);
  }
  return a.length - b.length;
}

/** Where an item stands in an index; undefined if it lacks a partition or range attribute and so is not in it. */
export function indexKeyOf(index: IndexSchema, key: string, value: JsonObject): IndexKey | undefined {
  if (index.range === undefined) return [key];
  const places: Scalar[] = [];
  for (const { name } of index.partition) {
    const part = scalarIn(value, name);
    if (part === undefined) return undefined;
    places.push(part);
  }
  const range = scalarIn(value, index.range.name);
  if (range === undefined) return undefined;
  places.push(range, key);
  return places;
}

/** Bytes of the partition values together. */
export function partitionBytes(index: IndexSchema, value: JsonObject): number {
  return index.partition.reduce((bytes, { name }) => bytes + bytesOf(scalarIn(value, name)), 0);
}

export function rangeBytes(index: IndexSchema, value: JsonObject): number {
  return index.range === undefined ? 0 : bytesOf(scalarIn(value, index.range.name));
}

function scalarIn(value: JsonObject, name: string): Scalar | undefined {
  const member = Object.hasOwn(value, name) ? value[name] : undefined;
  return isScalar(member) ? member : undefined;
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function bytesOf(value: Scalar | undefined): number {
  if (value === undefined) return 0;
  return typeof value === 'string' ? Buffer.byteLength(value) : 8;
}
