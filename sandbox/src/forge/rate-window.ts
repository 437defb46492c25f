import type { Clock } from '../clock/clock';

/** Counts up to `limit` in each window of `windowMs`, windows beginning at whole multiples of their length. */
export class RateWindow {
  private window = -1;
  private used = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  hasRoom(amount = 1): boolean {
    this.turn();
    return this.used + amount <= this.limit;
  }

  take(amount = 1): void {
    this.turn();
    this.used += amount;
  }

  private turn(): void {
    const window = Math.floor(this.clock.now() / this.windowMs);
    if (window === this.window) return;
    this.window = window;
    this.used = 0;
  }
}
