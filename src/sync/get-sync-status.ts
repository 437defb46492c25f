import type { SyncRun as RunView, SyncPhase, SyncStatus } from '../contract/sync';
import { countSyncedContacts } from '../store/count-synced-contacts';
import { readRecord } from '../store/read-records';
import { readState } from '../store/read-state';
import type { SyncRun } from '../store/sync-run';
import type { SyncState } from '../store/sync-state';

/** @throws StorageThrottled, StorageUnavailable */
export async function getSyncStatus(): Promise<SyncStatus> {
  const { current } = await readState();
  const runId = current.activeRunId ?? current.latestRunId;
  const run = runId === undefined ? undefined : (await readRecord('run', runId)).record;
  const status: SyncStatus = { enabled: current.enabled, phase: phaseOf(current) };
  if (run !== undefined) status.run = viewOf(run);
  if (current.lastCompletedAt !== undefined) status.lastCompletedAt = current.lastCompletedAt;
  if (current.hiddenEmailsRefused === true || run?.hiddenEmailsRefused === true) status.hiddenEmailsRefused = true;
  const synced = await syncedContacts(current);
  if (synced !== undefined) status.syncedContacts = synced;
  return status;
}

function phaseOf(state: SyncState): SyncPhase {
  if (state.enabled) return state.initialRunDone ? 'on' : 'enabling';
  return state.leftovers ? 'disabling' : 'off';
}

function viewOf(run: SyncRun): RunView {
  const view: RunView = { id: run.id, kind: run.kind, state: run.state, startedAt: run.startedAt, ...run.counts };
  if (run.finishedAt !== undefined) view.finishedAt = run.finishedAt;
  if (run.pausedUntil !== undefined && Date.parse(run.pausedUntil) > Date.now()) view.pausedUntil = run.pausedUntil;
  if (run.message !== undefined) view.message = run.message;
  if (run.because !== undefined) view.because = run.because;
  return view;
}

/**
 * Counted exactly while there are few; of many, the linked accounts that the last pass met. No counter is kept, since it
 * would cost a write with every contact. Unknown until the initial run is done: it counts accounts, not contacts.
 */
async function syncedContacts(state: SyncState): Promise<number | undefined> {
  if (!state.enabled) return 0;
  if (!state.initialRunDone) return undefined;
  if (state.activeRunId !== undefined) return state.syncedContacts;
  return (await countSyncedContacts(state.epoch)) ?? state.syncedContacts;
}
