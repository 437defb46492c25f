import type { Chance } from '../../chance/chance';
import type { Clock } from '../../clock/clock';
import type { Journal } from '../../journal/journal';
import type { ActivityLog } from '../activity/activity';
import { events as choices, EVENT_HOLD_BACK, filterError, latency, type Range } from '../choices';
import { isWanted } from '../expressions/evaluate';
import { parseExpression } from '../expressions/parse';
import { ExpressionError } from '../expressions/tokens';
import type { Faults } from '../faults/faults';
import type { InvocationRequest, InvocationResult } from '../invocation/invocation';
import { eventLimits } from '../limits';
import type { Manifest, TriggerModule } from '../manifest/model';
import { retryRequestSchema } from '../queue/message';
import { knownEvents } from './known-events';

export interface ProductEventsDeps {
  clock: Clock;
  chance: Chance;
  journal: Journal;
  manifest: Manifest;
  faults: Faults;
  activity: ActivityLog;
  invoke(request: InvocationRequest): Promise<InvocationResult>;
  problem(text: string): void;
  /** Called when a delivery is done with. */
  changed(): void;
}

/** One event on its way to one trigger. */
interface Delivery {
  id: string;
  name: string;
  module: string;
  payload: Record<string, unknown>;
  appRetries: number;
  platformRetries: number;
}

const table = 'product-events';

/**
 * Product and lifecycle events on their way to the app's triggers (Forge: Product events). They come late, in any order, and
 * neither exactly once nor always.
 */
export class ProductEvents {
  private readonly pending = new Map<string, Delivery>();
  private readonly chance: Chance;

  /** Events that were on their way when the sandbox stopped are sent again. */
  constructor(private readonly deps: ProductEventsDeps) {
    this.chance = deps.chance.fork('product events');
    for (const { value } of deps.journal.load(table)) this.send(value as Delivery, this.delay());
  }

  /** Deliveries that are not done with. */
  get size(): number {
    return this.pending.size;
  }

  /** A product says that something happened. `payload` is a JSON value. */
  emit(name: string, payload: object): void {
    const { manifest, faults, activity, problem } = this.deps;
    activity.add({ kind: 'event', step: 'sent', name });
    const text = JSON.stringify(payload);
    if (Buffer.byteLength(text) > eventLimits.bytes) {
      activity.add({ kind: 'event', step: 'dropped', name, detail: 'larger than 200 KB' });
      return;
    }
    const selfGenerated = 'selfGenerated' in payload && payload.selfGenerated === true;
    for (const trigger of manifest.triggers) {
      if (!trigger.events.includes(name)) continue;
      const scope = knownEvents.get(name)?.scope;
      if (scope !== undefined && !manifest.scopes.has(scope)) {
        problem(`Trigger '${trigger.key}' does not receive ${name}: the scope ${scope} is missing.`);
        continue;
      }
      if (trigger.ignoreSelf && selfGenerated) {
        activity.add({ kind: 'event', step: 'filtered', name, detail: 'ignoreSelf' });
        continue;
      }
      const verdict = this.judge(trigger, name, JSON.parse(text));
      if (!verdict.wanted) continue;
      if (faults.strikes('eventLost', name)) {
        activity.add({ kind: 'event', step: 'lost', name });
        continue;
      }
      const delivery = (): Delivery => ({
        id: this.chance.uuid(),
        name,
        module: trigger.key,
        payload: { ...(JSON.parse(text) as Record<string, unknown>), ...verdict.more },
        appRetries: 0,
        platformRetries: 0,
      });
      this.send(delivery(), this.delay());
      if (faults.strikes('eventRepeated', name)) this.send(delivery(), this.delay());
    }
  }

