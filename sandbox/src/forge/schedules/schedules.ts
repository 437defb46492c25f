import type { Chance } from '../../chance/chance';
import type { Clock, Timer } from '../../clock/clock';
import type { Journal } from '../../journal/journal';
import type { ActivityLog } from '../activity/activity';
import { schedules as choices } from '../choices';
import type { Faults } from '../faults/faults';
import type { Installation } from '../installation';
import type { InvocationRequest, InvocationResult } from '../invocation/invocation';
import { intervalMs } from '../limits';
import type { Manifest, ScheduledTriggerModule } from '../manifest/model';

export interface SchedulesDeps {
  clock: Clock;
  chance: Chance;
  journal: Journal;
  manifest: Manifest;
  installation: Installation;
  faults: Faults;
  activity: ActivityLog;
  invoke(request: InvocationRequest): Promise<InvocationResult>;
}

interface Phase {
  /** Interval and first run together: a changed interval starts anew. */
  interval: string;
  firstRunAt: number;
}

const table = 'schedules';

/**
 * Scheduled triggers (Forge: Scheduled trigger). The first run comes about five minutes after deployment; its moment fixes all
 * later ones. Runs missed while the sandbox stood still are not caught up, and a failed run is not repeated.
 */
export class Schedules {
  private readonly timers = new Map<string, Timer>();
  private readonly phases = new Map<string, Phase>();
  /** Schedules whose latest run has not ended. */
  private readonly running = new Set<string>();
  private readonly chance: Chance;

  constructor(private readonly deps: SchedulesDeps) {
    this.chance = deps.chance.fork('schedules');
    const known = new Map([...deps.journal.load(table)].map(({ key, value }) => [key, value as Phase]));
    for (const schedule of deps.manifest.scheduledTriggers) {
      const before = known.get(schedule.key);
      this.phases.set(schedule.key, before?.interval === schedule.interval ? before : this.newPhase(schedule));
      this.arm(schedule);
    }
  }

  /** When the schedule runs next, by itself. */
  nextRunAt({ key, interval }: ScheduledTriggerModule): number {
    const { firstRunAt } = this.phases.get(key) ?? { firstRunAt: 0 };
    const now = this.deps.clock.now();
    if (now < firstRunAt) return firstRunAt;
    const passed = Math.floor((now - firstRunAt) / intervalMs[interval]);
    return firstRunAt + (passed + 1) * intervalMs[interval];
  }

  /** Runs one schedule now, besides its own times. */
  async tick({ key, function: functionKey }: ScheduledTriggerModule): Promise<InvocationResult> {
    const { activity, installation, invoke } = this.deps;
    activity.add({ kind: 'schedule', module: key });
    this.running.add(key);
    const result = await invoke({
      entry: 'scheduledTrigger',
      functionKey,
      moduleKey: key,
      moduleType: 'scheduledTrigger',
      payload: {
        context: { cloudId: installation.cloudId, moduleKey: key },
        contextToken: this.chance.hex(32),
      },
    });
    this.running.delete(key);
    return result;
  }

  stop(): void {
    for (const timer of this.timers.values()) timer.cancel();
    this.timers.clear();
  }

  private newPhase({ key, interval }: ScheduledTriggerModule): Phase {
    const { low, high } = choices.firstRun;
    const phase = { interval, firstRunAt: this.deps.clock.now() + this.chance.integer(low, high) };
    this.deps.journal.put(table, key, phase);
    return phase;
  }

  private arm(schedule: ScheduledTriggerModule): void {
    const { clock, faults } = this.deps;
    const timer = clock.setTimer(() => {
      this.arm(schedule);
      if (!choices.overlap && this.running.has(schedule.key)) return;
      void this.tick(schedule);
      if (faults.strikes('scheduleRepeated', schedule.key)) void this.tick(schedule);
    }, this.nextRunAt(schedule) - clock.now());
    this.timers.set(schedule.key, timer);
  }
}
