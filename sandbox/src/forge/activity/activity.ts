import type { Clock } from '../../clock/clock';

/** One thing that happened on the platform. Times are the clock's milliseconds. */
export type Activity = { at: number; number: number } & ActivityDetail;

export type ActivityDetail =
  | {
      kind: 'invocation';
      id: string;
      function: string;
      module: string;
      entry: string;
      /** Of resolvers: the function that the page asked for. */
      call?: string;
      outcome: 'started' | 'returned' | 'threw' | 'timed-out' | 'crashed';
      /** Absent when it has just started. */
      durationMs?: number;
      error?: string;
    }
  | {
      /** A call that reached storage; given at the moment at which storage has done it. */
      kind: 'storage';
      invocation: string;
      path: string;
      status: number;
    }
  | {
      kind: 'jira';
      invocation: string;
      as: 'app' | 'user' | 'none';
      method: string;
      path: string;
      status: number;
      points?: number;
    }
  | { kind: 'platform'; invocation: string; path: string; status: number }
  | {
      kind: 'queue';
      step: 'published' | 'delivered' | 'consumed' | 'retry' | 'held-back' | 'dropped' | 'cancelled';
      queue: string;
      event: string;
      detail?: string;
    }
  | {
      kind: 'event';
      step: 'sent' | 'delivered' | 'filtered' | 'lost' | 'retry' | 'dropped';
      name: string;
      detail?: string;
    }
  | { kind: 'schedule'; module: string }
  | { kind: 'log'; invocation: string; level: string; text: string }
  | { kind: 'fault'; fault: string; detail?: string }
  | { kind: 'problem'; text: string };

export type ActivityListener = (activity: Activity) => void;

const ringSize = 2_000;

/** The recent past of the platform, and whoever wants to hear of the next thing at the moment it happens. */
export class ActivityLog {
  private readonly ring: Activity[] = [];
  private readonly listeners = new Set<ActivityListener>();
  private count = 0;

  constructor(private readonly clock: Clock) {}

  add(detail: ActivityDetail): void {
    const activity: Activity = { at: this.clock.now(), number: this.count, ...detail };
    this.ring[this.count % ringSize] = activity;
    this.count++;
    for (const listener of this.listeners) listener(activity);
  }

  /** The last 2,000 activities at most, oldest first; only those after number `after`, if given. */
  recent(after = -1): Activity[] {
    const first = Math.max(after + 1, this.count - this.ring.length, 0);
    const result: Activity[] = [];
    for (let number = first; number < this.count; number++) {
      const activity = this.ring[number % ringSize];
      if (activity !== undefined) result.push(activity);
    }
    return result;
  }

  /** @returns how to stop listening. */
  listen(listener: ActivityListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
