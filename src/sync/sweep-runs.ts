import { findRunRecords } from '../store/find-run-records';
import { type RecordRef, readRecord, readRecords } from '../store/read-records';
import { readState } from '../store/read-state';
import { commit, mostOperations } from '../store/transaction';

/**
 * Removes what runs left behind that were replaced or cut off: all but the latest run's record, and what the latest has
 * seen once it is done.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function sweepRuns(): Promise<void> {
  const found = await findRunRecords();
  if (found.length === 0) return;
  const { current } = await readState();
  const latestId = current.latestRunId;
  const latest = latestId === undefined ? undefined : (await readRecord('run', latestId)).record;
  const over = found.filter(({ kind, runId }) => runId !== latestId || (kind === 'seen' && latest?.state === 'done'));
  const refs: RecordRef[] = over.slice(0, mostOperations).map(({ kind, key }) => ({ kind, key }));
  const read = await readRecords(refs);
  const removals = refs.flatMap(({ kind, key }) => {
    const { rev } = read.get(kind, key);
    return rev > 0 ? [{ kind: kind as 'run' | 'seen', key, rev, record: undefined }] : [];
  });
  await commit(removals);
}
