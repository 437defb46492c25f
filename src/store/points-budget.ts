import type { PointsSpent } from './points-spent';
import { readRecord } from './read-records';
import { singleKeys } from './records';
import { commit } from './transaction';

/** What one piece of work has spent, and what Jira told it: the `PointsMeter` of `jira`. */
export interface CountedPoints {
  readonly spent: number;
  readonly remaining: number | undefined;
  readonly nearLimit: boolean;
  readonly quotaUntil: number | undefined;
  readonly waits: Map<string, number>;
  readonly hasNews: boolean;
  take(): number;
}

const hour = 3_600_000;

/** Everybody who waits for the hour comes back over its first ten minutes (milliseconds). */
const spreadAfterTheHour = 10 * 60_000;

/** When Jira says how much is left, this much of it is kept for people who are at work. */
const keptForPeople = 5_000;

const defaultPointsPerSite = 40_000;

/** What looking at one account may cost: its record, its email, and perhaps those of another account. */
export const pointsPerAccount = 10;

const mostAttempts = 5;

/** What a site may spend an hour on background work: the Forge variable `POINTS_PER_SITE`. */
export function pointsPerSite(): number {
  const configured = Number(process.env.POINTS_PER_SITE);
  return Number.isFinite(configured) && configured > 0 ? configured : defaultPointsPerSite;
}

/** The site's points for background work in this hour, by our own count and by what Jira's headers say. */
export class PointsBudget {
  constructor(private readonly stored: PointsSpent | undefined) {}

  /** @throws StorageThrottled, StorageUnavailable */
  static async load(): Promise<PointsBudget> {
    return new PointsBudget((await readRecord('points', singleKeys.points)).record);
  }

  /** Tells the meter which endpoints are not to be asked yet. */
  brief(meter: CountedPoints): void {
    for (const [endpoint, until] of Object.entries(this.stored?.endpointsStopped ?? {})) {
      meter.waits.set(endpoint, Math.max(meter.waits.get(endpoint) ?? 0, Date.parse(until)));
    }
  }

  /** Points that may still be spent now, after what the meter counts. */
  available(meter: CountedPoints, now: number): number {
    if (this.stoppedUntil(now) !== undefined || meter.quotaUntil !== undefined || meter.nearLimit) return 0;
    const thisHour = this.stored?.hour === hourOf(now) ? this.stored : undefined;
    const own = pointsPerSite() - (thisHour?.points ?? 0) - meter.spent;
    const said = thisHour?.remaining === undefined ? undefined : thisHour.remaining - meter.spent;
    const left = meter.remaining ?? said;
    return Math.max(0, left === undefined ? own : Math.min(own, left - keptForPeople));
  }

  /** Jira refused for the quota: no background work, however little it costs, before this moment (ISO 8601 UTC). */
  stoppedUntil(now: number): string | undefined {
    const stopped = this.stored?.stoppedUntil;
    return stopped !== undefined && Date.parse(stopped) > now ? stopped : undefined;
  }

  /** When background work may go on if nothing is left now (ISO 8601 UTC). */
  resumesAt(now: number): string {
    return this.stoppedUntil(now) ?? spread((Math.floor(now / hour) + 1) * hour);
  }

  /** When to ask again after Jira asked to wait (ISO 8601 UTC): a quota is over for everybody, but not at one moment. */
  retryTime(throttle: { scope: 'quota' | 'burst'; retryAt: number }, now: number): string {
    const stopped = throttle.scope === 'quota' ? this.stoppedUntil(now) : undefined;
    return stopped ?? new Date(throttle.retryAt).toISOString();
  }

  /**
   * Adds to the stored count what the meter has counted since it was last taken, and keeps what Jira said.
   *
   * @throws StorageThrottled, StorageUnavailable
   */
  static async record(meter: CountedPoints): Promise<PointsBudget> {
    const points = meter.take();
    for (let attempt = 1; ; attempt++) {
      const known = await readRecord('points', singleKeys.points);
      if (points === 0 && !meter.hasNews) return new PointsBudget(known.record);
      const spent = addedTo(known.record, points, meter, Date.now());
      const write = { kind: 'points', key: singleKeys.points, rev: known.rev, record: spent } as const;
      if ((await commit([write])) === 'committed' || attempt === mostAttempts) return new PointsBudget(spent);
    }
  }
}

function addedTo(stored: PointsSpent | undefined, points: number, meter: CountedPoints, now: number): PointsSpent {
  const before = stored?.hour === hourOf(now) ? stored : undefined;
  const spent: PointsSpent = { hour: hourOf(now), points: (before?.points ?? 0) + points };
  const left = meter.nearLimit ? 0 : (meter.remaining ?? (before?.remaining ?? Number.NaN) - points);
  if (!Number.isNaN(left)) spent.remaining = Math.max(0, Math.min(left, before?.remaining ?? left));
  const stoppedUntil = laterStop(stored?.stoppedUntil, meter.quotaUntil);
  if (isAhead(stoppedUntil, now)) spent.stoppedUntil = stoppedUntil;
  const heard = [...meter.waits].map(([endpoint, until]) => [endpoint, new Date(until).toISOString()] as const);
  const waits = [...Object.entries(stored?.endpointsStopped ?? {}), ...heard].filter(([, until]) =>
    isAhead(until, now),
  );
  waits.sort(([, one], [, other]) => (one < other ? -1 : 1));
  if (waits.length > 0) spent.endpointsStopped = Object.fromEntries(waits);
  return spent;
}

/** A stop that covers the new one stays as it is, so that hearing of it again puts nothing off. */
function laterStop(stored: string | undefined, heard: number | undefined): string | undefined {
  if (heard === undefined || (stored !== undefined && Date.parse(stored) >= heard)) return stored;
  return spread(heard);
}

function isAhead(moment: string | undefined, now: number): moment is string {
  return moment !== undefined && Date.parse(moment) > now;
}

function hourOf(now: number): string {
  return new Date(now).toISOString().slice(0, 13);
}

/** A moment in the ten minutes after the given one (milliseconds since 1970), as ISO 8601 UTC. */
function spread(moment: number): string {
  return new Date(moment + Math.random() * spreadAfterTheHour).toISOString();
}
