import { constants, createContext, Script } from 'node:vm';

/**
 * The JavaScript world of one app process: its own globals and its own copies of the language's built-in objects. Values that
 * the sandbox hands to the app are made here, so that `instanceof` and prototypes are what app code expects.
 */
export interface Realm {
  global: Record<string, unknown>;
  /** A deep copy of a JSON value, made of this realm's objects. */
  parse(json: string): unknown;
  stringify(value: unknown): string | undefined;
  /** A promise of this realm. */
  promise(executor: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void): Promise<unknown>;
  resolved(value: unknown): Promise<unknown>;
  typeError(message: string, cause?: string): unknown;
  error(message: string): unknown;
}

const prelude = new Script(
  `((now, random) => {
    const RealDate = Date;
    const SandboxDate = function Date(...parts) {
      if (new.target === undefined) return new RealDate(now()).toString();
      return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, new.target);
    };
    Object.defineProperty(SandboxDate, 'length', { value: RealDate.length });
    SandboxDate.prototype = RealDate.prototype;
    SandboxDate.now = () => now();
    SandboxDate.parse = RealDate.parse;
    SandboxDate.UTC = RealDate.UTC;
    Object.defineProperty(RealDate.prototype, 'constructor', { value: SandboxDate, writable: true, configurable: true });
    globalThis.Date = SandboxDate;
    Math.random = random;
    globalThis.global = globalThis;
    return {
      global: globalThis,
      parse: JSON.parse,
      stringify: JSON.stringify,
      promise: (executor) => new Promise(executor),
      resolved: (value) => Promise.resolve(value),
      typeError: (message, cause) =>
        Object.assign(new TypeError(message), cause === undefined ? {} : { cause: new Error(cause) }),
      error: (message) => new Error(message),
    };
  })`,
  { filename: 'sandbox-prelude.js' },
);

export function createRealm(now: () => number, random: () => number): Realm {
  const context = createContext(constants.DONT_CONTEXTIFY);
  const build: (now: () => number, random: () => number) => Realm = prelude.runInContext(context);
  return build(now, random);
}
