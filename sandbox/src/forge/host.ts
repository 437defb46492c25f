import type { Chance } from '../chance/chance';
import type { Clock } from '../clock/clock';
import type { Journal } from '../journal/journal';
import { ActivityLog } from './activity/activity';
import { Usage, type UsageTotals } from './activity/usage';
import { environment, messages, NULL_RESULT_BECOMES_EMPTY_OBJECT } from './choices';
import { ProductEvents } from './events/product-events';
import { Faults } from './faults/faults';
import { type Installation, installationOf } from './installation';
import { dynamicPropertiesPayload, type PanelStatus, panelStatusOf } from './invocation/dynamic-properties';
import { frontEndContext, type Visitor } from './invocation/front-end-context';
import type { InvocationRequest, InvocationResult } from './invocation/invocation';
import { Invoker } from './invocation/invoker';
import { PlatformCalls } from './invocation/platform-calls';
import { invocationLimits } from './limits';
import type { Manifest, UiModule } from './manifest/model';
import { ReportAccounts } from './privacy/report-accounts';
import type { AppProcess, ProcessSurroundings } from './process/app-process';
import type { AppBundle } from './process/bundle';
import { ProcessPool } from './process/process-pool';
import type { JiraProduct, StorageProduct } from './products';
import { Broker } from './queue/broker';
import { Schedules } from './schedules/schedules';

export interface ForgeHostDeps {
  clock: Clock;
  chance: Chance;
  journal: Journal;
  manifest: Manifest;
  bundle: AppBundle;
  storage: StorageProduct;
  jira: JiraProduct;
  site: { cloudId: string; siteUrl: string };
  /** Forge variables: the app's `process.env`. */
  variables?: Readonly<Record<string, string>>;
  /** How many times as long as usual every platform call takes; 1 by default. */
  callPace?: number;
}

const lifecycleTable = 'lifecycle';

/** What a page's `invoke()` rejects with: the message is all that the bridge lets through. */
export class InvokeError extends Error {
  override readonly name = 'InvokeError';

  constructor(reason: string) {
    super(`There was an error invoking the function - ${reason}`);
  }
}

/** Everything of Forge for one app in one installation, except storage. */
export class ForgeHost {
  readonly activity: ActivityLog;
  readonly faults: Faults;
  readonly installation: Installation;
  readonly queue: Broker;
  readonly events: ProductEvents;
  readonly schedules: Schedules;
  readonly reportAccounts: ReportAccounts;
  /** What the app asked for that production refuses or the sandbox has not built, logged errors, thrown errors; oldest first. */
  readonly problems: string[] = [];
  private installed = false;
  private readonly usage: Usage;
  private readonly pool: ProcessPool;
  private readonly invoker: Invoker;
  private readonly calls: PlatformCalls;
  private readonly waitingForIdle = new Set<() => void>();

  constructor(private readonly deps: ForgeHostDeps) {
    const { clock, chance, manifest } = deps;
    const problem = (text: string): void => this.addProblem(text);
    const changed = (): void => this.checkIdle();
    this.activity = new ActivityLog(clock);
    this.faults = new Faults(chance.fork('faults'), (fault, detail) =>
      this.activity.add({ kind: 'fault', fault, ...(detail !== undefined && { detail }) }),
    );
    this.installation = installationOf(manifest, chance, deps.journal, deps.site);
    this.usage = new Usage(manifest.app.memoryMB);
    this.pool = new ProcessPool(deps.bundle, (id) => this.surroundings(id));
    const shared = {
      ...deps,
      problem,
      changed,
      activity: this.activity,
      faults: this.faults,
      installation: this.installation,
      usage: this.usage,
      pool: this.pool,
      invoke: (request: InvocationRequest) => this.invoker.invoke(request),
      isRunning: (id: string) => this.invoker.isRunning(id),
      ended: (id: string) => {
        this.queue.invocationEnded(id);
        this.checkIdle();
      },
      accountStatus: (accountId: string, updatedAt: string) => deps.jira.accountStatus(accountId, updatedAt),
    };
    this.invoker = new Invoker(shared);
    this.queue = new Broker(shared);
    this.events = new ProductEvents(shared);
    this.reportAccounts = new ReportAccounts(shared);
    this.schedules = new Schedules(shared);
    this.calls = new PlatformCalls({ ...shared, broker: this.queue, reportAccounts: this.reportAccounts });
    const staleness = this.faults.chance.fork('staleness');
    deps.storage.queryLag = () =>
      this.faults.strikes('staleQuery')
        ? staleness.integer(this.faults.ranges.stale.low, this.faults.ranges.stale.high)
        : 0;
  }

  get manifest(): Manifest {
    return this.deps.manifest;
  }

  /** What the app has used since the sandbox began. */
  get totals(): UsageTotals & { coldStarts: number } {
    return { ...this.usage.totals(), coldStarts: this.pool.coldStarts };
  }

  /** No invocation runs, no event is on its way, and the queues are empty, delayed events included. */
  get isIdle(): boolean {
    return this.invoker.running === 0 && this.queue.size === 0 && this.events.size === 0;
  }

