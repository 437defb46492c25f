/** Waits inside an invocation (milliseconds). Only for moments: longer waits belong to the queue and the schedule. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** 0.7 to 1.3 times the given time, so that many who wait do not come back at once. */
export function jittered(milliseconds: number): number {
  return Math.round(milliseconds * (0.7 + 0.6 * Math.random()));
}
