import { everyTick } from './every-tick';
import { timeLeft } from './time-left';

/** Forge wants a status from scheduled functions, and ignores it. (Forge: function-reference/scheduled-trigger.) */
const done = { statusCode: 204 };

/** The five-minute schedule: watchdog of runs and jobs, waker of paused ones, and the end of waiting. */
export async function everyFiveMinutes(): Promise<typeof done> {
  await everyTick(timeLeft());
  return done;
}
