import { chosenCodes } from './choices';
import type { AttributeType, EntitySchema } from './entities';
import { refuse, type StorageRefusal } from './errors';
import { partitionBytes, rangeBytes } from './index-key';
import { limits } from './limits';
import { isRecord } from './requests';

/** A value that may be stored: its JSON text and the length of that in UTF-8 bytes. */
export interface StorableValue {
  value: unknown;
  text: string;
  bytes: number;
}

/**
 * Holds a value against the rules for every store.
 *
 * @throws StorageRefusal MAX_SIZE, MAX_DEPTH, INVALID_REQUEST for a value that is absent or null
 */
export function validValue(value: unknown): StorableValue {
  if (value === undefined || value === null) throw refuse(chosenCodes.malformed, 'A value is neither absent nor null.');
  const text = JSON.stringify(value);
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.valueBytes)
    throw refuse('MAX_SIZE', `A value has at most ${limits.valueBytes} bytes; this has ${bytes}.`);
  if (deeperThan(value, limits.depth)) throw refuse('MAX_DEPTH', `A value is nested at most ${limits.depth} deep.`);
  return { value, text, bytes };
}

/**
 * Holds the value of an entity against its attributes and indexes.
 *
 * @throws StorageRefusal INVALID_ENTITY_VALUE, INVALID_ENTITY_ATTRIBUTE, INCORRECT_PROPERTY_TYPE, and as `validValue`
 */
export function validEntityValue(schema: EntitySchema, value: unknown): StorableValue {
  const storable = validValue(value);
  if (!isRecord(value)) throw refuse('INVALID_ENTITY_VALUE', `A value of ${schema.name} is an object.`);
  for (const name of Object.keys(value)) {
    const type = schema.attributes.get(name);
    if (type === undefined)
      throw refuse('INVALID_ENTITY_ATTRIBUTE', `The entity ${schema.name} has no attribute "${name}".`);
    const refusal = attributeRefusal(name, type, value[name]);
    if (refusal) throw refusal;
  }
  for (const index of schema.indexes) {
    if (partitionBytes(index, value) > limits.partitionBytes) {
      throw refuse(
        chosenCodes.size,
        `The partition of index ${index.name} has more than ${limits.partitionBytes} bytes.`,
      );
    }
    if (rangeBytes(index, value) > limits.rangeBytes) {
      throw refuse(chosenCodes.size, `The range of index ${index.name} has more than ${limits.rangeBytes} bytes.`);
    }
  }
  return storable;
}

function attributeRefusal(name: string, type: AttributeType, value: unknown): StorageRefusal | undefined {
  if (type === 'any') {
    return value === null ? refuse(chosenCodes.attributeValue, `The attribute "${name}" is null.`) : undefined;
  }
  if (!hasType(type, value)) {
    return refuse('INCORRECT_PROPERTY_TYPE', `The attribute "${name}" is declared as "${type}".`);
  }
  if (typeof value === 'string' && value.trim() === '') {
    return refuse(chosenCodes.attributeValue, `The attribute "${name}" is empty or blank.`);
  }
  return undefined;
}

/** Whether a JSON value fits a declared type. Integers are signed and have 32 bits. */
export function hasType(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && (value | 0) === value;
    case 'float':
      return typeof value === 'number' && Number.isFinite(value);
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'any':
      return true;
  }
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const member of Object.values(value)) if (deeperThan(member, levels - 1)) return true;
  return false;
}
