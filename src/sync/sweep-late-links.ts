import { readState } from '../store/read-state';
import { changeState } from './change-state';
import { clearUpEpochs } from './clear-up-page';

/** Nobody who began in an earlier epoch is still at work after this long (milliseconds): an invocation has 15 minutes. */
const lateWorkersEndWithin = 16 * 60_000;

/**
 * Reduces links of earlier epochs that workers made who were still at work when sync was turned on or off, and had not
 * written yet when the run that clears up came past. Once that can happen no more, the earlier epochs are closed.
 *
 * @throws StateContended, StorageThrottled, StorageUnavailable
 */
export async function sweepLateLinks(): Promise<void> {
  const { current } = await readState();
  const { epoch, oldestEpoch, activeRunId, lastCompletedAt } = current;
  if (oldestEpoch >= epoch || activeRunId !== undefined || lastCompletedAt === undefined) return;
  if (Date.now() - Date.parse(lastCompletedAt) < lateWorkersEndWithin) return;
  await clearUpEpochs(oldestEpoch, epoch, 'sweep');
  await changeState((state) => (state.epoch === epoch ? { state: { ...state, oldestEpoch: epoch } } : undefined));
}
