import type { Chance } from '../../chance/chance';
import type { Clock } from '../../clock/clock';
import type { ProductAnswer } from '../../http';
import type { Journal } from '../../journal/journal';
import type { ActivityLog } from '../activity/activity';
import { latency, queue } from '../choices';
import type { Faults } from '../faults/faults';
import type { InvocationRequest, InvocationResult } from '../invocation/invocation';
import { invocationLimits, queueLimits } from '../limits';
import type { Manifest } from '../manifest/model';
import { RateWindow } from '../rate-window';
import { backoff } from './backoff';
import { ConcurrencyKeys } from './concurrency-keys';
import { Jobs } from './jobs';
import { jobSchema, publishSchema, type QueuedMessage } from './message';
import { PushCounts } from './push-counts';
import { nextTry, retryContext } from './retry';

export interface BrokerDeps {
  clock: Clock;
  chance: Chance;
  journal: Journal;
  manifest: Manifest;
  faults: Faults;
  activity: ActivityLog;
  invoke(request: InvocationRequest): Promise<InvocationResult>;
  problem(text: string): void;
  /** Whether this invocation has begun and not ended. */
  isRunning(invocationId: string): boolean;
  /** Called when an event has left its queue for good. */
  changed(): void;
}

const table = 'queue-events';

/** The async event queues of one installation (Forge: async-events-api, limits-async-events). */
export class Broker {
  private readonly messages = new Map<string, QueuedMessage>();
  private readonly jobs: Jobs;
  private readonly pushes: PushCounts;
  private readonly keys = new ConcurrencyKeys();
  private readonly events: RateWindow;
  private readonly chance: Chance;
  private extraDeliveries = 0;

  /** Events that were in a queue when the sandbox stopped are delivered again. */
  constructor(private readonly deps: BrokerDeps) {
    this.chance = deps.chance.fork('queue');
    this.jobs = new Jobs(deps.clock, deps.journal);
    this.pushes = new PushCounts(deps.journal);
    this.events = new RateWindow(deps.clock, queueLimits.eventsPerMinute, 60_000);
    for (const { value } of deps.journal.load(table)) {
      const message = value as QueuedMessage;
      this.messages.set(message.eventId, message);
      this.schedule(message, Math.max(0, message.dueAt - deps.clock.now()));
    }
  }

  /** Events that are not done with: waiting, delayed, being consumed or to be retried. */
  get size(): number {
    return this.messages.size + this.extraDeliveries;
  }

  list(): readonly QueuedMessage[] {
    return [...this.messages.values()];
  }

