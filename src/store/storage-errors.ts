import { ForgeKvsAPIError } from '@forge/kvs';

/** Storage asked us to wait: nothing was done. */
export class StorageThrottled extends Error {
  override name = 'StorageThrottled';
}

/** Storage failed, or did not say; after a write it may have been done all the same. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
}

export type StorageFault = 'throttled' | 'refused' | 'unknown';

/**
 * What an error of `@forge/kvs` says about a request. Only the status counts: codes vary. 4xx but 429: refused, nothing
 * was done. Anything else may have been done.
 */
export function storageFault(error: unknown): StorageFault {
  if (!(error instanceof ForgeKvsAPIError)) return 'unknown';
  const { status } = error.responseDetails;
  if (status === 429) return 'throttled';
  return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unknown';
}
