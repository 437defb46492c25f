import type { Journal } from '../../journal/journal';
import { byKey, type EntitySchema } from './entities';
import { type IndexKey, indexKeyOf } from './index-key';
import { type Entry, IndexTree } from './index-tree';
import { isRecord, type JsonObject } from './requests';
import type { Row } from './row';

interface Held {
  row: Row;
  /** Its entry in each index, in the order of `indexes`; undefined where it is not in it. */
  entries: (Entry | undefined)[];
}

export interface TableName {
  entityName?: string;
  secret?: boolean;
}

type RowRecord = Omit<Row, 'key' | 'bytes'>;

/** The rows of one entity, of the plain keys, or of the secrets, with their indexes. Each change goes to the journal. */
export class Table {
  private readonly held = new Map<string, Held>();
  private readonly trees: IndexTree[];
  /** The table's name in the journal, which also tells tables apart elsewhere. */
  readonly journalName: string;

  constructor(
    readonly name: TableName,
    readonly schema: EntitySchema | undefined,
    private readonly journal: Journal,
    keepMs: number,
  ) {
    this.journalName = journalNameOf(name);
    this.trees = this.indexes.map(() => new IndexTree(keepMs));
  }

  private get indexes(): EntitySchema['indexes'] {
    return this.schema?.indexes ?? [byKey];
  }

  /** Fills the table from the journal. */
  *load(): Generator<Row> {
    for (const { key, value } of this.journal.load(this.journalName)) {
      const record = value as RowRecord;
      const row: Row = { key, bytes: Buffer.byteLength(record.text), ...record };
      this.place(row, JSON.parse(row.text) as unknown, Number.NEGATIVE_INFINITY);
      yield row;
    }
  }

  get(key: string): Row | undefined {
    return this.held.get(key)?.row;
  }

  *rows(): Generator<Row> {
    for (const { row } of this.held.values()) yield row;
  }

  /** `value` is what `row.text` says. */
  put(row: Row, value: unknown, at: number): void {
    this.place(row, value, at);
    const { key: _key, bytes: _bytes, ...record } = row;
    this.journal.put(this.journalName, row.key, record satisfies RowRecord);
  }

  remove(key: string, at: number): void {
    const held = this.held.get(key);
    if (!held) return;
    this.held.delete(key);
    held.entries.forEach((entry, position) => {
      if (entry) this.trees[position]?.replace(entry, undefined, at);
    });
    this.journal.remove(this.journalName, key);
  }

  /** The order and the past of one index; undefined if there is none of this name. */
  tree(indexName: string): IndexTree | undefined {
    return this.trees[this.indexes.findIndex(({ name }) => name === indexName)];
  }

  private place(row: Row, value: unknown, at: number): void {
    const before = this.held.get(row.key)?.entries;
    const members: JsonObject = isRecord(value) ? value : {};
    const entries = this.trees.map((tree, position) => {
      const index = this.indexes[position];
      const place = index && indexKeyOf(index, row.key, members);
      const old = before?.[position];
      if (old && place && samePlace(old.key, place)) {
        tree.replace(old, row, at);
        return old;
      }
      if (old) tree.replace(old, undefined, at);
      return place && tree.put(place, row, at);
    });
    this.held.set(row.key, { row, entries });
  }
}

function samePlace(a: IndexKey, b: IndexKey): boolean {
  return a.every((value, position) => value === b[position]);
}

function journalNameOf({ entityName, secret }: TableName): string {
  if (entityName !== undefined) return `storage:${entityName}`;
  return secret ? 'storage-secrets' : 'storage-keys';
}
