import type { Job, JobKind, JobWork } from '../../store/job';
import { pushJobHop } from '../../store/job-queue';
import type { Write } from '../../store/transaction';

/** A job that has not begun. */
export function newJob<K extends JobKind>(kind: K, id: string, work: JobWork[K]): Job<K> {
  const now = new Date().toISOString();
  return { id, kind, state: 'queued', work, hop: 0, startedAt: now, heartbeatAt: now, setbacks: 0 };
}

/** The write that creates a job; a conflict while there is one of this id. */
export function jobWrite(job: Job): Write {
  return { kind: 'job', key: job.id, rev: 0, record: job };
}

/**
 * Lets a job begin, or go on, at its next hop. If the queue does not accept it now, the five-minute schedule finds the job
 * without a heartbeat and does it then; so a refusal is noted, not raised.
 */
export async function startJob(job: Pick<Job, 'id' | 'hop'>): Promise<void> {
  try {
    await pushJobHop(job.id, job.hop + 1);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown error';
    console.warn(`The queue did not take the next step of a job: ${name}.`);
  }
}
