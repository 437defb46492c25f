import type { Known } from '../domain/known';
import { type RecordRef, readRecords } from './read-records';
import type { RecordKind, Records } from './records';

/** Records that were read in rounds. */
export class GatheredRecords {
  private readonly known = new Map<string, Known<unknown>>();

  /** Undefined: it was not read. */
  find<K extends RecordKind>(kind: K, key: string): Known<Records[K]> | undefined {
    return this.known.get(`${kind} ${key}`) as Known<Records[K]> | undefined;
  }

  /** Undefined: it was not read, or there is none. */
  record<K extends RecordKind>(kind: K, key: string): Records[K] | undefined {
    return this.find(kind, key)?.record;
  }

  /** Reads those that were not read yet, in one go. False: there were none. */
  async learn(refs: readonly RecordRef[]): Promise<boolean> {
    const fresh = refs.filter(({ kind, key }) => this.find(kind, key) === undefined);
    if (fresh.length === 0) return false;
    const read = await readRecords(fresh);
    for (const { kind, key } of fresh) this.known.set(`${kind} ${key}`, read.get(kind, key));
    return true;
  }
}

/**
 * Reads records strictly, round after round, until what was read needs nothing more.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function gatherRecords(needs: (known: GatheredRecords) => readonly RecordRef[]): Promise<GatheredRecords> {
  const known = new GatheredRecords();
  while (await known.learn(needs(known)));
  return known;
}
