import { getAppContext } from '@forge/api';

/** What an invocation is taken to have when Forge does not say how much is left (milliseconds). */
const assumed = 50_000;

/** How many milliseconds the invocation has left, as Forge says. */
export function timeLeft(): () => number {
  const began = Date.now();
  return () => {
    try {
      return getAppContext().invocationRemainingTimeInMillis();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return began + assumed - Date.now();
    }
  };
}
