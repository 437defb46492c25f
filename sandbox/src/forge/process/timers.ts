import type { Clock, Timer } from '../../clock/clock';

/** The timer functions of one app process, on the sandbox's clock. */
export class ProcessTimers {
  private readonly pending = new Map<number, Timer>();
  private nextId = 1;

  constructor(
    private readonly clock: Clock,
    private readonly deliver: (callback: () => void) => void,
  ) {}

  /** The global functions, as `node:timers` has them too. */
  readonly functions = {
    setTimeout: (callback: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]): TimerHandle =>
      this.handle(this.set(() => callback(...args), Number(delayMs ?? 0))),
    setInterval: (callback: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]): TimerHandle =>
      this.handle(this.repeat(() => callback(...args), Math.max(1, Number(delayMs ?? 1)))),
    setImmediate: (callback: (...args: unknown[]) => void, ...args: unknown[]): TimerHandle =>
      this.handle(this.set(() => callback(...args), 0)),
    clearTimeout: (handle: unknown): void => this.clear(handle),
    clearInterval: (handle: unknown): void => this.clear(handle),
    clearImmediate: (handle: unknown): void => this.clear(handle),
  };

  set(callback: () => void, delayMs: number): number {
    const id = this.nextId++;
    this.arm(id, delayMs, () => {
      this.pending.delete(id);
      callback();
    });
    return id;
  }

  cancelAll(): void {
    for (const timer of this.pending.values()) timer.cancel();
    this.pending.clear();
  }

  private repeat(callback: () => void, delayMs: number): number {
    const id = this.nextId++;
    const again = (): void => {
      this.arm(id, delayMs, again);
      callback();
    };
    this.arm(id, delayMs, again);
    return id;
  }

  /** NaN and negative delays count as none, as in Node. */
  private arm(id: number, delayMs: number, callback: () => void): void {
    const delay = Number.isNaN(delayMs) ? 0 : Math.max(0, delayMs);
    this.pending.set(
      id,
      this.clock.setTimer(() => this.deliver(callback), delay),
    );
  }

  private clear(handle: unknown): void {
    const id = Number(handle);
    this.pending.get(id)?.cancel();
    this.pending.delete(id);
  }

  private handle(id: number): TimerHandle {
    return new TimerHandle(id, () => this.pending.has(id));
  }
}

/** What Node's `setTimeout` returns, as far as it can be told apart from a number. */
export class TimerHandle {
  constructor(
    private readonly id: number,
    private readonly isPending: () => boolean,
  ) {}

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return this.isPending();
  }

  [Symbol.toPrimitive](): number {
    return this.id;
  }
}
