import { pause } from '../store/pause';

/**
 * An account costs a run up to a quarter of a read unit and a quarter of a write unit. Storage has 4,000 of each a minute for
 * everybody (Forge: limits-kvs-ce); at this pace a run leaves a third of them to people and events.
 */
const accountsPerMinute = 10_000;

/** Waits until so many accounts may have been seen to since the given moment (milliseconds since 1970). */
export async function keepPace(began: number, accounts: number): Promise<void> {
  const wait = began + (accounts * 60_000) / accountsPerMinute - Date.now();
  if (wait > 0) await pause(wait);
}
