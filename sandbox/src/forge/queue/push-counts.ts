import type { Journal } from '../../journal/journal';
import { queueLimits } from '../limits';

const table = 'queue-roots';

/**
 * How many push requests each root invocation and its descendants have made (Forge: limits-async-events, cyclic limit).
 * A count is kept as long as its root runs or an event of it is in a queue.
 */
export class PushCounts {
  private readonly counts = new Map<string, { pushes: number; events: number }>();

  constructor(private readonly journal: Journal) {
    for (const { key, value } of journal.load(table)) {
      this.counts.set(key, value as { pushes: number; events: number });
    }
  }

  mayPush(rootId: string): boolean {
    return (this.counts.get(rootId)?.pushes ?? 0) < queueLimits.cyclicPushes;
  }

  pushed(rootId: string, events: number): void {
    const { pushes, events: before } = this.counts.get(rootId) ?? { pushes: 0, events: 0 };
    this.keep(rootId, { pushes: pushes + 1, events: before + events });
  }

  /** An event of the root has left its queue. */
  eventGone(rootId: string): void {
    const count = this.counts.get(rootId);
    if (count !== undefined) this.keep(rootId, { ...count, events: count.events - 1 });
  }

  /** Nothing of the root runs any more; without events it is over. */
  forgetIfOver(rootId: string): void {
    if (this.counts.get(rootId)?.events !== 0) return;
    this.counts.delete(rootId);
    this.journal.remove(table, rootId);
  }

  private keep(rootId: string, count: { pushes: number; events: number }): void {
    this.counts.set(rootId, count);
    this.journal.put(table, rootId, count);
  }
}
