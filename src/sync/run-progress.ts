import type { Addition } from '../store/run-seen';
import type { SyncRun } from '../store/sync-run';
import { commit } from '../store/transaction';

/** The run was taken over, replaced or ended by someone else: this worker has to stop. */
export class RunLost extends Error {
  override name = 'RunLost';
}

/** The run as this worker holds it. Each save is conditional on nobody else having saved. */
export class RunProgress {
  constructor(
    public run: SyncRun,
    private rev: number,
  ) {}

  /**
   * Saves the run as it is now, with a heartbeat, and the accounts it has seen.
   *
   * @throws RunLost, StorageThrottled, StorageUnavailable
   */
  async save(changes: Partial<SyncRun>, seen?: Addition): Promise<void> {
    const run = { ...this.run, ...changes, heartbeatAt: new Date().toISOString() };
    const write = { kind: 'run', key: run.id, rev: this.rev, record: run } as const;
    if ((await commit([write, ...(seen?.writes ?? [])])) === 'conflict') {
      throw new RunLost('Another worker has the run.');
    }
    seen?.written();
    this.run = run;
    this.rev += 1;
  }

  get revision(): number {
    return this.rev;
  }
}
