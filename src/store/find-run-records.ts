import { seenKey } from './run-seen';
import { firstOfIndex } from './scan-index';
import type { SeenChunk, SyncRun } from './sync-run';

/** A record of the entity that runs share with what they have seen. */
export type RunRecordRef = { kind: 'run' | 'seen'; key: string; runId: string };

/** Some records of runs, whichever come first. */
export async function findRunRecords(): Promise<RunRecordRef[]> {
  const found = await firstOfIndex('run', { index: 'by-key' });
  return found.map((record: SyncRun | SeenChunk) =>
    'digests' in record
      ? { kind: 'seen', key: seenKey(record.runId, record.chunk), runId: record.runId }
      : { kind: 'run', key: record.id, runId: record.id },
  );
}
