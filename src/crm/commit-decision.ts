import { type Failure, failure, ok, type Result } from '../contract/result';
import { type Condition, commit, type Write } from '../store/transaction';

/** What a use case decided to write, on the records that it read, and its answer once that is written. */
export interface Planned<T> {
  writes: Write[];
  conditions?: Condition[];
  value: T;
}

export type Decided<T> = Planned<T> | { ok: false; error: Failure };

const attempts = 5;

/**
 * Decides and writes. When something changed between reading and writing, reads and decides again, five times.
 *
 * @throws StorageThrottled, StorageUnavailable, and what `decide` throws
 */
export async function commitDecision<T>(decide: () => Promise<Decided<T>>): Promise<Result<T>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const decided = await decide();
    if ('error' in decided) return decided;
    const outcome = await commit(decided.writes, decided.conditions);
    if (outcome === 'committed') return ok(decided.value);
  }
  return failure('conflict', 'Others keep changing this. Look again.');
}
