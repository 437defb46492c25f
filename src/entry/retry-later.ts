import { InvocationError, InvocationErrorCode } from '@forge/events';

/** Seconds; Forge waits no longer. (Forge: async-events-api, product_events.) */
const longestRetryAfter = 900;

/**
 * Has Forge deliver a message or an event again: after `first` seconds, each time over a longer span, at different moments
 * where many meet the same limit at once; not before `notBefore` (milliseconds since 1970), as far as Forge waits at all.
 */
export function retryLater(retryCount: number, first: number, notBefore = 0): InvocationError {
  const growing = first * 2 ** retryCount * (1 + 3 * Math.random());
  const seconds = Math.max(growing, (notBefore - Date.now()) / 1000);
  const retryAfter = Math.min(Math.ceil(seconds), longestRetryAfter);
  return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED });
}
