import type { ProductAnswer } from '../../http';
import { done, jsonText } from './answers';
import type { StorageCore } from './core';
import { StorageRefusal } from './errors';
import { validKey } from './key-validator';
import type { JsonObject } from './requests';
import { rowBytes, rowText } from './row';
import type { Table } from './table';
import { type StorableValue, validEntityValue, validValue } from './value-validator';
import { readFields, setOptions } from './write-options';

/** Strict: sees every write that was answered before. @throws StorageRefusal KEY_NOT_FOUND (404) and others */
export function getOne(core: StorageCore, table: Table, body: JsonObject): ProductAnswer {
  const key = validKey(body.key);
  const fields = readFields(body.options);
  const row = table.get(key);
  if (row) core.payKeyRead(table, row);
  core.payRead(row ? rowBytes(row) : 0);
  if (!row) throw keyNotFound(key);
  return jsonText(rowText(row, fields));
}

/** @throws StorageRefusal KEY_CONFLICT (409) and others */
export function setOne(core: StorageCore, table: Table, body: JsonObject): ProductAnswer {
  const key = validKey(body.key);
  const storable = storableFor(table, body.value);
  const options = setOptions(body.options);
  core.payKeyWrite(table, key, storable.bytes);
  core.payWrite(key.length + storable.bytes);
  // An expired value that is still there blocks the key too.
  if (options.failIfExists && table.get(key)) {
    throw new StorageRefusal(409, 'KEY_CONFLICT', `The key ${key} exists already.`);
  }
  const { before, after } = core.write(table, key, storable, options.ttlMs);
  const returned = options.returnValue === 'PREVIOUS' ? before : options.returnValue === 'LATEST' ? after : undefined;
  return returned ? jsonText(rowText(returned, options.returnFields)) : done;
}

/** Succeeds whether the key exists or not. @throws StorageRefusal for a bad key, or 429 */
export function deleteOne(core: StorageCore, table: Table, body: JsonObject): ProductAnswer {
  const key = validKey(body.key);
  core.payWrite(key.length);
  core.remove(table, key);
  return done;
}

/** The value as this table stores it. @throws StorageRefusal */
export function storableFor(table: Table, value: unknown): StorableValue {
  return table.schema ? validEntityValue(table.schema, value) : validValue(value);
}

export function keyNotFound(key: string): StorageRefusal {
  return new StorageRefusal(404, 'KEY_NOT_FOUND', `There is no key ${key}.`);
}
