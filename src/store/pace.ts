import { pause } from './pause';

/**
 * An account costs a run up to a quarter of a read unit and a quarter of a write unit. Storage has 4,000 of each a minute for
 * everybody (Forge: limits-kvs-ce); at this pace a run leaves a third of them to people and events.
 */
export const accountsPerMinute = 10_000;

/** A job reads each record twice and writes some of them: half of what a run leaves. */
export const jobRecordsPerMinute = 5_000;

/** Waits until so many may have been seen to since the given moment (milliseconds since 1970). */
export async function keepPace(began: number, count: number, perMinute: number): Promise<void> {
  const wait = began + (count * 60_000) / perMinute - Date.now();
  if (wait > 0) await pause(wait);
}
