/**
 * Long work as a chain of queue events, each of which is a hop: hop *h* stays current until its successor claims *h + 1* by a
 * conditional write as its first act. So a message that comes twice, or late, does nothing.
 */
export interface HopChain {
  state: 'queued' | 'running' | 'done' | 'failed';
  /** The hop that is current; 0 before the first. */
  hop: number;
  /** ISO 8601 UTC. */
  heartbeatAt: string;
  pausedUntil?: string;
  /** Consecutive pauses without progress, to wait longer each time. */
  setbacks: number;
}

/** Work without a heartbeat for this long is taken for dead (milliseconds). */
export const deadAfter = 10 * 60_000;

/** A hop takes no further slice when less than this is left of its invocation (milliseconds). */
export const hopReserve = 25_000;

/** Waits up to this long are spent inside the hop (milliseconds); longer ones end it, and the schedule wakes the work. */
export const shortWait = 45_000;

/** After so many setbacks in a row, about an hour, the work has failed. */
export const mostSetbacks = 8;

/** Pauses after failures that say nothing about time: doubled each time (milliseconds). */
const firstSetback = 30_000;
const longestSetback = 15 * 60_000;

/** How long to wait after the given number of setbacks in a row (milliseconds). */
export function waitAfterSetback(setbacks: number): number {
  return Math.min(firstSetback * 2 ** (setbacks - 1), longestSetback);
}

/** Whether a message for this hop may claim it now (milliseconds since 1970). */
export function mayClaim(chain: HopChain, hop: number, now: number): boolean {
  if (chain.hop + 1 !== hop || chain.state === 'done' || chain.state === 'failed') return false;
  return chain.pausedUntil === undefined || Date.parse(chain.pausedUntil) <= now;
}

/** Whether somebody has to look after the work. A paused one waits for its time. */
export function isStalled(chain: HopChain, now: number): boolean {
  if (chain.state === 'failed') return true;
  if (chain.state === 'done') return false;
  if (chain.pausedUntil !== undefined) return Date.parse(chain.pausedUntil) + deadAfter <= now;
  return now - Date.parse(chain.heartbeatAt) >= deadAfter;
}

/** Whether the next hop is to be pushed: the pause is over, or there was no heartbeat for long. */
export function needsPush(chain: HopChain, now: number): boolean {
  if (chain.state === 'done' || chain.state === 'failed') return false;
  const isDue = chain.pausedUntil !== undefined && Date.parse(chain.pausedUntil) <= now;
  return isDue || isStalled(chain, now);
}
