import type { PointsMeter } from '../jira/points';
import type { PointsSpent } from '../store/points-spent';
import { readRecord } from '../store/read-records';
import { singleKeys } from '../store/records';
import { commit } from '../store/transaction';

const hour = 3_600_000;

/** Everybody who waits for the hour comes back over its first ten minutes (milliseconds). */
const spreadAfterTheHour = 10 * 60_000;

/** When Jira says how much is left, this much of it is kept for people who are at work. */
const keptForPeople = 5_000;

const defaultPointsPerSite = 40_000;

/** What a site may spend an hour on background work: the Forge variable `POINTS_PER_SITE`. */
export function pointsPerSite(): number {
  const configured = Number(process.env.POINTS_PER_SITE);
  return Number.isFinite(configured) && configured > 0 ? configured : defaultPointsPerSite;
}

/** The site's points for background work in this hour, by our own count and by what Jira's headers say. */
export class PointsBudget {
  private constructor(private readonly stored: PointsSpent | undefined) {}

  /** @throws StorageThrottled, StorageUnavailable */
  static async load(): Promise<PointsBudget> {
    return new PointsBudget((await readRecord('points', singleKeys.points)).record);
  }

  /** Points that may still be spent now, after what the meter counts. */
  available(meter: PointsMeter, now: number): number {
    const stopped = this.stored?.stoppedUntil;
    if (stopped !== undefined && Date.parse(stopped) > now) return 0;
    if (meter.nearLimit) return 0;
    const spent = this.stored?.hour === hourOf(now) ? this.stored.points : 0;
    const own = pointsPerSite() - spent - meter.spent;
    const theirs = meter.remaining === undefined ? own : meter.remaining - keptForPeople;
    return Math.max(0, Math.min(own, theirs));
  }

  /** When background work may go on if nothing is left now (ISO 8601 UTC). */
  resumesAt(now: number): string {
    const stopped = this.stored?.stoppedUntil;
    if (stopped !== undefined && Date.parse(stopped) > now) return stopped;
    return nextHour(now);
  }

  /**
   * Adds to the stored count what the meter has counted since it was last taken.
   *
   * @throws StorageThrottled, StorageUnavailable
   */
  static async record(meter: PointsMeter, stoppedUntil?: string): Promise<PointsBudget> {
    const points = meter.take();
    for (let attempt = 0; ; attempt++) {
      const known = await readRecord('points', singleKeys.points);
      if (points === 0 && stoppedUntil === undefined) return new PointsBudget(known.record);
      const spent = addedTo(known.record, points, stoppedUntil, Date.now());
      const write = { kind: 'points', key: singleKeys.points, rev: known.rev, record: spent } as const;
      if ((await commit([write])) === 'committed' || attempt === 4) return new PointsBudget(spent);
    }
  }
}

function addedTo(stored: PointsSpent | undefined, points: number, stop: string | undefined, now: number): PointsSpent {
  const thisHour = hourOf(now);
  const before = stored?.hour === thisHour ? stored.points : 0;
  const spent: PointsSpent = { hour: thisHour, points: before + points };
  const stoppedUntil = [stop, stored?.stoppedUntil]
    .filter((moment) => moment !== undefined && Date.parse(moment) > now)
    .sort()
    .at(-1);
  return stoppedUntil === undefined ? spent : { ...spent, stoppedUntil };
}

function hourOf(now: number): string {
  return new Date(now).toISOString().slice(0, 13);
}

/** A moment in the first ten minutes of the next UTC hour. */
export function nextHour(now: number): string {
  return new Date((Math.floor(now / hour) + 1) * hour + Math.random() * spreadAfterTheHour).toISOString();
}

/** The given moment, spread over ten minutes if a whole hour's quota has to be renewed. */
export function spread(moment: number): string {
  return new Date(moment + Math.random() * spreadAfterTheHour).toISOString();
}
