import type { Job, JobKind, JobWork } from '../../store/job';
import { readRecord } from '../../store/read-records';
import { type Condition, commit, type Write } from '../../store/transaction';

/** The job was taken over, replaced or ended by someone else: this worker has to stop. */
export class JobLost extends Error {
  override name = 'JobLost';
}

/**
 * A job as its worker holds it. What a slice writes goes into the transaction that saves how far the job has come, so that
 * nothing is counted twice, and nothing is counted that was not written.
 */
export class JobProgress<K extends JobKind = JobKind> {
  constructor(
    private job: Job<K>,
    private rev: number,
  ) {}

  get id(): string {
    return this.job.id;
  }

  get hop(): number {
    return this.job.hop;
  }

  get setbacks(): number {
    return this.job.setbacks;
  }

  get work(): JobWork[K] {
    return this.job.work;
  }

  /**
   * Saves how far the job has come, with a heartbeat, together with at most 24 other writes and conditions.
   *
   * @returns `conflict` when one of those was not as it was read: nothing was written, decide again
   * @throws JobLost, StorageThrottled, StorageUnavailable
   */
  save(
    work: JobWork[K],
    writes: readonly Write[] = [],
    conditions: readonly Condition[] = [],
  ): Promise<'saved' | 'conflict'> {
    const { pausedUntil: _, ...rest } = this.job;
    return this.write({ ...rest, work, setbacks: 0 }, writes, conditions);
  }

  /** Notes that the job waits until the given moment (ISO 8601 UTC), and how often in a row it had to. */
  async pause(pausedUntil: string, setbacks: number): Promise<void> {
    await this.write({ ...this.job, pausedUntil, setbacks }, [], []);
  }

  /** Removes the job, which is over, together with at most 24 other writes. Answers and throws as `save` does. */
  async end(writes: readonly Write[] = []): Promise<'saved' | 'conflict'> {
    return this.commitWith({ kind: 'job', key: this.id, rev: this.rev, record: undefined }, writes, []);
  }

  private async write(
    job: Job<K>,
    writes: readonly Write[],
    conditions: readonly Condition[],
  ): Promise<'saved' | 'conflict'> {
    const record = { ...job, heartbeatAt: new Date().toISOString() };
    const outcome = await this.commitWith({ kind: 'job', key: job.id, rev: this.rev, record }, writes, conditions);
    if (outcome === 'conflict') return outcome;
    this.job = record;
    this.rev += 1;
    return outcome;
  }

  private async commitWith(
    own: Write,
    writes: readonly Write[],
    conditions: readonly Condition[],
  ): Promise<'saved' | 'conflict'> {
    if ((await commit([own, ...writes], conditions)) === 'committed') return 'saved';
    const { rev } = await readRecord('job', this.id);
    const othersAreToBlame = rev === this.rev && writes.length + conditions.length > 0;
    if (!othersAreToBlame) throw new JobLost('Another worker has the job.');
    return 'conflict';
  }
}
