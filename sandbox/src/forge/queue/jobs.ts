import type { Clock } from '../../clock/clock';
import type { Journal } from '../../journal/journal';
import { queue } from '../choices';
import type { Job } from './message';

const table = 'queue-jobs';

/**
 * The counts behind `getStats()`. What `failed` counts is undocumented: here it is events given up at the end of their
 * retention, while those being retried are in progress.
 */
export class Jobs {
  private readonly jobs = new Map<string, Job>();

  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {
    for (const { key, value } of journal.load(table)) this.jobs.set(key, value as Job);
  }

  find(queueName: string, jobId: string): Job | undefined {
    const key = keyOf({ queueName, jobId });
    const job = this.jobs.get(key);
    if (job?.settledAt === undefined || job.settledAt + queue.statsLifetime > this.clock.now()) return job;
    this.jobs.delete(key);
    this.journal.remove(table, key);
    return undefined;
  }

  begin(queueName: string, jobId: string, events: number): void {
    const job = this.find(queueName, jobId) ?? { queueName, jobId, success: 0, inProgress: 0, failed: 0 };
    const { settledAt: _, ...rest } = job;
    this.keep({ ...rest, inProgress: job.inProgress + events });
  }

  /** One of its events is done with: consumed, given up, or taken back (which counts nowhere). */
  settle(queueName: string, jobId: string, as: 'success' | 'failed' | 'cancelled'): void {
    const job = this.find(queueName, jobId);
    if (job === undefined) return;
    const inProgress = job.inProgress - 1;
    this.keep({
      ...job,
      inProgress,
      success: job.success + (as === 'success' ? 1 : 0),
      failed: job.failed + (as === 'failed' ? 1 : 0),
      ...(inProgress === 0 && { settledAt: this.clock.now() }),
    });
  }

  private keep(job: Job): void {
    this.jobs.set(keyOf(job), job);
    this.journal.put(table, keyOf(job), job);
  }
}

const keyOf = ({ queueName, jobId }: { queueName: string; jobId: string }): string => `${queueName}/${jobId}`;