  /** What the trigger's expression says of the event, and what an error in it adds to the payload. */
  private judge(
    { key, expression, onError }: TriggerModule,
    name: string,
    payload: unknown,
  ): { wanted: boolean; more?: Record<string, unknown> } {
    if (expression === undefined) return { wanted: true };
    const { activity, problem } = this.deps;
    try {
      const wanted = isWanted(parseExpression(expression), payload);
      if (!wanted) activity.add({ kind: 'event', step: 'filtered', name, detail: 'expression' });
      return { wanted };
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const { message } = error;
      if (onError.endsWith('_AND_LOG')) problem(`The expression of trigger '${key}' failed for ${name}: ${message}`);
      if (onError.startsWith('RECEIVE')) return { wanted: true, more: filterError(message) };
      activity.add({ kind: 'event', step: 'filtered', name, detail: message });
      return { wanted: false };
    }
  }

  private delay(): number {
    const { faults } = this.deps;
    const usual = this.draw(latency.eventDelivery);
    return faults.strikes('eventLate') ? usual + faults.within(faults.ranges.eventLate) : usual;
  }

  private draw({ low, high }: Range): number {
    return this.chance.integer(low, high);
  }

  private send(delivery: Delivery, delayMs: number): void {
    this.pending.set(delivery.id, delivery);
    this.deps.journal.put(table, delivery.id, delivery);
    this.deps.clock.setTimer(() => void this.deliver(delivery), delayMs);
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const { manifest, activity } = this.deps;
    const { name, module } = delivery;
    const trigger = manifest.triggers.find(({ key }) => key === module);
    if (trigger === undefined) {
      this.finish(delivery);
      return;
    }
    activity.add({ kind: 'event', step: 'delivered', name });
    const result = await this.deps.invoke({
      entry: name.startsWith('avi:forge:') ? 'lifecycle' : 'trigger',
      functionKey: trigger.function,
      moduleKey: trigger.key,
      moduleType: 'trigger',
      payload: delivery.payload,
    });
    const again = this.nextTry(delivery, result);
    if (again === undefined) {
      this.finish(delivery);
      return;
    }
    activity.add({ kind: 'event', step: 'retry', name, detail: result.outcome });
    this.send(again.delivery, again.waitMs);
  }

  private finish({ id }: Delivery): void {
    this.pending.delete(id);
    this.deps.journal.remove(table, id);
    this.deps.changed();
  }

  private nextTry(delivery: Delivery, result: InvocationResult): { delivery: Delivery; waitMs: number } | undefined {
    switch (result.outcome) {
      case 'refused':
        return { delivery, waitMs: this.draw(EVENT_HOLD_BACK) };
      case 'timed-out':
      case 'crashed':
        if (delivery.platformRetries >= choices.platformRetries) return this.giveUp(delivery);
        return {
          delivery: { ...delivery, platformRetries: delivery.platformRetries + 1 },
          waitMs: this.draw(choices.platformRetryDelay),
        };
      case 'threw':
        return undefined;
      case 'returned':
        return this.appRetry(delivery, result.value);
    }
  }

  /** The app may ask for four more tries by returning an `InvocationError`. */
  private appRetry(delivery: Delivery, value: unknown): { delivery: Delivery; waitMs: number } | undefined {
    const request = retryRequestSchema.safeParse(value);
    if (!request.success) return undefined;
    if (delivery.appRetries >= eventLimits.appRetries) return this.giveUp(delivery);
    const { retryAfter, retryReason, retryData } = request.data.retryOptions ?? {};
    const retryCount = delivery.appRetries + 1;
    const retryContext = {
      retryCount,
      retryReason: retryReason ?? 'FUNCTION_RETRY_REQUEST',
      ...(retryData !== undefined && { retryData }),
    };
    const seconds = Math.min(Math.max(retryAfter ?? 1, 0), eventLimits.maximumRetryAfterSeconds);
    return {
      delivery: { ...delivery, appRetries: retryCount, payload: { ...delivery.payload, retryContext } },
      waitMs: seconds * 1000,
    };
  }

  private giveUp({ name }: Delivery): undefined {
    this.deps.activity.add({ kind: 'event', step: 'dropped', name, detail: 'tried too often' });
    return undefined;
  }
}
