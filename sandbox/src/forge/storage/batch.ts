import type { ProductAnswer } from '../../http';
import { jsonText } from './answers';
import { chosenCodes } from './choices';
import type { StorageCore } from './core';
import { refuse, StorageRefusal } from './errors';
import { validKey } from './key-validator';
import { limits } from './limits';
import { asList, asRecord, type JsonObject } from './requests';
import { type Row, rowBytes, rowText } from './row';
import { repeatsKey } from './same-key';
import { keyNotFound, storableFor } from './single';
import type { Table } from './table';
import { readFields, ttlOnly } from './write-options';

interface Target {
  table: Table;
  key: string;
}

/**
 * Best effort: what is wrong with one item fails that item, what is wrong with the list fails the whole call
 * (Forge: kvs-batch, entities-batch).
 *
 * @throws StorageRefusal TOO_MANY_BATCH_ENTITIES, KEY_DUPLICATION_ERROR, INVALID_REQUEST for an empty list, MAX_SIZE, 429
 */
export function batchSet(core: StorageCore, body: unknown): ProductAnswer {
  const report = new BatchReport();
  const writes = report.each(itemsIn(body, 'set'), (item) => ({
    ...targetOf(core, item),
    storable: storableFor(core.tableOf(item.entityName), item.value),
    ttlMs: ttlOnly(item.options),
  }));
  refuseRepeats(core, writes);
  const bytes = writes.reduce((sum, { key, storable }) => sum + key.length + storable.bytes, 0);
  if (bytes > limits.batchBytes) throw refuse(chosenCodes.size, 'A batch has at most 4 MB.');
  for (const { table, key, storable } of writes) core.payKeyWrite(table, key, storable.bytes);
  core.payWrite(bytes);
  for (const { table, key, storable, ttlMs } of writes) {
    core.write(table, key, storable, ttlMs);
    report.succeeded(nameText({ table, key }));
  }
  return report.answer(core);
}

/** Strict, like a single get. @throws StorageRefusal as `batchSet` */
export function batchGet(core: StorageCore, body: unknown): ProductAnswer {
  const report = new BatchReport();
  const reads = report.each(itemsIn(body, 'get'), (item) => ({
    ...targetOf(core, item),
    fields: readFields(item.options),
  }));
  refuseRepeats(core, reads);
  const found = reads.flatMap((read) => {
    const row = read.table.get(read.key);
    if (!row) report.failed(read.key, read.table.name.entityName, keyNotFound(read.key));
    return row ? [{ ...read, row }] : [];
  });
  for (const { table, row } of found) core.payKeyRead(table, row);
  core.payRead(found.reduce((sum: number, { row }: { row: Row }) => sum + rowBytes(row), 0));
  for (const { table, row, fields } of found) report.succeeded(rowText(row, fields, table.name.entityName));
  return report.answer(core);
}

/** A missing key counts as deleted. @throws StorageRefusal as `batchSet` */
export function batchDelete(core: StorageCore, body: unknown): ProductAnswer {
  const report = new BatchReport();
  const targets = report.each(itemsIn(body, 'delete'), (item) => targetOf(core, item));
  refuseRepeats(core, targets);
  core.payWrite(targets.reduce((sum, { key }) => sum + key.length, 0));
  for (const target of targets) {
    core.remove(target.table, target.key);
    report.succeeded(nameText(target));
  }
  return report.answer(core);
}

class BatchReport {
  private readonly successes: string[] = [];
  private readonly failures: string[] = [];

  /** Reads each item; those that are refused are reported as failed and left out. */
  each<T>(items: readonly JsonObject[], read: (item: JsonObject) => T): T[] {
    return items.flatMap((item) => {
      try {
        return [read(item)];
      } catch (error) {
        if (!(error instanceof StorageRefusal)) throw error;
        this.failed(item.key, item.entityName, error);
        return [];
      }
    });
  }

  succeeded(text: string): void {
    this.successes.push(text);
  }

  failed(key: unknown, entityName: unknown, { code, message }: StorageRefusal): void {
    this.failures.push(JSON.stringify({ key, entityName, error: { code, message } }));
  }

  answer(core: StorageCore): ProductAnswer {
    const order = core.options.shuffleBatchAnswers ? shuffled : (items: string[]) => items;
    const successes = order(this.successes, core);
    return jsonText(
      `{"successfulKeys":[${successes.join(',')}],"failedKeys":[${order(this.failures, core).join(',')}]}`,
    );
  }
}

function shuffled(items: string[], { chance }: StorageCore): string[] {
  const rest = [...items];
  const result: string[] = [];
  while (rest.length > 0) result.push(...rest.splice(chance.integer(0, rest.length - 1), 1));
  return result;
}

function itemsIn(body: unknown, verb: string): JsonObject[] {
  const items = asList(body, 'A batch').map((item) => asRecord(item, 'An item of a batch'));
  if (items.length === 0) throw refuse(chosenCodes.malformed, 'A batch has at least one item.');
  if (items.length > limits.batchItems) {
    throw refuse(
      'TOO_MANY_BATCH_ENTITIES',
      `There are ${items.length} items to ${verb}; at most ${limits.batchItems} go.`,
    );
  }
  return items;
}

function targetOf(core: StorageCore, item: JsonObject): Target {
  return { table: core.tableOf(item.entityName), key: validKey(item.key) };
}

function refuseRepeats(core: StorageCore, targets: readonly Target[]): void {
  if (repeatsKey(targets, core.options)) throw refuse('KEY_DUPLICATION_ERROR', 'A key occurs twice.');
}

function nameText({ table, key }: Target): string {
  return JSON.stringify({ key, entityName: table.name.entityName });
}
