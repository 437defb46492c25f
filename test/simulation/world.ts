import { VirtualClock } from '../../sandbox/src/clock/virtual-clock';
import type { AppBundle } from '../../sandbox/src/forge/process/bundle';
import { createSandbox, type Sandbox } from '../../sandbox/src/sandbox';
import { CompanyKeeper } from './company-keeper';
import { Person } from './person';
import type { Plan } from './plan';
import { doStep } from './steps';
import { TruthBook } from './truth';
import { Watcher } from './watcher';

export type SpellKind = 'degraded' | 'missing';

/** Everything of one schedule: the sandbox, what is really so, and who watches. */
export class World {
  readonly truth: TruthBook;
  readonly watcher: Watcher;
  readonly person: Person;
  readonly keeper: CompanyKeeper;
  readonly counts = new Map<string, number>();
  readonly lines: string[] = [];
  private readonly spells: Record<SpellKind, Map<string, number>> = { degraded: new Map(), missing: new Map() };
  /** When an account was left out of an answer, or 404. */
  readonly sightings = new Map<string, number[]>();

  private constructor(
    readonly plan: Plan,
    readonly sandbox: Sandbox,
    private readonly keepsLog: boolean,
  ) {
    this.truth = new TruthBook(sandbox.jira, () => sandbox.clock.now());
    this.watcher = new Watcher(this);
    this.person = new Person(this);
    this.keeper = new CompanyKeeper(this);
  }

  static async open(plan: Plan, bundle: AppBundle, keepsLog: boolean): Promise<World> {
    const sandbox = await createSandbox({
      clock: new VirtualClock(),
      seed: plan.seed,
      bundle,
      directory: { users: structuredClone(plan.users) },
      jira: {
        issues: 0,
        usersPerEmptySlot: plan.usersPerEmptySlot,
        deletedRead: plan.deletedRead,
        usersOrder: plan.usersOrder,
        pointsPerHour: plan.pointsPerHour,
      },
      storage: { notExistsHoldsForAbsent: plan.notExistsHoldsForAbsent },
    });
    return new World(plan, sandbox, keepsLog);
  }

  async play(): Promise<void> {
    this.misbehave();
    for (const step of this.plan.steps) {
      await this.pass(step.wait);
      this.log(`step ${step.number} ${step.kind}`);
      this.count(`step: ${step.kind}`);
      await doStep(this, step);
      this.watcher.failIfBroken();
    }
    await this.pass(1_000);
  }

  /** Faults stop, and time goes on. */
  calm(): void {
    this.log('the faults stop');
    this.sandbox.quiet();
    for (const spell of Object.values(this.spells)) spell.clear();
    for (const [kind, times] of this.sandbox.faults.counts) this.counts.set(`fault: ${kind}`, times);
  }

  async pass(durationMs: number): Promise<void> {
    await this.sandbox.passTime(durationMs);
    this.watcher.failIfBroken();
  }

  /** For a while, an account shows itself degraded or not at all. */
  spell(kind: SpellKind, accountId: string, durationMs: number): void {
    this.count(`spell: ${kind}`);
    this.log(`${accountId.slice(-6)} is ${kind} for ${durationMs} ms`);
    this.spells[kind].set(accountId, this.sandbox.clock.now() + durationMs);
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  log(line: string): void {
    if (this.keepsLog) this.lines.push(`${new Date(this.sandbox.clock.now()).toISOString()} ${line}`);
  }

  get problems(): readonly string[] {
    return this.sandbox.problems;
  }

  private misbehave(): void {
    const { jira, faults } = this.sandbox;
    faults.set(this.plan.faults);
    jira.misbehave.shortPages = this.plan.shortPages;
    const { degraded, missing } = jira.misbehave;
    jira.misbehave.degraded = (accountId) =>
      (this.isSpellbound('degraded', accountId) && 'unavailable') || degraded(accountId);
    jira.misbehave.missing = (accountId) => {
      const isMissing = this.isSpellbound('missing', accountId) || missing(accountId);
      if (isMissing)
        this.sightings.set(accountId, [...(this.sightings.get(accountId) ?? []), this.sandbox.clock.now()]);
      return isMissing;
    };
  }

  private isSpellbound(kind: SpellKind, accountId: string): boolean {
    return (this.spells[kind].get(accountId) ?? 0) > this.sandbox.clock.now();
  }
}