  whenIdle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.waitingForIdle.add(resolve));
  }

  /** Runs any function of the app; what goes wrong in it is part of the result. */
  run(request: InvocationRequest): Promise<InvocationResult> {
    return this.invoker.invoke(request);
  }

  /** @throws Error when the manifest has no page or panel with this key. */
  uiModule(moduleKey: string): UiModule {
    const module = this.manifest.uiModules.find(({ key }) => key === moduleKey);
    if (module === undefined) throw new Error(`The manifest has no page or panel '${moduleKey}'.`);
    return module;
  }

  /** What the bridge's `getContext()` gives the module's page. */
  contextFor(moduleKey: string, visitor: Visitor, extension?: Record<string, unknown>): Record<string, unknown> {
    return frontEndContext(this.installation, this.uiModule(moduleKey), visitor, extension);
  }

  /**
   * What a page's `invoke(functionKey, payload)` does.
   *
   * @throws InvokeError as the page sees it.
   */
  async invoke(
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    visitor: Visitor & { extension?: Record<string, unknown> },
  ): Promise<unknown> {
    const module = this.uiModule(moduleKey);
    if (module.resolver === undefined) throw new InvokeError(`The module '${moduleKey}' has no resolver.`);
    const { extension, ...person } = visitor;
    const call = { functionKey, payload };
    if (Buffer.byteLength(JSON.stringify(call)) > invocationLimits.frontEndRequestBytes) {
      throw new InvokeError(messages.requestTooBig);
    }
    const result = await this.invoker.invoke({
      entry: 'resolver',
      functionKey: module.resolver,
      moduleKey,
      moduleType: module.type,
      payload: { call, context: frontEndContext(this.installation, module, person, extension) },
      accountId: person.accountId,
    });
    switch (result.outcome) {
      case 'returned':
        return (result.value ?? null) === null && NULL_RESULT_BECOMES_EMPTY_OBJECT ? {} : result.value;
      case 'threw':
        throw new InvokeError(result.errorMessage);
      case 'timed-out':
        throw new InvokeError(messages.timedOut);
      case 'crashed':
        throw new InvokeError(messages.crashed);
      case 'refused':
        throw new InvokeError(messages.invocationLimit);
    }
  }

  /**
   * What the app shows beside the label of its issue panel while the panel is collapsed; undefined when it has nothing to
   * show, or failed.
   */
  async dynamicProperties(
    moduleKey: string,
    visitor: Visitor,
    extension: Record<string, unknown>,
  ): Promise<PanelStatus | undefined> {
    const module = this.uiModule(moduleKey);
    if (module.dynamicProperties === undefined) return undefined;
    const result = await this.invoker.invoke({
      entry: 'resolver',
      functionKey: module.dynamicProperties,
      moduleKey,
      moduleType: module.type,
      payload: dynamicPropertiesPayload(this.installation.cloudId, module, extension),
      accountId: visitor.accountId,
    });
    if (result.outcome !== 'returned') return undefined;
    const status = panelStatusOf(result.value);
    if (status === undefined)
      this.addProblem(`The dynamic properties of '${moduleKey}' have a form that is not built.`);
    return status ?? undefined;
  }

  /** Whether the app was ever installed here, also before a restart. */
  get isInstalled(): boolean {
    return [...this.deps.journal.load(lifecycleTable)].length > 0 || this.installed;
  }

  /** Sends the lifecycle event of a first installation (Forge: Life cycle events). */
  install(installerAccountId?: string): void {
    this.installed = true;
    this.deps.journal.put(lifecycleTable, 'installed', { at: this.deps.clock.now() });
    this.events.emit('avi:forge:installed:app', {
      ...this.lifecyclePayload(),
      ...(installerAccountId !== undefined && { installerAccountId }),
    });
  }

  /** Sends the lifecycle event of a new major version. */
  upgrade(upgraderAccountId?: string): void {
    this.events.emit('avi:forge:upgraded:app', {
      ...this.lifecyclePayload(),
      ...(upgraderAccountId !== undefined && { upgraderAccountId }),
      permissions: { scopes: [...this.manifest.scopes.keys()], external: {} },
    });
  }

  /** Throws away every warm process, as a new deployment does. */
  restartProcesses(): void {
    this.pool.clear();
  }

  dispose(): void {
    this.schedules.stop();
    this.pool.clear();
  }

  private lifecyclePayload(): object {
    const { installationId, appId, environmentId } = this.installation;
    return {
      id: `ari:cloud:ecosystem::installation/${installationId}`,
      app: { id: `ari:cloud:ecosystem::app/${appId}`, version: environment.appVersion },
      environment: { id: environmentId },
    };
  }

  private surroundings(id: number): ProcessSurroundings {
    const { clock, chance, variables } = this.deps;
    return {
      clock,
      chance: chance.fork(`process ${id}`),
      variables: variables ?? {},
      undeclared: (text) => this.addProblem(text),
      logged: (process, level, text) => this.logged(process, level, text),
      platformCall: (process, call, reply) => {
        const live = this.invoker.liveOn(process);
        if (live !== undefined) this.calls.handle(live, call, reply);
        else this.addProblem(`The app called ${call.path} while it was loading.`);
      },
      uncaught: (process, error) => {
        const text = `Uncaught ${String(error)}`;
        this.addProblem(text);
        this.invoker.liveOn(process)?.crash(text);
      },
    };
  }

  private logged(process: AppProcess, level: string, text: string): void {
    this.usage.logged(text);
    const invocation = this.invoker.liveOn(process)?.id ?? '';
    this.activity.add({ kind: 'log', invocation, level, text });
    if (level === 'error') this.addProblem(`Logged error: ${text}`);
  }

  private addProblem(text: string): void {
    this.problems.push(text);
    this.activity.add({ kind: 'problem', text });
  }

  private checkIdle(): void {
    if (!this.isIdle) return;
    const waiting = [...this.waitingForIdle];
    this.waitingForIdle.clear();
    for (const resolve of waiting) resolve();
  }
}
