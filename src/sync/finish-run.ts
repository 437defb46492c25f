import { readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import type { SyncRun } from '../store/sync-run';
import type { SyncState } from '../store/sync-state';
import { commit } from '../store/transaction';
import { withRun, writesOf } from './change-state';
import { goingOn } from './going-on';
import { newRun } from './new-run';
import { RunLost, type RunProgress } from './run-progress';
import { startHop } from './start-run';

const mostAttempts = 8;

/**
 * Ends a run, and begins a reconcile run if the settings changed meanwhile.
 *
 * @throws RunLost, StorageThrottled, StorageUnavailable
 */
export async function finishRun(progress: RunProgress): Promise<void> {
  const now = new Date().toISOString();
  const done: SyncRun = { ...goingOn(progress.run), state: 'done', finishedAt: now, heartbeatAt: now };
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const read = await readRecords([
      { kind: 'state', key: singleKeys.state },
      { kind: 'run', key: done.id },
    ]);
    const known = withDefault(read.get('state', singleKeys.state));
    const isOurs = read.get('run', done.id).rev === progress.revision && known.current.activeRunId === done.id;
    if (!isOurs) throw new RunLost('The run was replaced.');
    const state = stateAfter(known.current, done);
    const wanted =
      state.enabled && state.settingsRevision !== done.settingsRevision
        ? withRun(state, newRun('reconcile', state))
        : { state };
    const written = await commit([
      ...writesOf(known, wanted),
      { kind: 'run', key: done.id, rev: progress.revision, record: done },
    ]);
    if (written === 'conflict') continue;
    if ('run' in wanted && wanted.run !== undefined) await startHop(wanted.run);
    return;
  }
  throw new RunLost('The sync state is being changed by others.');
}

function stateAfter(state: SyncState, run: SyncRun): SyncState {
  const { activeRunId: _, hiddenEmailsRefused: __, ...rest } = state;
  const { created, linked, updated, unchanged } = run.counts;
  const after: SyncState = {
    ...rest,
    leftovers: false,
    lastCompletedAt: run.finishedAt ?? run.heartbeatAt,
    initialRunDone: state.enabled,
    syncedContacts: run.kind === 'unlink' ? 0 : created + linked + updated + unchanged,
  };
  return run.hiddenEmailsRefused === true ? { ...after, hiddenEmailsRefused: true } : after;
}
