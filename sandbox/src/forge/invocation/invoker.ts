import type { Chance } from '../../chance/chance';
import { type Clock, sleep } from '../../clock/clock';
import type { ActivityLog } from '../activity/activity';
import type { Usage } from '../activity/usage';
import { latency, messages, TRIGGER_SECONDS } from '../choices';
import type { Faults } from '../faults/faults';
import type { Installation } from '../installation';
import { invocationLimits } from '../limits';
import type { FunctionModule, Manifest } from '../manifest/model';
import type { AppProcess } from '../process/app-process';
import type { ProcessPool } from '../process/process-pool';
import type { InvocationRequest, InvocationResult, LiveInvocation } from './invocation';
import { InvocationRates } from './invocation-rates';
import { handlerContext, runtimeObject } from './runtime-object';

export interface InvokerDeps {
  clock: Clock;
  chance: Chance;
  manifest: Manifest;
  installation: Installation;
  pool: ProcessPool;
  faults: Faults;
  activity: ActivityLog;
  usage: Usage;
  problem(text: string): void;
  /** Called when an invocation has ended. */
  ended(id: string): void;
}

type Ending =
  | { outcome: 'returned'; value: unknown }
  | { outcome: 'threw'; errorMessage: string; errorType: string; stack: string }
  | { outcome: 'timed-out' }
  | { outcome: 'crashed'; reason: string };

/** Runs functions of the app: every way in leads through here. */
export class Invoker {
  private readonly live = new Map<AppProcess, LiveInvocation>();
  private readonly rates: InvocationRates;
  private readonly ids: Chance;
  private readonly latency: Chance;
  private readonly begun = new Set<string>();

  constructor(private readonly deps: InvokerDeps) {
    this.rates = new InvocationRates(deps.clock);
    this.ids = deps.chance.fork('invocation ids');
    this.latency = deps.chance.fork('invocation latency');
  }

  /** How many invocations have begun and not ended. */
  get running(): number {
    return this.begun.size;
  }

  isRunning(id: string): boolean {
    return this.begun.has(id);
  }

  liveOn(process: AppProcess): LiveInvocation | undefined {
    return this.live.get(process);
  }

  /** Never rejects: what goes wrong in the app is part of the result. */
  async invoke(request: InvocationRequest): Promise<InvocationResult> {
    const id = this.ids.uuid();
    if (!this.rates.admit(request.entry === 'resolver' ? request.accountId : undefined)) {
      return { id, durationMs: 0, outcome: 'refused' };
    }
    this.begun.add(id);
    await sleep(this.deps.clock, this.latency.integer(latency.invocationStart.low, latency.invocationStart.high));
    const startedAt = this.deps.clock.now();
    const call = calledFunction(request);
    const summary = {
      kind: 'invocation',
      id,
      function: request.functionKey,
      module: request.moduleKey,
      ...(call !== undefined && { call }),
    } as const;
    this.deps.activity.add({ ...summary, entry: request.entry, outcome: 'started' });
    const ending = await this.run(id, request);
    const durationMs = this.deps.clock.now() - startedAt;
    this.begun.delete(id);
    this.deps.ended(id);
    this.deps.usage.invocation(durationMs);
    const error = describeEnding(ending);
    this.deps.activity.add({
      ...summary,
      entry: request.entry,
      outcome: ending.outcome,
      durationMs,
      ...(error !== undefined && { error }),
    });
    if (ending.outcome === 'threw') {
      this.deps.problem(`Function '${request.functionKey}' threw ${ending.stack || ending.errorMessage}`);
    }
    return { id, durationMs, ...ending };
  }

  private async run(id: string, request: InvocationRequest): Promise<Ending> {
    const { manifest, pool, clock, installation, faults } = this.deps;
    const definition = manifest.functions.get(request.functionKey);
    if (definition === undefined) return threw(new Error(`The manifest has no function '${request.functionKey}'.`));
    if (byteLength(request.payload) > invocationLimits.payloadBytes) return threw(new Error(messages.payloadTooBig));
    let process: AppProcess;
    try {
      process = pool.acquire(faults.strikes('coldStart'));
    } catch (error) {
      return threw(error);
    }
    if (!process.has(definition.exportName)) {
      pool.discard(process);
      return threw(new Error(`src/index.ts exports no function '${definition.exportName}'.`));
    }
    const limitMs = timeLimitMs(request, definition);
    const deadline = clock.now() + limitMs;
    const ending = await new Promise<Ending>((resolve) => {
      const timer = clock.setTimer(() => {
        pool.discard(process);
        resolve({ outcome: 'timed-out' });
      }, limitMs);
      const crash = (reason: string): void => {
        timer.cancel();
        pool.discard(process);
        resolve({ outcome: 'crashed', reason });
      };
      this.live.set(process, { id, request, rootId: request.rootId ?? id, deadline, process, crash });
      process.thaw(runtimeObject({ clock, manifest, installation, request, id, deadline }));
      process.call(definition.exportName, request.payload, handlerContext(installation, request)).then(
        (value) => {
          timer.cancel();
          pool.release(process);
          resolve(returned(value));
        },
        (error: unknown) => {
          timer.cancel();
          pool.release(process);
          resolve(threw(error));
        },
      );
    });
    this.live.delete(process);
    return ending;
  }
}

function calledFunction({ entry, payload }: InvocationRequest): string | undefined {
  if (entry !== 'resolver') return undefined;
  const { call } = (payload ?? {}) as { call?: { functionKey?: unknown } };
  return typeof call?.functionKey === 'string' ? call.functionKey : undefined;
}

/** Forge: limits-invocation. */
function timeLimitMs({ entry }: InvocationRequest, { timeoutSeconds }: FunctionModule): number {
  if (entry === 'resolver') return invocationLimits.runtimeSeconds * 1000;
  if (entry === 'trigger' || entry === 'lifecycle') return TRIGGER_SECONDS * 1000;
  return (timeoutSeconds ?? invocationLimits.longRuntimeSeconds) * 1000;
}

/** What the function gave crosses the wire as JSON; what cannot be written as JSON is the function's error. */
function returned(value: unknown): Ending {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    return threw(error);
  }
  if (text === undefined) return { outcome: 'returned', value: undefined };
  if (Buffer.byteLength(text) > invocationLimits.responseBytes) return threw(new Error(messages.responseTooBig));
  return { outcome: 'returned', value: JSON.parse(text) };
}

function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/** Errors come from the app's own JavaScript world, so `instanceof Error` does not recognise them. */
function threw(error: unknown): Ending {
  const { message, name, stack } = (typeof error === 'object' && error !== null ? error : {}) as Partial<Error>;
  const errorMessage = typeof message === 'string' ? message : String(error);
  return { outcome: 'threw', errorMessage, errorType: name ?? 'Error', stack: stack ?? '' };
}

function describeEnding(ending: Ending): string | undefined {
  if (ending.outcome === 'threw') return ending.errorMessage;
  return ending.outcome === 'crashed' ? ending.reason : undefined;
}
