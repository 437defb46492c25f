import type { ProductAnswer } from '../../http';
import { done } from './answers';
import { chosenCodes } from './choices';
import { type ConditionSet, holds, readConditionSet } from './conditions';
import type { StorageCore } from './core';
import { refuse, StorageRefusal } from './errors';
import { validKey } from './key-validator';
import { limits } from './limits';
import { asList, asRecord, type JsonObject } from './requests';
import { repeatsKey } from './same-key';
import { storableFor } from './single';
import type { Table } from './table';
import type { StorableValue } from './value-validator';
import { ttlOnly } from './write-options';

interface Operation {
  kind: 'set' | 'delete' | 'check';
  table: Table;
  key: string;
  conditions: ConditionSet | undefined;
  storable?: StorableValue;
  ttlMs?: number | undefined;
}

/**
 * Everything or nothing (Forge: kvs-transactions, entities-transactions).
 *
 * @throws StorageRefusal CONDITIONAL_CHECK_FAILED, UNPROCESSABLE_ENTITY (422, above 25 operations), KEY_DUPLICATION_ERROR,
 *   INVALID_TRANSACTION_REQUEST, MAX_SIZE, TOO_MANY_REQUESTS (429) and what its operations alone would be refused for
 */
export function transact(core: StorageCore, body: JsonObject): ProductAnswer {
  const operations = operationsIn(core, body);
  const bytes = operations.reduce((sum, { key, storable }) => sum + key.length + (storable?.bytes ?? 0), 0);
  if (bytes > limits.transactionBytes) throw refuse(chosenCodes.size, 'A transaction has at most 4 MB.');
  pay(core, operations, bytes);
  // A transaction whose condition fails was paid for all the same.
  for (const operation of operations) {
    if (operation.conditions && !conditionsHold(core, operation, operation.conditions)) {
      throw refuse('CONDITIONAL_CHECK_FAILED', `A condition on the key ${operation.key} does not hold.`);
    }
  }
  for (const { kind, table, key, storable, ttlMs } of operations) {
    if (storable) core.write(table, key, storable, ttlMs);
    if (kind === 'delete') core.remove(table, key);
  }
  return done;
}

/** The code that a transaction has for too many requests differs from that of all other calls. */
export function asTransactionRefusal(refusal: StorageRefusal): StorageRefusal {
  return refusal.status === 429 ? new StorageRefusal(429, 'TOO_MANY_REQUESTS', refusal.message) : refusal;
}

function pay(core: StorageCore, operations: readonly Operation[], bytes: number): void {
  for (const { table, key, storable } of operations) if (storable) core.payKeyWrite(table, key, storable.bytes);
  core.payWrite(bytes);
}

function conditionsHold(core: StorageCore, { table, key }: Operation, conditions: ConditionSet): boolean {
  const row = table.get(key);
  const value = row && asRecord(JSON.parse(row.text), 'The value of an entity');
  return holds(conditions, value, core.options);
}

function operationsIn(core: StorageCore, body: JsonObject): Operation[] {
  const sets = asList(body.set, 'The sets');
  const deletes = asList(body.delete, 'The deletes');
  const checks = asList(body.check, 'The checks');
  const count = sets.length + deletes.length + checks.length;
  if (count === 0) throw refuse('INVALID_TRANSACTION_REQUEST', 'A transaction has at least one operation.');
  if (count > limits.transactionOperations) {
    throw new StorageRefusal(
      422,
      'UNPROCESSABLE_ENTITY',
      `A transaction has at most ${limits.transactionOperations} operations; this has ${count}.`,
    );
  }
  const operations = [
    ...sets.map((item) => readSet(core, asRecord(item, 'A set'))),
    ...deletes.map((item) => readOperation(core, 'delete', asRecord(item, 'A delete'))),
    ...checks.map((item) => readCheck(core, asRecord(item, 'A check'))),
  ];
  if (repeatsKey(operations, core.options)) throw refuse('KEY_DUPLICATION_ERROR', 'A key occurs twice.');
  return operations;
}

function readSet(core: StorageCore, item: JsonObject): Operation {
  const operation = readOperation(core, 'set', item);
  return { ...operation, storable: storableFor(operation.table, item.value), ttlMs: ttlOnly(item.options) };
}

function readCheck(core: StorageCore, item: JsonObject): Operation {
  const operation = readOperation(core, 'check', item);
  if (!operation.conditions) throw refuse('INVALID_TRANSACTION_REQUEST', 'A check has an entity and conditions.');
  return operation;
}

function readOperation(core: StorageCore, kind: Operation['kind'], item: JsonObject): Operation {
  const table = core.tableOf(item.entityName);
  const key = validKey(item.key);
  if (!table.schema && item.conditions !== undefined) {
    throw refuse('INVALID_TRANSACTION_REQUEST', 'Only the keys of entities can have conditions.');
  }
  const conditions = table.schema ? readConditionSet(table.schema, item.conditions) : undefined;
  return { kind, table, key, conditions };
}
