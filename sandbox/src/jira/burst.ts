import type { Clock } from '../clock/clock';
import { BURST_SECONDS_HELD } from './choices';
import { BURST_BY_ENDPOINT, BURST_PER_SECOND } from './limits';

interface Bucket {
  tokens: number;
  at: number;
}

type Method = keyof typeof BURST_PER_SECOND;

const isMethod = (method: string): method is Method => method in BURST_PER_SECOND;

/** Calls per second that an endpoint takes. `endpoint` is a method and a path template. */
export function burstRate(endpoint: string): number {
  const method = endpoint.split(' ')[0] ?? '';
  return BURST_BY_ENDPOINT[endpoint] ?? (isMethod(method) ? BURST_PER_SECOND[method] : BURST_PER_SECOND.GET);
}

/** One token bucket per endpoint. */
export class Bursts {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly clock: Clock) {}

  /** Takes a token. Gives 0, or the milliseconds until there will be one. */
  take(endpoint: string): number {
    const rate = burstRate(endpoint);
    const now = this.clock.now();
    const capacity = rate * BURST_SECONDS_HELD;
    const last = this.buckets.get(endpoint) ?? { tokens: capacity, at: now };
    const tokens = Math.min(capacity, last.tokens + ((now - last.at) * rate) / 1000);
    const granted = tokens >= 1;
    this.buckets.set(endpoint, { tokens: granted ? tokens - 1 : tokens, at: now });
    return granted ? 0 : Math.ceil(((1 - tokens) * 1000) / rate);
  }
}
