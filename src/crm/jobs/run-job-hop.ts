import { hopReserve, mayClaim, mostSetbacks, shortWait, waitAfterSetback } from '../../domain/hop';
import { JiraFault, JiraForbidden, JiraThrottled } from '../../jira/jira-errors';
import type { Job, JobKind } from '../../store/job';
import { logFault } from '../../store/log-fault';
import { jobRecordsPerMinute, keepPace } from '../../store/pace';
import { pause } from '../../store/pause';
import { readRecord } from '../../store/read-records';
import { StorageThrottled, StorageUnavailable } from '../../store/storage-errors';
import { commit } from '../../store/transaction';
import { jobKinds, type SliceOutcome } from './job-kinds';
import { JobLost, JobProgress } from './job-progress';
import { startJob } from './start-job';

/** How long a job waits when storage is asked too much (milliseconds). */
const throttledWait = 60_000;

/**
 * Works on a job, slice after slice, until the invocation's time is nearly up, then lets its successor begin. A message
 * for a hop that is not the next one is a repeated or late one, and does nothing.
 *
 * @throws StorageThrottled, StorageUnavailable when not even the pause could be saved: the schedule finds the job
 */
export async function runJobHop(jobId: string, hop: number, timeLeft: () => number): Promise<void> {
  try {
    const claimed = await claimHop(jobId, hop);
    if (claimed !== undefined) await workOn(claimed.kind, claimed.progress, timeLeft);
  } catch (error) {
    if (!(error instanceof JobLost)) throw error;
  }
}

/** Becomes the job's worker by a conditional write; undefined when the hop is not the job's next one. */
async function claimHop(jobId: string, hop: number): Promise<{ kind: JobKind; progress: JobProgress } | undefined> {
  const { record: job, rev } = await readRecord('job', jobId);
  if (job === undefined || !mayClaim(job, hop, Date.now())) return undefined;
  if (!Object.hasOwn(jobKinds, job.kind)) return undefined;
  const { pausedUntil: _, ...rest } = job;
  const claimed: Job = { ...rest, hop, state: 'running', heartbeatAt: new Date().toISOString() };
  const written = await commit([{ kind: 'job', key: jobId, rev, record: claimed }]);
  return written === 'committed' ? { kind: job.kind, progress: new JobProgress(claimed, rev + 1) } : undefined;
}

async function workOn<K extends JobKind>(kind: K, progress: JobProgress<K>, timeLeft: () => number): Promise<void> {
  do {
    const began = Date.now();
    const step = await trySlice(kind, progress);
    if (step === 'ended') return;
    if ('records' in step) {
      await keepPace(began, step.records, jobRecordsPerMinute);
      continue;
    }
    const wait = step.until - Date.now();
    if (wait > shortWait || wait > timeLeft() - hopReserve) return;
    await pause(Math.max(0, wait));
  } while (timeLeft() > hopReserve);
  await startJob(progress);
}

/** One slice; what keeps it from being made becomes a pause, or the end of a job that cannot go on. */
async function trySlice<K extends JobKind>(
  kind: K,
  progress: JobProgress<K>,
): Promise<SliceOutcome | { until: number }> {
  try {
    return await jobKinds[kind].slice(progress);
  } catch (error) {
    if (error instanceof JobLost) throw error;
    if (error instanceof JiraThrottled) return pauseUntil(progress, error.retryAt, progress.setbacks);
    if (error instanceof StorageThrottled) return pauseUntil(progress, Date.now() + throttledWait, progress.setbacks);
    const advice = adviceFor(error);
    const setbacks = progress.setbacks + 1;
    if (setbacks <= mostSetbacks) return pauseUntil(progress, Date.now() + waitAfterSetback(setbacks), setbacks);
    await jobKinds[kind].giveUp(progress, advice);
    return 'ended';
  }
}

async function pauseUntil<K extends JobKind>(progress: JobProgress<K>, until: number, setbacks: number) {
  await progress.pause(new Date(until).toISOString(), setbacks);
  return { until };
}

/** What to do about a failure. One that nobody foresaw is logged, and counts like the others, so that no job fails for ever. */
function adviceFor(error: unknown): string {
  if (error instanceof StorageUnavailable) {
    return 'The storage of Atlassian Forge kept failing. Try again in a while; what was done so far is kept.';
  }
  if (error instanceof JiraForbidden) {
    return 'Jira does not let Kith read what it needs. Check under Apps that Kith is installed and allowed to, then try again.';
  }
  if (error instanceof JiraFault) {
    return 'Jira kept failing. Try again in a while; what was done so far is kept.';
  }
  logFault('job', error);
  return 'Something went wrong in Kith. Try again in a while; what was done so far is kept.';
}
