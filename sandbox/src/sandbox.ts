import { dirname, join } from 'node:path';
import { Chance } from './chance/chance';
import type { Clock } from './clock/clock';
import { VirtualClock } from './clock/virtual-clock';
import type { Faults } from './forge/faults/faults';
import { ForgeHost } from './forge/host';
import type { PanelStatus } from './forge/invocation/dynamic-properties';
import type { Visitor } from './forge/invocation/front-end-context';
import type { Manifest } from './forge/manifest/model';
import { parseManifest, readManifest } from './forge/manifest/read-manifest';
import { AppBundle, bundleApp } from './forge/process/bundle';
import { Storage, type StorageOptions } from './forge/storage/storage';
import { type DegradedForm, type Directory, generateDirectory, type JiraOptions, JiraSite } from './jira';
import { wellBehaved } from './jira/misbehave';
import { forgetfulJournal, type Journal } from './journal/journal';

export interface SandboxOptions {
  /** By default a virtual one. */
  clock?: Clock;
  /** Of all chance; 1 by default. */
  seed?: number;
  /** By default `manifest.yml` in the working directory. */
  manifestPath?: string;
  /** The text of a manifest, instead of a file. */
  manifest?: string;
  /** The app's code, bundled; by default `src/index.ts` beside the manifest. */
  bundle?: AppBundle | string;
  journal?: Journal;
  /** The accounts of a new Jira site; by default 50, made up from the seed. */
  directory?: Directory | (() => Directory);
  /** Forge variables. */
  variables?: Record<string, string>;
  jira?: Partial<JiraOptions>;
  storage?: Partial<StorageOptions>;
  /** How many times as long as usual every call of the app to Forge and Jira takes; 1 by default. */
  callPace?: number;
}

const defaultManifest = (): string => join(process.cwd(), 'manifest.yml');
const defaultUsers = 50;
const idleLimitMs = 8 * 24 * 3_600_000;

