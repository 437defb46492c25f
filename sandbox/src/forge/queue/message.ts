import * as z from 'zod';

/** An event in a queue, as it is kept. Times are the clock's milliseconds. */
export interface QueuedMessage {
  eventId: string;
  queueName: string;
  jobId: string;
  body: Record<string, unknown>;
  delayInSeconds?: number;
  concurrency?: { key: string; limit: number };
  /** The invocation at the start of the chain of pushes that led to this event. */
  rootId: string;
  enqueuedAt: number;
  /** Until when it is tried. */
  expiresAt: number;
  dueAt: number;
  /** Deliveries that failed in a way that the app caused or asked for. */
  retryCount: number;
  /** Deliveries that the platform broke. */
  platformRetries: number;
  /** How often its concurrency key has held it back since it was last tried. */
  heldBack: number;
  retryReason?: string;
  retryData?: unknown;
  /** Whether a delivery has begun. */
  started: boolean;
}

export interface Job {
  queueName: string;
  jobId: string;
  success: number;
  inProgress: number;
  failed: number;
  /** When its last event was settled; the stats are forgotten some time after. */
  settledAt?: number;
}

/** What `@forge/events` sends to publish. */
export const publishSchema = z.object({
  queueName: z.string().regex(/^[a-zA-Z0-9-_]+$/),
  jobId: z.string().min(1),
  type: z.literal('avi:forge:app:event'),
  schema: z.literal('ari:cloud:ecosystem::forge/app-event-2'),
  payload: z
    .array(
      z.object({
        body: z.record(z.string(), z.unknown()),
        delayInSeconds: z.number().optional(),
        concurrency: z.object({ key: z.string().min(1), limit: z.number().int().min(1) }).optional(),
      }),
    )
    .min(1),
  time: z.string(),
});

/** What `@forge/events` sends to ask for a job's stats or to cancel it. */
export const jobSchema = z.object({ queueName: z.string(), jobId: z.string().min(1), time: z.string() });

/** What a consumer returns to be called again: `InvocationError` of `@forge/events`, as it arrives. */
export const retryRequestSchema = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .optional(),
});
export type RetryRequest = z.infer<typeof retryRequestSchema>;
