import BTree from 'sorted-btree';
import type { Clock, Timer } from './clock';

interface Due {
  at: number;
  order: number;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A clock that moves only when told to, so that an hour takes milliseconds. Timers due at the same moment fire in the
 * order in which they were set. Between two timers all promises settle, so code under test never sees time jump
 * while it still has work to do.
 */
export class VirtualClock implements Clock {
  private readonly timers = new BTree<Due, () => void>(undefined, (a, b) => a.at - b.at || a.order - b.order);
  private order = 0;

  constructor(private time: number = Date.UTC(2026, 10, 2, 9, 0, 0)) {}

  now(): number {
    return this.time;
  }

  setTimer(callback: () => void, delayMs: number): Timer {
    const due: Due = { at: this.time + Math.max(0, delayMs), order: this.order++ };
    this.timers.set(due, callback);
    return { cancel: () => void this.timers.delete(due) };
  }

  /** Moves on by `durationMs`, firing everything that falls due on the way. */
  async advance(durationMs: number): Promise<void> {
    await this.advanceTo(this.time + durationMs);
  }

  async advanceTo(moment: number): Promise<void> {
    await turn();
    for (let next = this.timers.minKey(); next !== undefined && next.at <= moment; next = this.timers.minKey()) {
      await this.fire(next);
    }
    this.time = Math.max(this.time, moment);
  }

  /**
   * Moves on, timer by timer, until `promise` settles, and gives its result.
   *
   * @throws Error when no timer is left and the promise is still pending, or when `limitMs` of virtual time is over.
   */
  async run<T>(promise: Promise<T>, limitMs: number = Number.POSITIVE_INFINITY): Promise<T> {
    let settled = false;
    const mark = (): void => {
      settled = true;
    };
    promise.then(mark, mark);
    const end = this.time + limitMs;
    await turn();
    while (!settled) {
      const next = this.timers.minKey();
      if (next === undefined) {
        throw new Error('The virtual clock has no timer left, and what it runs is still waiting.');
      }
      if (next.at > end) {
        throw new Error(`Still waiting after ${limitMs} ms of virtual time.`);
      }
      await this.fire(next);
    }
    return promise;
  }

  private async fire(due: Due): Promise<void> {
    const callback = this.timers.get(due);
    this.timers.delete(due);
    this.time = Math.max(this.time, due.at);
    callback?.();
    await turn();
  }
}
