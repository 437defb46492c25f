import type { Clock } from './clock';

/** The clock of `npm start`. Its timers never keep the process alive. */
export const realClock: Clock = {
  now: () => Date.now(),
  setTimer(callback, delayMs) {
    const handle = setTimeout(callback, delayMs);
    handle.unref();
    return { cancel: () => clearTimeout(handle) };
  },
};
