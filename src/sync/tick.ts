import { needsPush } from '../domain/hop';
import { readRecord } from '../store/read-records';
import { readState } from '../store/read-state';
import { drainWaiting } from './drain-waiting';
import { reportPersonalData } from './report-personal-data';
import { startHop } from './start-run';
import { sweepLateLinks } from './sweep-late-links';
import { sweepRuns } from './sweep-runs';
import { walk } from './walk';

/**
 * What happens every five minutes: a run that gave no heartbeat for ten minutes goes on, a paused one whose time has come
 * wakes, the accounts that wait are seen to, the walk goes on, late links are swept up, and the report of personal data goes
 * on while one is due. Where one of these fails, the others do not wait for it.
 *
 * @throws the first error, when all of it was tried
 */
export async function tick(timeLeft: () => number): Promise<void> {
  const parts = [
    watchRun,
    () => drainWaiting(timeLeft),
    walk,
    sweepLateLinks,
    sweepRuns,
    () => reportPersonalData(timeLeft),
  ];
  const errors: unknown[] = [];
  for (const part of parts) await part().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}

async function watchRun(): Promise<void> {
  const { current } = await readState();
  if (current.activeRunId === undefined) return;
  const { record: run } = await readRecord('run', current.activeRunId);
  if (run !== undefined && needsPush(run, Date.now())) await startHop(run);
}
