import { WARM_PROCESSES } from '../choices';
import { AppProcess, type ProcessSurroundings } from './app-process';
import type { AppBundle } from './bundle';

/**
 * The warm processes of one installation. It grows with demand: each process serves one invocation at a time. Only so many
 * stay warm.
 */
export class ProcessPool {
  private readonly idle: AppProcess[] = [];
  private started = 0;

  constructor(
    private readonly bundle: AppBundle,
    /** Gives each process surroundings of its own, so that what one draws does not shift another's chance. */
    private readonly surroundingsOf: (id: number) => ProcessSurroundings,
  ) {}

  /** How many processes have been started so far. */
  get coldStarts(): number {
    return this.started;
  }

  /**
   * The warm process that was used last, else a fresh one; `fresh` throws a warm one away first.
   *
   * @throws whatever the app's code throws while it loads.
   */
  acquire(fresh: boolean): AppProcess {
    const warm = this.idle.pop();
    if (warm !== undefined && !fresh) return warm;
    warm?.kill();
    const id = this.started++;
    return new AppProcess(id, this.bundle, this.surroundingsOf(id));
  }

  release(process: AppProcess): void {
    if (this.idle.length >= WARM_PROCESSES) {
      process.kill();
      return;
    }
    process.freeze();
    this.idle.push(process);
  }

  discard(process: AppProcess): void {
    process.kill();
  }

  /** Throws all warm processes away; those in use are not touched. */
  clear(): void {
    for (const process of this.idle.splice(0)) process.kill();
  }
}
