import { format } from 'node:util';
import type { Chance } from '../../chance/chance';
import type { Clock } from '../../clock/clock';
import type { AppBundle } from './bundle';
import { installGlobals } from './globals';
import { requireNodeModule } from './node-modules';
import { createRealm, type Realm } from './realm';
import { SandboxResponse, type SerializedAnswer } from './response';
import { ProcessTimers } from './timers';

/** A call of `__forge_fetch__`, as the app made it. */
export interface PlatformCall {
  descriptor: Record<string, unknown>;
  path: string;
  method: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string | undefined;
}

/** How a platform call ends, if it ends: an answer, or the failure of the connection. */
export type PlatformReply = { answer: SerializedAnswer } | { networkError: string };

export type LogLevel = 'debug' | 'info' | 'log' | 'warn' | 'error';

/** What a process needs of the host around it. */
export interface ProcessSurroundings {
  clock: Clock;
  chance: Chance;
  /** `process.env`. */
  variables: Readonly<Record<string, string>>;
  platformCall(process: AppProcess, call: PlatformCall, reply: (reply: PlatformReply) => void): void;
  logged(process: AppProcess, level: LogLevel, text: string): void;
  /** Something that production refuses, or that is not built here; the app gets an error, the developer a message. */
  undeclared(text: string): void;
  /** Code that no handler waits for has thrown; in production this ends the process. */
  uncaught(process: AppProcess, error: unknown): void;
}

/**
 * One evaluation of the app's code, in a JavaScript world of its own. It serves one invocation after another. Between them it
 * is frozen: answers and timers that come due are held back until the next invocation thaws it, as on Forge, where a promise
 * that nobody awaited may resume inside a later invocation. A killed process never hears of anything again.
 */
export class AppProcess {
  private readonly realm: Realm;
  private readonly timers: ProcessTimers;
  private readonly exports: Record<string, unknown>;
  private held: (() => void)[] = [];
  private state: 'running' | 'frozen' | 'dead' = 'running';

  /** @throws whatever the app's code throws while it loads. */
  constructor(
    readonly id: number,
    bundle: AppBundle,
    private readonly surroundings: ProcessSurroundings,
  ) {
    const { clock, chance } = surroundings;
    this.realm = createRealm(
      () => clock.now(),
      () => chance.next(),
    );
    this.timers = new ProcessTimers(clock, (callback) => this.deliver(callback));
    const sources = {
      uuid: () => chance.uuid(),
      fill: (bytes: Uint8Array) => {
        for (let index = 0; index < bytes.length; index++) bytes[index] = chance.integer(0, 255);
      },
      timers: this.timers.functions,
      performance: { now: () => clock.now(), timeOrigin: 0 },
    };
    installGlobals(this.realm, {
      ...sources,
      variables: surroundings.variables,
      log: (level, parts) => surroundings.logged(this, level, format(...parts)),
      deliver: (callback) => this.deliver(callback),
      setTimer: (callback, delayMs) => this.timers.set(callback, delayMs),
      undeclared: (text) => surroundings.undeclared(text),
      forgeFetch: (descriptor, path, init) => this.forgeFetch(descriptor, path, init),
    });
    const module = { exports: this.realm.parse('{}') as Record<string, unknown> };
    const evaluate: (exports: unknown, require: unknown, module: unknown) => void = bundle
      .compiled()
      .runInContext(this.realm.global);
    evaluate(module.exports, (id: string) => requireNodeModule(id, sources), module);
    this.exports = module.exports;
    this.freeze();
  }

  get alive(): boolean {
    return this.state !== 'dead';
  }

  has(exportName: string): boolean {
    return typeof this.exports[exportName] === 'function';
  }

  /** Begins an invocation: from now on the app reads `runtime` as `__forge_runtime__`, and what was held back reaches it. */
  thaw(runtime: object): void {
    this.realm.global.__forge_runtime__ = runtime;
    this.state = 'running';
    const held = this.held;
    this.held = [];
    for (const callback of held) this.deliver(callback);
  }

  /** Calls a handler with copies of JSON values. The promise never settles if the process is killed meanwhile. */
  call(exportName: string, payload: unknown, context: unknown): Promise<unknown> {
    const handler = this.exports[exportName];
    return this.realm.promise((resolve, reject) => {
      if (typeof handler !== 'function') throw this.realm.error(`${exportName} is not a function`);
      const copies = [payload, context].map((value) => this.realm.parse(JSON.stringify(value)));
      const settled = this.realm.resolved(handler(...copies));
      settled.then(
        (value) => this.whileRunning(() => resolve(value)),
        (reason: unknown) => this.whileRunning(() => reject(reason)),
      );
    });
  }

  freeze(): void {
    if (this.state === 'running') this.state = 'frozen';
  }

  kill(): void {
    this.state = 'dead';
    this.held = [];
    this.timers.cancelAll();
  }

  private whileRunning(action: () => void): void {
    if (this.state === 'running') action();
  }

  private deliver(callback: () => void): void {
    if (this.state === 'dead') return;
    if (this.state === 'frozen') {
      this.held.push(callback);
      return;
    }
    try {
      callback();
    } catch (error) {
      // Whatever the app throws here would reach no handler of its own.
      this.surroundings.uncaught(this, error);
    }
  }

  private forgeFetch(descriptor: unknown, path: unknown, init: unknown): Promise<unknown> {
    return this.realm.promise((resolve, reject) => {
      const call = readPlatformCall(descriptor, path, init);
      const signal = readSignal(init);
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      signal?.addEventListener('abort', () => reject(signal.reason));
      const settle = (reply: PlatformReply): void => {
        if ('answer' in reply) resolve(new SandboxResponse(this.realm, reply.answer));
        else reject(this.realm.typeError('fetch failed', reply.networkError));
      };
      // A call made by code that runs on after its invocation has ended waits, like that code, for the next one.
      this.deliver(() => this.surroundings.platformCall(this, call, (reply) => this.deliver(() => settle(reply))));
    });
  }
}

function readPlatformCall(descriptor: unknown, path: unknown, init: unknown): PlatformCall {
  const { method, headers, body } = (init ?? {}) as { method?: unknown; headers?: unknown; body?: unknown };
  if (body !== undefined && body !== null && typeof body !== 'string') {
    throw new TypeError('The sandbox has built request bodies as text only.');
  }
  return {
    descriptor: { ...(descriptor as Record<string, unknown>) },
    path: String(path),
    method: String(method ?? 'GET').toUpperCase(),
    headers: readHeaders(headers),
    body: typeof body === 'string' ? body : undefined,
  };
}

function readHeaders(headers: unknown): Record<string, string> {
  if (headers === undefined || headers === null) return {};
  const isList = typeof headers === 'object' && Symbol.iterator in headers;
  const entries = isList ? [...(headers as Iterable<[string, unknown]>)] : Object.entries(headers);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function readSignal(init: unknown): AbortSignal | undefined {
  return (init as { signal?: AbortSignal } | undefined)?.signal ?? undefined;
}
