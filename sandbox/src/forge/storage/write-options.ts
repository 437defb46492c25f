import { chosenCodes } from './choices';
import { refuse } from './errors';
import { limits } from './limits';
import { asList, asRecord, isRecord } from './requests';
import type { MetadataField } from './row';

const UNIT_MS: Readonly<Record<string, number>> = {
  SECONDS: 1000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};
const FIELDS: readonly MetadataField[] = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'];

/** The options of a single set (Forge: storage-reference/kvs-api). */
export interface SetOptions {
  ttlMs: number | undefined;
  failIfExists: boolean;
  returnValue: 'PREVIOUS' | 'LATEST' | undefined;
  returnFields: MetadataField[];
}

/** @throws StorageRefusal INVALID_TTL, INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION, INVALID_REQUEST */
export function setOptions(input: unknown): SetOptions {
  const { ttl, keyPolicy, returnValue, returnMetadataFields } = asRecord(input ?? {}, 'What stands under options');
  if (keyPolicy !== undefined && keyPolicy !== 'OVERRIDE' && keyPolicy !== 'FAIL_IF_EXISTS') {
    throw refuse(chosenCodes.malformed, 'A keyPolicy is OVERRIDE or FAIL_IF_EXISTS.');
  }
  if (returnValue !== undefined && returnValue !== 'PREVIOUS' && returnValue !== 'LATEST') {
    throw refuse(chosenCodes.malformed, 'A returnValue is PREVIOUS or LATEST.');
  }
  if (returnValue !== undefined && keyPolicy !== 'OVERRIDE') {
    throw refuse('INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION', 'A returnValue needs the keyPolicy OVERRIDE.');
  }
  return {
    ttlMs: ttlMs(ttl),
    failIfExists: keyPolicy === 'FAIL_IF_EXISTS',
    returnValue,
    returnFields: metadataFields(returnMetadataFields),
  };
}

/**
 * The options of a set within a batch or transaction, which take a ttl and nothing else (Forge: changelog 3038).
 *
 * @throws StorageRefusal INVALID_TTL, INVALID_REQUEST
 */
export function ttlOnly(input: unknown): number | undefined {
  const { ttl, ...others } = asRecord(input ?? {}, 'What stands under options');
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw refuse(chosenCodes.malformed, `A set in a batch or transaction takes a ttl, but no ${other}.`);
  }
  return ttlMs(ttl);
}

/** @throws StorageRefusal INVALID_REQUEST */
export function readFields(options: unknown): MetadataField[] {
  return metadataFields(asRecord(options ?? {}, 'What stands under options').metadataFields);
}

function metadataFields(input: unknown): MetadataField[] {
  return asList(input, 'A list of metadata fields').map((name) => {
    const field = FIELDS.find((known) => known === name);
    if (!field) throw refuse(chosenCodes.malformed, `There is no metadata field ${String(name)}.`);
    return field;
  });
}

function ttlMs(ttl: unknown): number | undefined {
  if (ttl === undefined || ttl === null) return undefined;
  const { value, unit } = isRecord(ttl) ? ttl : {};
  const unitMs = typeof unit === 'string' && Object.hasOwn(UNIT_MS, unit) ? UNIT_MS[unit] : undefined;
  if (unitMs === undefined) throw refuse('INVALID_TTL', 'The unit of a ttl is SECONDS, MINUTES, HOURS or DAYS.');
  if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0) {
    throw refuse('INVALID_TTL', `The value of a ttl is a positive integer, not ${String(value)}.`);
  }
  if (value * unitMs > limits.ttlMs) throw refuse('INVALID_TTL', 'A ttl is at most one year.');
  return value * unitMs;
}
