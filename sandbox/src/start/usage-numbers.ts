import type { Clock, Timer } from '../clock/clock';
import type { Sandbox } from '../sandbox';
import type { LiveNumbers } from '../web/api-types';

const BEAT_MS = 5_000;
const MINUTE_MS = 60_000;

interface Sample {
  at: number;
  reads: number;
  writes: number;
}

/** The numbers of the live view; keeps samples of the storage's meter to tell what the last minute used. */
export class UsageNumbers {
  private samples: Sample[] = [];
  private timer: Timer | undefined;

  constructor(
    private readonly sandbox: Pick<Sandbox, 'storage' | 'jira' | 'forge'>,
    private readonly clock: Clock,
  ) {
    this.beat();
  }

  stop(): void {
    this.timer?.cancel();
  }

  read(): LiveNumbers {
    const { jira, forge } = this.sandbox;
    const now = this.sample();
    const then = this.samples.find(({ at }) => at >= now.at - MINUTE_MS) ?? now;
    const messages = forge.queue.list();
    const due = messages.filter(({ dueAt }) => dueAt <= now.at);
    const running = due.filter(({ started }) => started).length;
    const { used, perHour, resetsAt } = jira.points;
    return {
      queue: { waiting: due.length - running, delayed: messages.length - due.length, running },
      storage: {
        reads: now.reads,
        writes: now.writes,
        readsPerMinute: now.reads - then.reads,
        writesPerMinute: now.writes - then.writes,
      },
      points: { used, limit: perHour, resetsAt: new Date(resetsAt).toISOString() },
      invocations: forge.totals.invocations,
    };
  }

  private sample(): Sample {
    const { readUnits, writeUnits } = this.sandbox.storage.meter;
    return { at: this.clock.now(), reads: readUnits, writes: writeUnits };
  }

  private beat(): void {
    const now = this.sample();
    this.samples = [...this.samples.filter(({ at }) => at >= now.at - MINUTE_MS), now];
    this.timer = this.clock.setTimer(() => this.beat(), BEAT_MS);
  }
}
