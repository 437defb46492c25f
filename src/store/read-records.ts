import { kvs } from '@forge/kvs';
import { absent, type Known } from '../domain/known';
import { attemptRead } from './attempt';
import { eachOf } from './each-of';
import { decode, type RecordKind, type Records, registry } from './records';
import { StorageUnavailable } from './storage-errors';

/** Forge: limits-kvs-ce. */
const mostKeysPerRequest = 25;

export type RecordRef = { [K in RecordKind]: { kind: K; key: string } }[RecordKind];

/** The outcome of a strict read: each record as it was, or known to be absent. */
export class ReadRecords {
  private readonly found = new Map<string, Known<unknown>>();

  add(kind: RecordKind, key: string, known: Known<unknown>): void {
    this.found.set(`${kind} ${key}`, known);
  }

  /** @throws Error for a record that was not asked for */
  get<K extends RecordKind>(kind: K, key: string): Known<Records[K]> {
    const known = this.found.get(`${kind} ${key}`);
    if (known === undefined) throw new Error(`${kind} ${key} was not read.`);
    return known as Known<Records[K]>;
  }
}

/**
 * Reads records strictly, 25 a request. A key that storage does not have is absent; one that it could not read is an
 * error, never an absence.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function readRecords(refs: readonly RecordRef[]): Promise<ReadRecords> {
  const unique = [...new Map(refs.map((ref) => [`${ref.kind} ${ref.key}`, ref])).values()];
  const result = new ReadRecords();
  const batches: RecordRef[][] = [];
  for (let start = 0; start < unique.length; start += mostKeysPerRequest) {
    batches.push(unique.slice(start, start + mostKeysPerRequest));
  }
  await eachOf(batches, readsAtOnce, (batch) => readBatch(batch, result));
  return result;
}

const readsAtOnce = 6;

/** Who wrote each record last, and in which revision; absent ones have revision 0. In the order of `refs`. */
export async function readEnvelopes(refs: readonly RecordRef[]): Promise<{ rev: number; decision: string }[]> {
  const found = new Map<string, { rev: number; decision: string }>();
  await attemptRead(async () => {
    const items = refs.map((ref) => ({ entityName: registry[ref.kind].entity, key: storageKeyOf(ref) }));
    for (const item of await readItems(items)) {
      const { rev, decision } = decode('contact', item.value);
      found.set(`${item.entityName ?? ''} ${item.key}`, { rev, decision });
    }
  });
  return refs.map((ref) => found.get(`${registry[ref.kind].entity} ${storageKeyOf(ref)}`) ?? { rev: 0, decision: '' });
}

/** Reads one record strictly. */
export async function readRecord<K extends RecordKind>(kind: K, key: string): Promise<Known<Records[K]>> {
  const read = await readRecords([{ kind, key } as RecordRef]);
  return read.get(kind, key);
}

async function readBatch(refs: readonly RecordRef[], result: ReadRecords): Promise<void> {
  const wanted = new Map(refs.map((ref) => [`${registry[ref.kind].entity} ${storageKeyOf(ref)}`, ref]));
  const items = refs.map((ref) => ({ entityName: registry[ref.kind].entity, key: storageKeyOf(ref) }));
  const found = await attemptRead(() => readItems(items));
  for (const ref of refs) result.add(ref.kind, ref.key, absent);
  for (const item of found) {
    const ref = wanted.get(`${item.entityName ?? ''} ${item.key}`);
    if (ref === undefined) throw new StorageUnavailable(`Storage answered with a key not asked for: ${item.key}`);
    const { record, rev } = decode(ref.kind, item.value);
    result.add(ref.kind, ref.key, { record, rev });
  }
}

interface FoundItem {
  entityName?: string;
  key: string;
  value: object;
}

/** What storage has of the given keys. One that it could not read, or did not mention, is an error. */
async function readItems(items: { entityName: string; key: string }[]): Promise<FoundItem[]> {
  const { successfulKeys, failedKeys } = await kvs.batchGet<object>(items);
  const unreadable = failedKeys.find((failed) => failed.error.code !== 'KEY_NOT_FOUND');
  if (unreadable !== undefined) {
    throw new StorageUnavailable(`Storage could not read ${unreadable.key}: ${unreadable.error.code}`);
  }
  if (successfulKeys.length + failedKeys.length < items.length) {
    throw new StorageUnavailable('Storage left keys out of its answer.');
  }
  return successfulKeys;
}

export function storageKeyOf(ref: { kind: RecordKind; key: string }): string {
  return registry[ref.kind].storageKey(ref.key);
}
