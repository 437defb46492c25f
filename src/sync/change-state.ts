import { type KnownState, readState } from '../store/read-state';
import { singleKeys } from '../store/records';
import type { SyncRun } from '../store/sync-run';
import type { SyncState } from '../store/sync-state';
import { commit, type Write } from '../store/transaction';

/** The new state, and the run that begins with it. */
export interface StateChange {
  state: SyncState;
  run?: SyncRun;
}

const mostAttempts = 8;

/** Someone else changed the state again and again in between. */
export class StateContended extends Error {
  override name = 'StateContended';
}

/**
 * Changes the state in one conditional write, together with the run that begins. `change` decides on the state as it is
 * now; undefined leaves it as it is.
 *
 * @throws StateContended, StorageThrottled, StorageUnavailable
 */
export async function changeState(
  change: (current: SyncState) => StateChange | undefined,
): Promise<{ state: SyncState; run?: SyncRun }> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const known = await readState();
    const wanted = change(known.current);
    if (wanted === undefined) return { state: known.current };
    if ((await commit(writesOf(known, wanted))) === 'committed') return wanted;
  }
  throw new StateContended('The sync state is being changed by others.');
}

export function writesOf(known: KnownState, wanted: StateChange): Write[] {
  const writes: Write[] = [{ kind: 'state', key: singleKeys.state, rev: known.rev, record: wanted.state }];
  if (wanted.run !== undefined) writes.push({ kind: 'run', key: wanted.run.id, rev: 0, record: wanted.run });
  return writes;
}

/** The state with this run as the one that is under way. */
export function withRun(state: SyncState, run: SyncRun): StateChange {
  return { state: { ...state, activeRunId: run.id, latestRunId: run.id }, run };
}