/**
 * A Jira site and a Forge installation with the app in it.
 *
 * @throws ManifestError, and whatever bundling the app throws.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const manifest =
    options.manifest === undefined
      ? readManifest(options.manifestPath ?? defaultManifest())
      : parseManifest(options.manifest);
  return new Sandbox(options, manifest);
}

export class Sandbox {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly jira: JiraSite;
  readonly storage: Storage;
  readonly forge: ForgeHost;
  /** Ends once everything asked of the clock so far is done. */
  private driving: Promise<unknown> = Promise.resolve();

  constructor(options: SandboxOptions, manifest: Manifest) {
    const { clock = new VirtualClock(), seed = 1, journal = forgetfulJournal, bundle } = options;
    const chance = new Chance(seed);
    this.clock = clock;
    this.chance = chance;
    const shared = { clock, chance, journal };
    this.storage = new Storage({
      ...shared,
      entities: manifest.entities,
      ...(options.storage && { options: options.storage }),
    });
    this.jira = new JiraSite({
      ...shared,
      directory: options.directory ?? (() => generateDirectory({ users: defaultUsers, seed })),
      indexed: manifest.indexedValues,
      events: (name, payload) => this.forge.events.emit(name, payload),
      ...(options.jira && { options: options.jira }),
    });
    this.forge = new ForgeHost({
      ...shared,
      manifest,
      bundle:
        typeof bundle === 'string'
          ? new AppBundle(bundle)
          : (bundle ??
            bundleApp({ entry: join(dirname(options.manifestPath ?? defaultManifest()), 'src', 'index.ts') })),
      storage: this.storage,
      jira: this.jira,
      site: this.jira,
      ...(options.variables && { variables: options.variables }),
      ...(options.callPace !== undefined && { callPace: options.callPace }),
    });
    this.connectUserFaults();
  }

  /** Ends all misbehaviour of the platform and of the Jira site. */
  quiet(): void {
    this.faults.quiet();
    Object.assign(this.jira.misbehave, wellBehaved());
    this.connectUserFaults();
  }

  get faults(): Faults {
    return this.forge.faults;
  }

  /** Requests that production would refuse or the sandbox has not built, logged errors, and errors thrown by handlers. */
  get problems(): readonly string[] {
    return this.forge.problems;
  }

  /** @throws Error that lists all problems, if there are any. */
  expectNoProblems(): void {
    if (this.problems.length > 0) throw new Error(`The app had problems:\n${this.problems.join('\n')}`);
  }

  /**
   * Calls a resolver function as a page does. A virtual clock moves on until the answer is there.
   *
   * @throws InvokeError as the page sees it.
   */
  invoke(
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    visitor: Visitor & { extension?: Record<string, unknown> },
  ): Promise<unknown> {
    const { accountId } = visitor;
    const accountType = visitor.accountType ?? this.jira.accessOf(accountId);
    return this.drive(this.forge.invoke(moduleKey, functionKey, payload, { ...visitor, accountType }));
  }

  /**
   * What the app's panel on an issue shows while it is collapsed. A virtual clock moves on until the answer is there.
   *
   * @throws RangeError when there is no such issue.
   */
  panelStatus(moduleKey: string, issueIdOrKey: string, accountId: string): Promise<PanelStatus | undefined> {
    const extension = this.jira.issueContext(issueIdOrKey);
    return this.drive(this.forge.dynamicProperties(moduleKey, { accountId }, extension));
  }

  /**
   * Waits until nothing runs, no event is on its way and the queues are empty, delayed events included; then, on a virtual
   * clock, runs each schedule once, and waits again.
   *
   * @throws Error when that takes more than eight days of virtual time.
   */
  async settle(): Promise<void> {
    await this.drive(this.forge.whenIdle());
    await this.drive(this.jira.whenIdle());
    if (!(this.clock instanceof VirtualClock)) return;
    for (const schedule of this.forge.manifest.scheduledTriggers) {
      await this.drive(this.forge.schedules.tick(schedule));
      await this.drive(this.forge.whenIdle());
    }
    await this.drive(this.jira.whenIdle());
  }

  /**
   * Lets a virtual clock move on by `durationMs`; schedules, events and queues do their work meanwhile.
   *
   * @throws Error when the clock is not a virtual one.
   */
  passTime(durationMs: number): Promise<void> {
    const { clock } = this;
    if (!(clock instanceof VirtualClock)) throw new Error('Only a virtual clock can be moved.');
    return this.inTurn(() => clock.advance(durationMs));
  }

  /** Sends the event of a first installation. */
  install(installerAccountId?: string): void {
    this.forge.install(installerAccountId);
  }

  /** Sends the event of a new major version. */
  upgrade(upgraderAccountId?: string): void {
    this.forge.upgrade(upgraderAccountId);
  }

  dispose(): void {
    this.forge.dispose();
  }

  /** Moves a virtual clock on until `promise` settles. Several may be driven at once. */
  drive<T>(promise: Promise<T>): Promise<T> {
    const { clock } = this;
    if (!(clock instanceof VirtualClock)) return promise;
    const driven = this.inTurn(() => clock.run(promise, idleLimitMs));
    return Promise.race([promise, driven]);
  }

  /** Tests may put functions of their own in place of these. */
  private connectUserFaults(): void {
    const { faults, jira } = this;
    const forms: DegradedForm[] = ['deleted', 'corrupted', 'unavailable'];
    jira.misbehave.degraded = (accountId) => faults.strikes('userDegraded', accountId) && faults.chance.pick(forms);
    jira.misbehave.missing = (accountId) => faults.strikes('userMissing', accountId);
    jira.misbehave.emailMissing = (accountId) => faults.strikes('emailMissing', accountId);
  }

  /** One at a time moves the clock: two would let time jump while there is still work to do. */
  private inTurn<T>(move: () => Promise<T>): Promise<T> {
    const moved = this.driving.then(move);
    this.driving = moved.catch(() => undefined);
    return moved;
  }
}
