import { randomUUID } from 'node:crypto';
import type { RunKind } from '../contract/sync';
import { noCounts, type SyncRun } from '../store/sync-run';
import type { SyncState } from '../store/sync-state';

/** A run over the whole site that has not begun. */
export function newRun(kind: RunKind, state: Pick<SyncState, 'epoch' | 'settingsRevision'>): SyncRun {
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    kind,
    state: 'queued',
    epoch: state.epoch,
    settingsRevision: state.settingsRevision,
    hop: 0,
    position: {},
    counts: noCounts,
    startedAt: now,
    heartbeatAt: now,
    setbacks: 0,
  };
}
