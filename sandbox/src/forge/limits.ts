/** Documented limits of Forge invocations (Forge: limits-invocation). */
export const invocationLimits = {
  runtimeSeconds: 25,
  longRuntimeSeconds: 55,
  payloadBytes: 5 * 1024 * 1024,
  frontEndRequestBytes: 500 * 1024,
  responseBytes: 5 * 1024 * 1024,
  userInvocationsPerMinute: 1_200,
  installationInvocationsPerMinute: 7_000,
  installationInvocationsPerSecond: 300,
} as const;

/** Documented limits of async events (Forge: limits-async-events, async-events-api). */
export const queueLimits = {
  eventsPerRequest: 50,
  requestBytes: 200 * 1024,
  eventsPerMinute: 500,
  maximumDelaySeconds: 900,
  maximumRetryAfterSeconds: 900,
  retryDataBytes: 4 * 1024,
  /** Push requests of one root invocation and all its descendants. */
  cyclicPushes: 1_000,
  retentionMs: 24 * 3_600_000,
  platformRetentionMs: 72 * 3_600_000,
  longestBackoffMs: 900_000,
} as const;

/** Documented limits of product events (Forge: product_events). */
export const eventLimits = { bytes: 200 * 1024, appRetries: 4, maximumRetryAfterSeconds: 900 } as const;

/** Documented limits of the manifest (Forge: `jira:entityProperty`, `trigger`). */
export const manifestLimits = { indexedValues: 100, expressionCharacters: 10_000 } as const;

export const intervalMs = {
  fiveMinute: 300_000,
  hour: 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
} as const;
