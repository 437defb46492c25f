import type { LogLevel } from './app-process';
import { webCrypto } from './node-modules';
import type { Realm } from './realm';

/** What the globals of a process are made from. */
export interface GlobalSources {
  uuid(): string;
  fill(bytes: Uint8Array): void;
  timers: Record<string, unknown>;
  performance: { now(): number };
  variables: Readonly<Record<string, string>>;
  log(level: LogLevel, parts: unknown[]): void;
  deliver(callback: () => void): void;
  setTimer(callback: () => void, delayMs: number): unknown;
  undeclared(text: string): void;
  forgeFetch(descriptor: unknown, path: unknown, init: unknown): Promise<unknown>;
}

const logLevels: readonly LogLevel[] = ['debug', 'info', 'log', 'warn', 'error'];

/** Gives a realm what app code finds on Forge's Node runtime, tied to the sandbox's clock and chance. */
export function installGlobals(realm: Realm, sources: GlobalSources): void {
  const queueMicrotask = (callback: () => void): void =>
    void realm.resolved(undefined).then(() => sources.deliver(callback));
  const crypto = webCrypto(sources);
  Object.assign(realm.global, {
    ...sources.timers,
    queueMicrotask,
    console: consoleOf(sources),
    crypto,
    performance: sources.performance,
    process: processOf(sources, queueMicrotask),
    fetch: (input: unknown) => refuseEgress(realm, sources, input),
    __forge_fetch__: sources.forgeFetch,
    Buffer,
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    AbortController,
    AbortSignal: abortSignalOf(sources),
    Event,
    EventTarget,
    structuredClone,
    atob,
    btoa,
  });
}

function consoleOf(sources: GlobalSources): Record<string, unknown> {
  const methods = logLevels.map((level) => [level, (...parts: unknown[]) => sources.log(level, parts)]);
  return { ...Object.fromEntries(methods), trace: (...parts: unknown[]) => sources.log('debug', parts) };
}

function processOf(sources: GlobalSources, queueMicrotask: (callback: () => void) => void): Record<string, unknown> {
  return {
    env: { NODE_ENV: 'production', ...sources.variables },
    argv: [],
    platform: 'linux',
    version: process.version,
    versions: { node: process.versions.node },
    cwd: () => '/var/task',
    uptime: () => sources.performance.now() / 1000,
    hrtime: Object.assign(() => [Math.floor(sources.performance.now() / 1000), 0], {
      bigint: () => BigInt(Math.floor(sources.performance.now())) * 1_000_000n,
    }),
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) => queueMicrotask(() => callback(...args)),
    on: () => undefined,
    emitWarning: (warning: unknown) => sources.log('warn', [warning]),
  };
}

/** Forge: egress needs `permissions.external.fetch.backend`, which the sandbox does not read: an app without egress has none. */
function refuseEgress(realm: Realm, sources: GlobalSources, input: unknown): Promise<unknown> {
  const target = input instanceof Object && 'url' in input ? input.url : input;
  const text = `fetch of ${String(target)}: the manifest declares no egress`;
  sources.undeclared(text);
  return realm.promise((_resolve, reject) => reject(realm.error(text)));
}

/** `AbortSignal` whose time limits are kept by the sandbox's clock. */
function abortSignalOf(sources: GlobalSources): unknown {
  return {
    [Symbol.hasInstance]: (value: unknown) => value instanceof AbortSignal,
    abort: (reason?: unknown) => AbortSignal.abort(reason),
    any: (signals: AbortSignal[]) => AbortSignal.any(signals),
    timeout: (delayMs: number) => {
      const controller = new AbortController();
      sources.setTimer(
        () => controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')),
        delayMs,
      );
      return controller.signal;
    },
  };
}
