/** Running totals of what one installation did with its storage. */
export interface StorageMeter {
  /** All requests, refused ones included. */
  readonly requests: number;
  /** Requests answered with 429. */
  readonly throttled: number;
  readonly requestsByPath: Readonly<Record<string, number>>;
  /** Units of 10 KB, rounded up for each request (Forge: limits-kvs-ce). */
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Bytes that are billed; an empty read counts 1 KB (Forge: forge-platform-pricing). */
  readonly bytesRead: number;
  readonly bytesWritten: number;
  /** Keys and values held now. */
  readonly storedBytes: number;
}

/** The storage's own, writable side of its meter. */
export interface Counters extends StorageMeter {
  requests: number;
  throttled: number;
  requestsByPath: Record<string, number>;
  readUnits: number;
  writeUnits: number;
  bytesRead: number;
  bytesWritten: number;
  storedBytes: number;
}

export function newCounters(): Counters {
  return {
    requests: 0,
    throttled: 0,
    requestsByPath: {},
    readUnits: 0,
    writeUnits: 0,
    bytesRead: 0,
    bytesWritten: 0,
    storedBytes: 0,
  };
}
