import type { RunFailure } from '../contract/sync';
import { hopReserve, mayClaim, mostSetbacks, shortWait, waitAfterSetback } from '../domain/hop';
import { JiraFault, JiraForbidden, JiraThrottled, JiraUnavailable } from '../jira/jira-errors';
import { logFault } from '../store/log-fault';
import { accountsPerMinute, keepPace } from '../store/pace';
import { pause } from '../store/pause';
import { PointsBudget } from '../store/points-budget';
import { readRecords } from '../store/read-records';
import { readState, withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import { RunSeen } from '../store/run-seen';
import { StorageThrottled, StorageUnavailable } from '../store/storage-errors';
import type { SyncRun } from '../store/sync-run';
import { commit, mostOperations } from '../store/transaction';
import { clearUpEpochs, clearUpPage } from './clear-up-page';
import { convergeListPage, pageSizeFor } from './converge-list-page';
import { finishRun } from './finish-run';
import { goingOn } from './going-on';
import { queueWoken } from './queue-woken';
import { RunLost, RunProgress } from './run-progress';
import { startHop } from './start-run';
import { newContext } from './sync-context';

/**
 * Works on a run, page after page, until the invocation's time is nearly up, then lets its successor begin. A message
 * for a hop that is not the next one is a repeated or late one, and does nothing.
 *
 * @throws StorageThrottled, StorageUnavailable when not even the pause could be saved: the schedule finds the run
 */
export async function runHop(runId: string, hop: number, timeLeft: () => number): Promise<void> {
  try {
    const progress = await claimHop(runId, hop);
    if (progress !== undefined) await work(progress, timeLeft);
  } catch (error) {
    if (!(error instanceof RunLost)) throw error;
  }
}

/** Becomes the run's worker by a conditional write; undefined when the hop is not the run's next one. */
async function claimHop(runId: string, hop: number): Promise<RunProgress | undefined> {
  const read = await readRecords([
    { kind: 'state', key: singleKeys.state },
    { kind: 'run', key: runId },
  ]);
  const { record: run, rev } = read.get('run', runId);
  const { current } = withDefault(read.get('state', singleKeys.state));
  if (run === undefined || current.activeRunId !== runId || !mayClaim(run, hop, Date.now())) return undefined;
  const claimed: SyncRun = { ...goingOn(run), hop, state: 'running', heartbeatAt: new Date().toISOString() };
  const written = await commit([{ kind: 'run', key: runId, rev, record: claimed }]);
  return written === 'committed' ? new RunProgress(claimed, rev + 1) : undefined;
}

async function work(progress: RunProgress, timeLeft: () => number): Promise<void> {
  const seen = progress.run.kind === 'unlink' ? undefined : await RunSeen.load(progress.run.id);
  do {
    const began = Date.now();
    const seenBefore = progress.run.counts.seen;
    const step = await tryStep(progress, seen);
    if (step === 'ended') return;
    if (typeof step !== 'object') {
      await keepPace(began, progress.run.counts.seen - seenBefore, accountsPerMinute);
      continue;
    }
    const wait = Date.parse(step.until) - Date.now();
    if (wait > shortWait || wait > timeLeft() - hopReserve) return;
    await pause(Math.max(0, wait));
    const { pausedUntil: _, ...resumed } = progress.run;
    progress.run = resumed;
  } while (timeLeft() > hopReserve);
  await startHop(progress.run);
}

type Step = 'went-on' | 'ended' | { until: string };

/** One step; what keeps it from being made becomes a pause, or the end of a run that cannot go on. */
async function tryStep(progress: RunProgress, seen: RunSeen | undefined): Promise<Step> {
  try {
    return seen === undefined ? await clearUpStep(progress) : await listStep(progress, seen);
  } catch (error) {
    if (error instanceof RunLost) throw error;
    if (error instanceof JiraThrottled)
      return pauseFor(progress, (await PointsBudget.load()).retryTime(error, Date.now()));
    if (error instanceof StorageThrottled) return pauseFor(progress, inMilliseconds(60_000));
    return setBack(progress, error);
  }
}

async function listStep(progress: RunProgress, seen: RunSeen): Promise<Step> {
  const { run } = progress;
  const { current } = await readState();
  if (current.activeRunId !== run.id || current.epoch !== run.epoch) throw new RunLost('The run was replaced.');
  if (run.position.listEnded === true) {
    await clearUpEpochs(current.oldestEpoch, current.epoch, run.id);
    await finishRun(progress);
    await commit(seen.removals().slice(0, mostOperations));
    return 'ended';
  }
  const budget = await PointsBudget.load();
  const context = newContext(current, { runId: run.id });
  budget.brief(context.points);
  const size = pageSizeFor(budget.available(context.points, Date.now()));
  if (size === 0) return pauseFor(progress, budget.resumesAt(Date.now()));
  const startAt = run.position.startAt ?? 0;
  try {
    const counted = { counts: run.counts, seen };
    const page = await convergeListPage({ startAt, size }, counted, context, (counts, accountIds) =>
      progress.save({ counts, setbacks: 0 }, seen.adding(accountIds)),
    );
    const position = page === 'ended' ? { ...run.position, listEnded: true } : { startAt: startAt + size };
    const refused = run.hiddenEmailsRefused === true || context.hiddenEmailsRefused;
    await progress.save({ position, setbacks: 0, ...(refused ? { hiddenEmailsRefused: true } : {}) });
  } finally {
    await PointsBudget.record(context.points);
    await queueWoken(context);
  }
  return 'went-on';
}

async function clearUpStep(progress: RunProgress): Promise<Step> {
  const { run } = progress;
  const { current } = await readState();
  if (current.activeRunId !== run.id || current.epoch !== run.epoch) throw new RunLost('The run was replaced.');
  const page = await clearUpPage(run.position.afterAccountId, run.counts, current.epoch, run.id);
  if (page.ended) {
    await clearUpEpochs(current.oldestEpoch, current.epoch, run.id);
    await finishRun(progress);
    return 'ended';
  }
  const position = page.afterAccountId === undefined ? {} : { afterAccountId: page.afterAccountId };
  await progress.save({ position, counts: page.counts, setbacks: 0 });
  return 'went-on';
}

async function pauseFor(progress: RunProgress, until: string): Promise<Step> {
  await progress.save({ pausedUntil: until });
  return { until };
}

/** Something failed: later, and later still; after many times an admin has to look. */
async function setBack(progress: RunProgress, error: unknown): Promise<Step> {
  // What nobody foresaw counts like the rest, so that no run fails for ever.
  if (!(error instanceof StorageUnavailable || error instanceof JiraFault)) logFault('run', error);
  const setbacks = progress.run.setbacks + 1;
  if (setbacks > mostSetbacks) {
    await progress.save({ state: 'failed', setbacks, ...adviceFor(error) });
    return 'ended';
  }
  const asked = error instanceof JiraUnavailable ? error.retryAt : undefined;
  const until = asked === undefined ? inMilliseconds(waitAfterSetback(setbacks)) : new Date(asked).toISOString();
  await progress.save({ setbacks, pausedUntil: until });
  return { until };
}

function inMilliseconds(wait: number): string {
  return new Date(Date.now() + wait).toISOString();
}

function adviceFor(error: unknown): { because: RunFailure; message: string } {
  if (error instanceof JiraForbidden) {
    const message =
      'Jira does not let Kith read the list of users. Check under Apps that Kith is installed and allowed to, then try again.';
    return { because: 'jira-forbids', message };
  }
  if (error instanceof StorageUnavailable) {
    const message = 'The storage of Atlassian Forge kept failing. Try again in a while; what was done so far is kept.';
    return { because: 'storage-fails', message };
  }
  if (!(error instanceof JiraFault)) {
    const message = 'Something went wrong in Kith. Try again in a while; what was done so far is kept.';
    return { because: 'kith-fails', message };
  }
  const message =
    'Jira kept failing while Kith read the list of users. Try again in a while; what was done so far is kept.';
  return { because: 'jira-fails', message };
}
