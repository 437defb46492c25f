/** What Atlassian documents for the key-value store and the custom entity store (Forge: limits-kvs-ce, entities-manifest). */
export const limits = {
  keyCharacters: 500,
  /** 240 KiB of JSON text. */
  valueBytes: 240 * 1024,
  /** Nested arrays and objects; a bare string has depth 0. */
  depth: 31,
  ttlMs: 365 * 24 * 3_600_000,
  transactionOperations: 25,
  transactionBytes: 4 * 1024 * 1024,
  batchItems: 25,
  batchBytes: 4 * 1024 * 1024,
  pageDefault: 10,
  pageMaximum: 100,
  conditions: 100,
  entities: 20,
  entityNameShortest: 3,
  entityNameLongest: 60,
  attributes: 50,
  attributeNameLongest: 30,
  indexes: 7,
  indexNameShortest: 3,
  indexNameLongest: 50,
  partitionBytes: 1700,
  rangeBytes: 900,
} as const;

/** Rates of one installation (Forge: limits-kvs-ce). */
export interface RateLimits {
  requestsPerSecond: number;
  /** A unit is 10 KB, rounded up for each request as a whole. */
  readUnitsPerMinute: number;
  writeUnitsPerMinute: number;
  /** Bytes a second of one key. */
  keyReadBytesPerSecond: number;
  keyWriteBytesPerSecond: number;
  /** Bytes a second of one partition of an index. */
  indexValueBytesPerSecond: number;
}

const MEGABYTE = 1024 * 1024;

export const documentedRates: RateLimits = {
  requestsPerSecond: 1000,
  readUnitsPerMinute: 4000,
  writeUnitsPerMinute: 4000,
  keyReadBytesPerSecond: 12 * MEGABYTE,
  keyWriteBytesPerSecond: MEGABYTE,
  indexValueBytesPerSecond: 24 * MEGABYTE,
};

export const UNIT_BYTES = 10 * 1024;
