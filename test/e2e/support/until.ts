import { setTimeout as wait } from 'node:timers/promises';

const longestMs = 60_000;
const betweenMs = 100;

/** Looks again and again until `look` gives something. For what no page tells by itself. */
export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + longestMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`It did not happen in ${longestMs / 1000} seconds: ${what}.`);
    await wait(betweenMs);
  }
}
