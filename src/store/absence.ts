import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { StorageUnavailable, storageFault } from './storage-errors';

/**
 * How a transaction can demand that a key is absent. That `NOT_EXISTS` holds for an absent key is inferred from Forge's
 * documentation, not measured, so it is decided here and nowhere else.
 *
 * - not-exists: by the condition itself
 * - shells: the key is first created as an empty shell by `FAIL_IF_EXISTS`, which is measured to have one winner; the
 *   transaction then demands the shell's revision, 0
 */
export type AbsenceRule = 'not-exists' | 'shells';

export interface Conditioned {
  rev: number;
}

/** The condition that a record still has the revision that was read; under the rule `shells` an absent one has 0. */
export function unchanged(rev: number, rule: AbsenceRule) {
  const condition = rev === 0 && rule === 'not-exists' ? FilterConditions.notExists() : FilterConditions.equalTo(rev);
  return new Filter<Conditioned>().and('rev', condition);
}

/** Prepares absent keys for the rule `shells`. A key that exists already is left alone. */
export async function createShells(keys: readonly { entity: string; key: string }[], decision: string): Promise<void> {
  for (const { entity, key } of keys) {
    try {
      await kvs.entity<object>(entity).set(key, { rev: 0, decision }, { keyPolicy: 'FAIL_IF_EXISTS' });
    } catch (error) {
      if (storageFault(error) !== 'refused') {
        throw new StorageUnavailable(`The key ${key} could not be prepared.`, { cause: error });
      }
    }
  }
}
