import type { Chance } from '../../chance/chance';
import { queue } from '../choices';
import type { InvocationResult } from '../invocation/invocation';
import { queueLimits } from '../limits';
import { backoff } from './backoff';
import { type QueuedMessage, retryRequestSchema } from './message';

/** What changes in an event that is to be delivered again, and after how long. */
export interface NextTry {
  waitMs: number;
  retryCount: number;
  platformRetries: number;
  expiresAt: number;
  retryReason: string;
  retryData?: unknown;
}

/**
 * What follows a delivery; undefined: the event is done. A returned `InvocationError` is honoured up to a quarter of an hour,
 * errors of the app are retried with backoff, and what the platform broke is retried for longer and not counted
 * (Forge: async-events-api).
 */
export function nextTry(
  message: QueuedMessage,
  result: InvocationResult,
  chance: Chance,
  problem: (text: string) => void,
): NextTry | undefined {
  const { retryCount, platformRetries, expiresAt, enqueuedAt } = message;
  const kept = message.retryData === undefined ? {} : { retryData: message.retryData };
  const byApp = { platformRetries, expiresAt, retryCount: retryCount + 1 };
  const afterError = (retryReason: string): NextTry => ({
    ...byApp,
    ...kept,
    retryReason,
    waitMs: backoff(chance, queue.firstBackoff, retryCount),
  });
  switch (result.outcome) {
    case 'returned': {
      const request = retryRequestSchema.safeParse(result.value);
      if (!request.success) return undefined;
      const { retryAfter, retryReason, retryData } = request.data.retryOptions ?? {};
      if (retryData !== undefined && Buffer.byteLength(JSON.stringify(retryData)) > queueLimits.retryDataBytes) {
        problem(`A retry of queue '${message.queueName}' carries more than 4 KB of retryData.`);
        return afterError('FUNCTION_PLATFORM_UNKNOWN_ERROR');
      }
      const seconds = Math.min(Math.max(retryAfter ?? 1, 0), queueLimits.maximumRetryAfterSeconds);
      return {
        ...byApp,
        waitMs: seconds * 1000,
        retryReason: retryReason ?? 'FUNCTION_RETRY_REQUEST',
        ...(retryData === undefined ? kept : { retryData }),
      };
    }
    case 'threw':
      return afterError('FUNCTION_PLATFORM_UNKNOWN_ERROR');
    case 'timed-out':
      return afterError('FUNCTION_TIME_OUT');
    case 'refused':
      return afterError('FUNCTION_PLATFORM_RATE_LIMITED');
    case 'crashed':
      return {
        ...kept,
        retryCount,
        platformRetries: platformRetries + 1,
        expiresAt: enqueuedAt + queueLimits.retentionMs + queueLimits.platformRetentionMs,
        retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
        waitMs: backoff(chance, queue.firstBackoff, platformRetries),
      };
  }
}

/** The `retryContext` of a redelivered event; the first delivery has none. */
export function retryContext(message: QueuedMessage, now: number): object | undefined {
  if (message.retryReason === undefined) return undefined;
  return {
    retryCount: message.retryCount,
    retryReason: message.retryReason,
    ...(message.retryData !== undefined && { retryData: message.retryData }),
    retentionWindow: {
      startTime: new Date(message.enqueuedAt).toISOString(),
      remainingTimeMs: Math.max(0, message.expiresAt - now),
    },
  };
}
