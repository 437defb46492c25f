import type { Chance } from '../../chance/chance';
import type { Clock } from '../../clock/clock';
import type { ProductAnswer } from '../../http';
import type { Journal } from '../../journal/journal';
import { refusalAnswer } from './answers';
import { batchDelete, batchGet, batchSet } from './batch';
import { defaultOptions, type StorageOptions } from './choices';
import { type RowChange, StorageCore } from './core';
import type { EntityDefinition } from './entities';
import { validateEntities } from './entity-validator';
import { StoragePathUnknown, StorageRefusal } from './errors';
import type { StorageMeter } from './meter';
import { queryEntity, queryKeys } from './query';
import { asRecord, parseBody } from './requests';
import { deleteOne, getOne, setOne } from './single';
import type { TableName } from './table';
import { asTransactionRefusal, transact } from './transaction';

export type { StorageOptions } from './choices';
export type { EntityDefinition } from './entities';
export { validateEntities } from './entity-validator';
export type { StorageMeter } from './meter';

export interface StorageDependencies {
  clock: Clock;
  chance: Chance;
  journal: Journal;
  entities: EntityDefinition[];
  options?: Partial<StorageOptions>;
}

/** One request's changes, all of which happened at the same moment. */
export interface StorageCommit {
  at: number;
  /** The path of the request, or `expiry` when expired values were removed. */
  path: string;
  changes: StorageChange[];
}

/** Values are copies. `before` is absent if the key was new, `after` if it was removed. */
export interface StorageChange extends TableName {
  key: string;
  before?: unknown;
  after?: unknown;
}

type Operation = (body: unknown) => ProductAnswer;

const TRANSACTION = '/api/v1/transaction';

/**
 * The key-value store and custom entity store of one installation, as `@forge/kvs` calls them. Reads by key, batches and
 * transactions are strict; queries see their index as it was `queryLag()` milliseconds ago.
 */
export class Storage {
  /** Milliseconds that the index is behind, drawn for each query. At most the option `maximumQueryLagMs`. */
  queryLag: () => number = () => 0;
  private readonly core: StorageCore;
  private readonly listeners = new Set<(commit: StorageCommit) => void>();
  private readonly operations: ReadonlyMap<string, Operation>;

  /**
   * Reads its tables from the journal.
   *
   * @throws EntitiesInvalid if the platform would not take these entities
   */
  constructor({ clock, chance, journal, entities, options }: StorageDependencies) {
    validateEntities(entities);
    this.core = new StorageCore(clock, chance.fork('storage'), { ...defaultOptions, ...options }, entities, journal);
    this.operations = this.routes();
  }

  get meter(): StorageMeter {
    return this.core.counters;
  }

  /**
   * Answers a request of `@forge/kvs`; all of it happens at once.
   *
   * @param path such as `/api/v1/entity/get`
   * @throws StoragePathUnknown for a path that is not built
   */
  handle(path: string, bodyText: string | undefined): ProductAnswer {
    const operation = this.operations.get(path);
    if (!operation) throw new StoragePathUnknown(path);
    this.core.removeExpired();
    this.announce('expiry');
    const { counters, rate } = this.core;
    counters.requests += 1;
    counters.requestsByPath[path] = (counters.requestsByPath[path] ?? 0) + 1;
    try {
      rate.request();
      return operation(parseBody(bodyText));
    } catch (error) {
      if (!(error instanceof StorageRefusal)) throw error;
      if (error.status === 429) counters.throttled += 1;
      return refusalAnswer(path === TRANSACTION ? asTransactionRefusal(error) : error);
    } finally {
      this.announce(path);
    }
  }

  /** Calls `listener` after each request that changed something. Gives back how to stop that. */
  onCommit(listener: (commit: StorageCommit) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** What is stored now, as copies, unmetered; of an entity, or without a name of the plain keys. */
  *rows(entityName?: string): Generator<{ key: string; value: unknown }> {
    this.core.removeExpired();
    this.announce('expiry');
    for (const { key, text } of this.core.tableOf(entityName).rows()) yield { key, value: JSON.parse(text) as unknown };
  }

  private routes(): ReadonlyMap<string, Operation> {
    const { core } = this;
    const read = (body: unknown) => asRecord(body, 'A request');
    const asOf = () => core.clock.now() - this.lag();
    return new Map<string, Operation>([
      ['/api/v1/get', (body) => getOne(core, core.plain, read(body))],
      ['/api/v1/set', (body) => setOne(core, core.plain, read(body))],
      ['/api/v1/delete', (body) => deleteOne(core, core.plain, read(body))],
      ['/api/v1/query', (body) => queryKeys(core, asOf(), read(body))],
      ['/api/v1/secret/get', (body) => getOne(core, core.secrets, read(body))],
      ['/api/v1/secret/set', (body) => setOne(core, core.secrets, read(body))],
      ['/api/v1/secret/delete', (body) => deleteOne(core, core.secrets, read(body))],
      ['/api/v1/entity/get', (body) => getOne(core, core.entity(read(body).entityName), read(body))],
      ['/api/v1/entity/set', (body) => setOne(core, core.entity(read(body).entityName), read(body))],
      ['/api/v1/entity/delete', (body) => deleteOne(core, core.entity(read(body).entityName), read(body))],
      ['/api/v1/entity/query', (body) => queryEntity(core, asOf(), read(body))],
      ['/api/v1/batch/set', (body) => batchSet(core, body)],
      ['/api/v1/batch/get', (body) => batchGet(core, body)],
      ['/api/v1/batch/delete', (body) => batchDelete(core, body)],
      [TRANSACTION, (body) => transact(core, read(body))],
    ]);
  }

  private lag(): number {
    const lag = this.queryLag();
    const most = this.core.options.maximumQueryLagMs;
    if (lag >= 0 && lag <= most) return lag;
    throw new RangeError(`A query lag of ${lag} ms was asked for; it lies between 0 and ${most} ms.`);
  }

  private announce(path: string): void {
    const changes = this.core.takeChanges();
    if (changes.length === 0 || this.listeners.size === 0) return;
    const commit: StorageCommit = { at: this.core.clock.now(), path, changes: changes.map(describe) };
    for (const listener of this.listeners) listener(commit);
  }
}

function describe({ table, key, before, after }: RowChange): StorageChange {
  return {
    ...table.name,
    key,
    ...(before ? { before: JSON.parse(before.text) as unknown } : {}),
    ...(after ? { after: JSON.parse(after.text) as unknown } : {}),
  };
}
