import { VirtualClock } from '../../sandbox/src/clock/virtual-clock';
import { generateDirectory, ROSTER, type User } from '../../sandbox/src/jira';
import { createSandbox, type Sandbox } from '../../sandbox/src/sandbox';
import type { SeedRow, System } from './system';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const seed = 20_261_102;
const longestRun = 10 * day;
const longestStep = 30 * second;
const operationsPerTransaction = 24;

/** One system on a Jira site with so many accounts, all quotas enforced, on a virtual clock. */
export class BenchSite {
  private constructor(
    readonly system: System,
    readonly sandbox: Sandbox,
    /** The accounts as they were at first; oldest first. */
    readonly directory: readonly User[],
  ) {}

  static async open(system: System, accounts: number): Promise<BenchSite> {
    const directory = generateDirectory({ users: accounts, seed });
    const sandbox = await createSandbox({ clock: new VirtualClock(), seed, bundle: system.bundle(), directory });
    return new BenchSite(system, sandbox, directory.users);
  }

  get now(): number {
    return this.sandbox.clock.now();
  }

  /** @throws Error when the app refuses */
  async admin(name: string, payload: object): Promise<void> {
    const answer = await this.sandbox.invoke('kith-admin', name, payload, { accountId: ROSTER.admin });
    const { ok } = answer as { ok?: unknown };
    if (ok !== true) throw new Error(`${name} was answered with ${JSON.stringify(answer)}`);
  }

  /** Lets time pass until the run is over that was asked for at the moment `since`. */
  async untilRunEnds(since: number): Promise<void> {
    await this.until(() => (this.system.finishedRun(this)?.finishedAt ?? 0) >= since);
  }

  /** Lets time pass until nothing is on its way and no account waits. */
  async untilQuiet(): Promise<void> {
    await this.until(() => this.sandbox.forge.isIdle && !this.system.hasWaiting(this));
  }

  /** Lets time pass, a second at a time at first, then in longer steps. */
  async until(isDone: () => boolean): Promise<void> {
    const began = this.now;
    while (!isDone()) {
      const passed = this.now - began;
      if (passed > longestRun) throw new Error('Still not done after ten days.');
      await this.sandbox.passTime(Math.min(longestStep, Math.max(second, passed / 100)));
    }
  }

  /** Lets time pass up to the next full hour, at which Jira's quotas are renewed. */
  async toFullHour(): Promise<void> {
    await this.sandbox.passTime(hour - (this.now % hour));
  }

  /** Changes accounts without Jira telling the app of it. */
  async changeSilently(change: () => void): Promise<void> {
    const { faults } = this.sandbox;
    faults.set({ eventLost: 1 });
    change();
    await this.sandbox.passTime(second);
    faults.set({ eventLost: 0 });
  }

  /** Writes rows as they are, at the pace that storage allows. */
  async plant(rows: readonly (readonly SeedRow[])[]): Promise<void> {
    let transaction: SeedRow[] = [];
    for (const together of rows) {
      if (transaction.length + together.length > operationsPerTransaction) {
        await this.write(transaction);
        transaction = [];
      }
      transaction.push(...together);
    }
    if (transaction.length > 0) await this.write(transaction);
  }

  /** What storage holds of an entity, or of the plain keys. */
  row<T>(entityName: string | undefined, key: string): T | undefined {
    for (const row of this.sandbox.storage.rows(entityName)) if (row.key === key) return row.value as T;
    return undefined;
  }

  private async write(set: readonly SeedRow[]): Promise<void> {
    for (;;) {
      const { status, body } = this.sandbox.storage.handle('/api/v1/transaction', JSON.stringify({ set }));
      if (status < 300) return;
      if (status !== 429) throw new Error(`Storage refused what was to be there beforehand: ${status} ${body}`);
      await this.sandbox.passTime(minute);
    }
  }
}
