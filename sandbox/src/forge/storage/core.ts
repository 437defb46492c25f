import BTree from 'sorted-btree';
import type { Chance } from '../../chance/chance';
import type { Clock } from '../../clock/clock';
import type { Journal } from '../../journal/journal';
import { EMPTY_READ_BYTES, type StorageOptions } from './choices';
import { type EntityDefinition, schemaOf } from './entities';
import { entityNameRefusal } from './entity-validator';
import { refuse, StorageRefusal } from './errors';
import { newCounters } from './meter';
import { RateLimiter, unitsOf } from './rate';
import { type Row, rowBytes } from './row';
import { Table } from './table';
import type { StorableValue } from './value-validator';

export interface RowChange {
  table: Table;
  key: string;
  before: Row | undefined;
  after: Row | undefined;
}

interface Removal {
  at: number;
  order: number;
}

/** The tables of one installation, and what every request does with them: read, write, remove, pay. */
export class StorageCore {
  readonly counters = newCounters();
  readonly rate: RateLimiter;
  readonly plain: Table;
  readonly secrets: Table;
  private readonly entities: Map<string, Table>;
  private readonly removals = new BTree<Removal, { table: Table; row: Row }>(
    undefined,
    (a, b) => a.at - b.at || a.order - b.order,
  );
  private removalOrder = 0;
  private changes: RowChange[] = [];

  constructor(
    readonly clock: Clock,
    readonly chance: Chance,
    readonly options: StorageOptions,
    definitions: readonly EntityDefinition[],
    journal: Journal,
  ) {
    this.rate = new RateLimiter(() => clock.now(), options.rates);
    const keepMs = options.maximumQueryLagMs;
    this.plain = new Table({}, undefined, journal, keepMs);
    this.secrets = new Table({ secret: true }, undefined, journal, keepMs);
    this.entities = new Map(
      definitions.map((definition) => [
        definition.name,
        new Table({ entityName: definition.name }, schemaOf(definition), journal, keepMs),
      ]),
    );
    for (const table of [this.plain, this.secrets, ...this.entities.values()]) {
      for (const row of table.load()) {
        this.counters.storedBytes += rowBytes(row);
        this.planRemoval(table, row);
      }
    }
  }

  /** @throws StorageRefusal SCHEMA_NOT_FOUND (404), or what is wrong with the name itself */
  entity(name: unknown): Table {
    if (typeof name !== 'string') throw refuse('INVALID_ENTITY_TYPE', 'The name of an entity is a string.');
    const table = this.entities.get(name);
    if (table) return table;
    throw entityNameRefusal(name) ?? new StorageRefusal(404, 'SCHEMA_NOT_FOUND', `The manifest has no entity ${name}.`);
  }

  /** The table that an item of a batch or transaction means: an entity's, or without a name the plain keys. */
  tableOf(entityName: unknown): Table {
    return entityName === undefined || entityName === null ? this.plain : this.entity(entityName);
  }

  write(table: Table, key: string, { value, text, bytes }: StorableValue, ttlMs: number | undefined): RowChange {
    const now = this.clock.now();
    const before = table.get(key);
    const after: Row = {
      key,
      text,
      bytes,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
      ...(ttlMs === undefined ? {} : this.expiry(now + ttlMs)),
    };
    table.put(after, value, now);
    this.planRemoval(table, after);
    return this.changed({ table, key, before, after });
  }

  remove(table: Table, key: string): void {
    const before = table.get(key);
    if (!before) return;
    table.remove(key, this.clock.now());
    this.changed({ table, key, before, after: undefined });
  }

  /** Removes what has been expired for long enough. */
  removeExpired(): void {
    const now = this.clock.now();
    for (let next = this.removals.minKey(); next && next.at <= now; next = this.removals.minKey()) {
      const due = this.removals.get(next);
      this.removals.delete(next);
      // A value written since then has its own plan.
      if (due && due.table.get(due.row.key) === due.row) this.remove(due.table, due.row.key);
    }
  }

  /** What has changed since this was last asked. */
  takeChanges(): RowChange[] {
    if (this.changes.length === 0) return [];
    const taken = this.changes;
    this.changes = [];
    return taken;
  }

  /** Pays for a request that read these rows as a whole. @throws StorageRefusal 429 */
  payRead(bytes: number): void {
    const units = unitsOf(bytes);
    this.rate.read(units);
    this.counters.readUnits += units;
    this.counters.bytesRead += bytes === 0 ? EMPTY_READ_BYTES : bytes;
  }

  /** Pays for a request that writes this much as a whole. @throws StorageRefusal 429 */
  payWrite(bytes: number): void {
    const units = unitsOf(bytes);
    this.rate.write(units);
    this.counters.writeUnits += units;
    this.counters.bytesWritten += bytes;
  }

  payKeyRead(table: Table, row: Row): void {
    this.rate.keyRead(`${table.journalName} ${row.key}`, rowBytes(row));
  }

  payKeyWrite(table: Table, key: string, bytes: number): void {
    this.rate.keyWrite(`${table.journalName} ${key}`, key.length + bytes);
  }

  private changed(change: RowChange): RowChange {
    this.counters.storedBytes +=
      (change.after ? rowBytes(change.after) : 0) - (change.before ? rowBytes(change.before) : 0);
    this.changes.push(change);
    return change;
  }

  private expiry(expiresAt: number): { expiresAt: number; removeAt: number } {
    const { low, high } = this.options.removalDelayMs;
    return { expiresAt, removeAt: expiresAt + this.chance.integer(low, high) };
  }

  private planRemoval(table: Table, row: Row): void {
    if (row.removeAt === undefined) return;
    this.removals.set({ at: row.removeAt, order: this.removalOrder++ }, { table, row });
  }
}
