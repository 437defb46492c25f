import { chosenCodes } from './choices';
import { refuse } from './errors';

export type JsonObject = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws StorageRefusal INVALID_REQUEST */
export function asRecord(value: unknown, what: string): JsonObject {
  if (!isRecord(value)) throw refuse(chosenCodes.malformed, `${what} is an object.`);
  return value;
}

/** An absent list is empty. @throws StorageRefusal INVALID_REQUEST */
export function asList(value: unknown, what: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw refuse(chosenCodes.malformed, `${what} is a list.`);
  return value;
}

/** @throws StorageRefusal INVALID_REQUEST */
export function parseBody(bodyText: string | undefined): unknown {
  try {
    return JSON.parse(bodyText ?? '') as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse(chosenCodes.malformed, 'The body is not JSON.');
    throw error;
  }
}
