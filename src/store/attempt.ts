import { jittered, pause } from './pause';
import { StorageThrottled, StorageUnavailable, storageFault } from './storage-errors';

/** First waits between attempts (milliseconds); each further one doubles. */
const firstWait = { throttled: 250, unknown: 100 };
export const attempts = 4;

export function waitBeforeAttempt(fault: 'throttled' | 'unknown', attempt: number): Promise<void> {
  return pause(jittered(firstWait[fault] * 2 ** attempt));
}

/**
 * Reads from storage, up to four times.
 *
 * @throws StorageThrottled, StorageUnavailable when the last attempt failed too
 * @throws the storage's own error when it refuses the request, which is a mistake of ours
 */
export async function attemptRead<T>(read: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      const fault = storageFault(error);
      if (fault === 'refused') throw error;
      if (attempt + 1 >= attempts) {
        throw fault === 'throttled'
          ? new StorageThrottled('Storage is asked too much at the moment.', { cause: error })
          : new StorageUnavailable('Storage could not be read.', { cause: error });
      }
      await waitBeforeAttempt(fault, attempt);
    }
  }
}