  publish(bodyText: string | undefined, rootId: string): ProductAnswer {
    const size = Buffer.byteLength(bodyText ?? '');
    const request = publishSchema.safeParse(parseJson(bodyText));
    if (!request.success)
      return malformed(request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
    const { queueName, jobId, payload } = request.data;
    const consumer = this.deps.manifest.consumers.get(queueName);
    if (consumer === undefined) {
      const text = `An event was pushed to the queue '${queueName}', which has no consumer in the manifest.`;
      this.deps.problem(text);
      return malformed([text]);
    }
    if (payload.length > queueLimits.eventsPerRequest) return malformed(['at most 50 events']);
    if (!payload.every(({ delayInSeconds = 0 }) => delayInSeconds >= 0 && delayInSeconds <= 900)) {
      return malformed(['delayInSeconds lies between 0 and 900']);
    }
    if (size > 2 * queueLimits.requestBytes || bytesOf(payload) > queueLimits.requestBytes) {
      return { status: 413, body: { errorMessage: 'The maximum payload size is 200 KB' } };
    }
    const isLong =
      (this.deps.manifest.functions.get(consumer.function)?.timeoutSeconds ?? 0) > invocationLimits.longRuntimeSeconds;
    if (isLong && payload.some((event) => bytesOf(event) > queue.longConsumerEventBytes)) {
      return { status: 413, body: { errorMessage: 'The maximum size of one event is 100 KB' } };
    }
    if (!this.events.hasRoom(payload.length)) return { status: 429, body: { message: 'Too many events' } };
    if (!this.pushes.mayPush(rootId)) return { status: 405, body: { message: 'Cyclic invocation limit reached' } };
    this.events.take(payload.length);
    this.pushes.pushed(rootId, payload.length);
    this.jobs.begin(queueName, jobId, payload.length);
    for (const event of payload) this.accept(event, { queueName, jobId, rootId });
    return { status: 201 };
  }

  stats(bodyText: string | undefined): ProductAnswer {
    const request = jobSchema.safeParse(parseJson(bodyText));
    if (!request.success) return malformed(['queueName and jobId are needed']);
    const job = this.jobs.find(request.data.queueName, request.data.jobId);
    if (job === undefined) return { status: 404, body: { message: 'No such job' } };
    const { success, inProgress, failed } = job;
    return { status: 200, body: { success, inProgress, failed } };
  }

  /** Takes back the events of a job whose delivery has not begun. */
  cancel(bodyText: string | undefined): ProductAnswer {
    const request = jobSchema.safeParse(parseJson(bodyText));
    if (!request.success) return malformed(['queueName and jobId are needed']);
    const { queueName, jobId } = request.data;
    if (this.jobs.find(queueName, jobId) === undefined) return { status: 404, body: { message: 'No such job' } };
    for (const message of this.list()) {
      if (message.queueName !== queueName || message.jobId !== jobId || message.started) continue;
      this.settle(message, 'cancelled');
      this.note('cancelled', message);
    }
    return { status: 204 };
  }

  /** An invocation has ended; if it was a root, its pushes may be forgotten. */
  invocationEnded(invocationId: string): void {
    this.pushes.forgetIfOver(invocationId);
  }

  private accept(
    event: {
      body: Record<string, unknown>;
      delayInSeconds?: number | undefined;
      concurrency?: { key: string; limit: number } | undefined;
    },
    origin: { queueName: string; jobId: string; rootId: string },
  ): void {
    const now = this.deps.clock.now();
    const wait = (event.delayInSeconds ?? 0) * 1000 + this.latency();
    const message: QueuedMessage = {
      ...origin,
      eventId: this.chance.uuid(),
      body: event.body,
      ...(event.delayInSeconds !== undefined && { delayInSeconds: event.delayInSeconds }),
      ...(event.concurrency !== undefined && { concurrency: event.concurrency }),
      enqueuedAt: now,
      expiresAt: now + queueLimits.retentionMs,
      dueAt: now + wait,
      retryCount: 0,
      platformRetries: 0,
      heldBack: 0,
      started: false,
    };
    this.keep(message);
    this.note('published', message);
    this.schedule(message, wait);
    if (this.deps.faults.strikes('queueRepeated', message.queueName)) this.repeat(message, wait);
  }

  private latency(): number {
    const { faults } = this.deps;
    const usual = this.chance.integer(latency.queueDelivery.low, latency.queueDelivery.high);
    return faults.strikes('queueLate') ? usual + faults.within(faults.ranges.queueLate) : usual;
  }

  private schedule(message: QueuedMessage, delayMs: number): void {
    this.deps.clock.setTimer(() => void this.deliver(message.eventId), delayMs);
  }

  /** At least once: the same event is consumed a second time, whatever becomes of the first. */
  private repeat(message: QueuedMessage, wait: number): void {
    this.extraDeliveries++;
    const deliver = async (heldBack: number): Promise<void> => {
      if (!this.keys.enter(message.concurrency)) {
        const later = backoff(this.chance, queue.firstThrottle, heldBack);
        this.deps.clock.setTimer(() => void deliver(heldBack + 1), later);
        return;
      }
      this.note('delivered', message, 'again');
      await this.consume(message);
      this.keys.leave(message.concurrency);
      this.extraDeliveries--;
      this.deps.changed();
    };
    this.deps.clock.setTimer(() => void deliver(0), wait + this.deps.faults.within({ low: 0, high: 30_000 }));
  }

  private async deliver(eventId: string): Promise<void> {
    const message = this.messages.get(eventId);
    if (message === undefined) return;
    const now = this.deps.clock.now();
    if (now >= message.expiresAt) {
      this.drop(message);
      return;
    }
    if (!this.keys.enter(message.concurrency)) {
      const wait = backoff(this.chance, queue.firstThrottle, message.heldBack);
      const waiting = { ...message, heldBack: message.heldBack + 1, dueAt: now + wait };
      this.keep(waiting);
      this.note('held-back', message, message.concurrency?.key);
      this.schedule(waiting, wait);
      return;
    }
    const started = { ...message, started: true, heldBack: 0 };
    this.keep(started);
    this.note('delivered', message);
    const result = await this.consume(started);
    this.keys.leave(message.concurrency);
    this.conclude(started, result);
  }

  private consume(message: QueuedMessage): Promise<InvocationResult> {
    const { queueName, jobId, eventId, body, delayInSeconds, concurrency, rootId } = message;
    const consumer = this.deps.manifest.consumers.get(queueName);
    const context = retryContext(message, this.deps.clock.now());
    return this.deps.invoke({
      entry: 'consumer',
      functionKey: consumer?.function ?? '',
      moduleKey: consumer?.key ?? '',
      moduleType: 'consumer',
      payload: {
        body,
        queueName,
        jobId,
        eventId,
        ...(delayInSeconds !== undefined && { delayInSeconds }),
        ...(concurrency !== undefined && { concurrency }),
        ...(context !== undefined && { retryContext: context }),
      },
      rootId,
    });
  }

  private conclude(message: QueuedMessage, result: InvocationResult): void {
    const now = this.deps.clock.now();
    const again = nextTry(message, result, this.chance, this.deps.problem);
    if (again === undefined) {
      this.settle(message, 'success');
      this.note('consumed', message);
      return;
    }
    const { waitMs, ...changes } = again;
    const retried: QueuedMessage = { ...message, ...changes, dueAt: now + waitMs };
    if (retried.dueAt >= retried.expiresAt) {
      this.drop(retried);
      return;
    }
    this.keep(retried);
    this.note('retry', retried, retried.retryReason);
    this.schedule(retried, waitMs);
  }

  private drop(message: QueuedMessage): void {
    this.settle(message, 'failed');
    this.note('dropped', message, message.retryReason);
  }

  private settle(message: QueuedMessage, as: 'success' | 'failed' | 'cancelled'): void {
    this.messages.delete(message.eventId);
    this.deps.journal.remove(table, message.eventId);
    this.jobs.settle(message.queueName, message.jobId, as);
    this.pushes.eventGone(message.rootId);
    if (!this.deps.isRunning(message.rootId)) this.pushes.forgetIfOver(message.rootId);
    this.deps.changed();
  }

  private keep(message: QueuedMessage): void {
    this.messages.set(message.eventId, message);
    this.deps.journal.put(table, message.eventId, message);
  }

  private note(
    step: 'published' | 'delivered' | 'consumed' | 'retry' | 'held-back' | 'dropped' | 'cancelled',
    { queueName, eventId }: QueuedMessage,
    detail?: string,
  ): void {
    const activity = { kind: 'queue', step, queue: queueName, event: eventId } as const;
    this.deps.activity.add(detail === undefined ? activity : { ...activity, detail });
  }
}

function malformed(errors: string[]): ProductAnswer {
  return { status: queue.malformedStatus, body: { message: 'Bad request', errors } };
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
