import { chosenCodes } from './choices';
import { StorageRefusal } from './errors';
import type { RateLimits } from './limits';
import { UNIT_BYTES } from './limits';

/** Counts within windows that begin at whole multiples of their length. How Forge cuts its windows is not documented. */
class Window {
  private index = Number.NEGATIVE_INFINITY;
  private used = 0;

  constructor(
    private readonly lengthMs: number,
    private readonly limit: number,
  ) {}

  /** Takes nothing when it would be too much. */
  take(now: number, amount: number): boolean {
    const index = Math.floor(now / this.lengthMs);
    if (index !== this.index) {
      this.index = index;
      this.used = 0;
    }
    if (this.used + amount > this.limit) return false;
    this.used += amount;
    return true;
  }
}

/** Bytes within one second, for each of many names. */
class ByteCounts {
  private second = Number.NEGATIVE_INFINITY;
  private readonly used = new Map<string, number>();

  constructor(private readonly limit: number) {}

  take(now: number, name: string, bytes: number): boolean {
    if (this.limit === Number.POSITIVE_INFINITY) return true;
    const second = Math.floor(now / 1000);
    if (second !== this.second) {
      this.second = second;
      this.used.clear();
    }
    const used = (this.used.get(name) ?? 0) + bytes;
    if (used > this.limit) return false;
    this.used.set(name, used);
    return true;
  }
}

/** Units of a request that moves this many bytes: 10 KB each, rounded up, at least one (Forge: limits-kvs-ce). */
export function unitsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / UNIT_BYTES));
}

/** Refuses with 429 what one installation may not do any more in this second or minute (Forge: limits-kvs-ce). */
export class RateLimiter {
  private readonly requests: Window;
  private readonly readUnits: Window;
  private readonly writeUnits: Window;
  private readonly keyReads: ByteCounts;
  private readonly keyWrites: ByteCounts;
  private readonly indexReads: ByteCounts;

  constructor(
    private readonly now: () => number,
    rates: RateLimits,
  ) {
    this.requests = new Window(1000, rates.requestsPerSecond);
    this.readUnits = new Window(60_000, rates.readUnitsPerMinute);
    this.writeUnits = new Window(60_000, rates.writeUnitsPerMinute);
    this.keyReads = new ByteCounts(rates.keyReadBytesPerSecond);
    this.keyWrites = new ByteCounts(rates.keyWriteBytesPerSecond);
    this.indexReads = new ByteCounts(rates.indexValueBytesPerSecond);
  }

  request(): void {
    if (!this.requests.take(this.now(), 1)) throw tooMuch('requests a second');
  }

  read(units: number): void {
    if (!this.readUnits.take(this.now(), units)) throw tooMuch('reads a minute');
  }

  write(units: number): void {
    if (!this.writeUnits.take(this.now(), units)) throw tooMuch('writes a minute');
  }

  keyRead(name: string, bytes: number): void {
    if (!this.keyReads.take(this.now(), name, bytes)) throw tooHot('key');
  }

  keyWrite(name: string, bytes: number): void {
    if (!this.keyWrites.take(this.now(), name, bytes)) throw tooHot('key');
  }

  indexRead(name: string, bytes: number): void {
    if (!this.indexReads.take(this.now(), name, bytes)) throw tooHot('index value');
  }
}

function tooMuch(what: string): StorageRefusal {
  return new StorageRefusal(429, 'RATE_LIMIT_EXCEEDED', `Too many ${what} for this installation.`);
}

function tooHot(what: string): StorageRefusal {
  return new StorageRefusal(429, chosenCodes.hotKey, `Too many bytes a second for one ${what}.`);
}
