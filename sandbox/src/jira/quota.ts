import type { Clock } from '../clock/clock';
import { NEAR_LIMIT_SHARE } from './choices';
import { HOUR_MS } from './limits';

/** The points of one clock hour. They come back in full, and unused ones are lost, when the UTC hour turns. */
export class Quota {
  private hour = 0;
  private spent = 0;

  constructor(
    private readonly clock: Clock,
    readonly perHour: number,
  ) {}

  get used(): number {
    this.turn();
    return this.spent;
  }

  get remaining(): number {
    return Math.max(0, this.perHour - this.used);
  }

  get nearLimit(): boolean {
    return this.used > this.perHour * NEAR_LIMIT_SHARE;
  }

  /** Milliseconds since 1970 UTC. */
  get resetsAt(): number {
    return (Math.floor(this.clock.now() / HOUR_MS) + 1) * HOUR_MS;
  }

  spend(points: number): void {
    this.turn();
    this.spent += points;
  }

  private turn(): void {
    const hour = Math.floor(this.clock.now() / HOUR_MS);
    if (hour === this.hour) return;
    this.hour = hour;
    this.spent = 0;
  }
}
