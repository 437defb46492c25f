import { documentedRates, type RateLimits } from './limits';

/**
 * What Atlassian does not document, or only hints at, decided once. Tests turn these to find code that leans on one answer.
 */
export interface StorageOptions {
  /** `NOT_EXISTS` holds for a key that is absent. Every other condition is false for an absent key (seen on Forge). */
  notExistsHoldsForAbsent: boolean;
  /** `NOT_EQUAL_TO` and `NOT_CONTAINS` hold for a stored value that lacks the attribute, as in DynamoDB. */
  negationHoldsForMissingAttribute: boolean;
  /** A transaction or batch takes one key string in two entities for the same key twice. */
  sameKeyInTwoEntitiesIsDuplicate: boolean;
  /** Milliseconds between expiry and physical removal, drawn from this range for each value. Documented: up to 48 hours. */
  removalDelayMs: { low: number; high: number };
  /** How far back, in milliseconds, a query can be made to look. History older than this is dropped. */
  maximumQueryLagMs: number;
  /** A full page carries a cursor even if nothing follows, as in DynamoDB. */
  fullLastPageHasCursor: boolean;
  /** The keys in a batch answer come in any order ("best effort, no order"). */
  shuffleBatchAnswers: boolean;
  rates: RateLimits;
}

export const defaultOptions: StorageOptions = {
  notExistsHoldsForAbsent: true,
  negationHoldsForMissingAttribute: true,
  sameKeyInTwoEntitiesIsDuplicate: false,
  removalDelayMs: { low: 0, high: 48 * 3_600_000 },
  maximumQueryLagMs: 60_000,
  fullLastPageHasCursor: true,
  shuffleBatchAnswers: true,
  rates: documentedRates,
};

/**
 * Codes for refusals whose code is undocumented. Their status, like that of most documented codes, is undocumented too
 * and taken to be 400.
 */
export const chosenCodes = {
  /** A body that is not what the SDK sends, or a value that is null or absent. */
  malformed: 'INVALID_REQUEST',
  /** A cursor that is damaged, or used with other parameters than those it came from. */
  cursor: 'INVALID_CURSOR',
  /** Partition values that do not fit the index. */
  partition: 'INVALID_PARTITION',
  /** Partition or range value above its byte limit, whole batch or transaction above 4 MB. */
  size: 'MAX_SIZE',
  /** An empty or blank string, or a null under `any`, as attribute value. */
  attributeValue: 'INVALID_ENTITY_VALUE',
  /** More bytes a second than one key or one index partition allows. */
  hotKey: 'REQUEST_THROTTLED',
  /** Filter or condition on an attribute of type `any`; the status 422 is documented. */
  anyAttribute: 'UNPROCESSABLE_ENTITY',
} as const;

/** Reading a key that does not exist is billed as this many bytes (Forge: forge-platform-pricing). */
export const EMPTY_READ_BYTES = 1024;
