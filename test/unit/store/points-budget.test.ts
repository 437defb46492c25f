import { PointsMeter } from '../../../src/jira/points';
import { PointsBudget } from '../../../src/store/points-budget';

const now = Date.parse('2026-11-02T09:30:00.000Z');
const thisHour = '2026-11-02T09';

function available(stored: ConstructorParameters<typeof PointsBudget>[0], heard: Partial<PointsMeter> = {}): number {
  return new PointsBudget(stored).available(Object.assign(new PointsMeter(), heard), now);
}

describe('the points for background work', () => {
  it('are 40,000 an hour unless the variable POINTS_PER_SITE says otherwise', () => {
    expect(available(undefined)).toBe(40_000);
    process.env.POINTS_PER_SITE = '900';
    expect(available(undefined)).toBe(900);
    process.env.POINTS_PER_SITE = 'many';
    expect(available(undefined)).toBe(40_000);
    delete process.env.POINTS_PER_SITE;
  });

  it('are less what was spent in this hour, and in this invocation', () =>
    expect(available({ hour: thisHour, points: 10_000 }, { spent: 500 })).toBe(29_500));

  it('come back in full when the hour turns', () =>
    expect(available({ hour: '2026-11-02T08', points: 40_000, remaining: 0 })).toBe(40_000));

  it('are what Jira said is left, less 5,000 for people, where that is less', () => {
    expect(available({ hour: thisHour, points: 0, remaining: 6_000 })).toBe(1_000);
    expect(available({ hour: thisHour, points: 0, remaining: 6_000 }, { spent: 400 })).toBe(600);
    expect(available({ hour: thisHour, points: 0 }, { remaining: 5_100 })).toBe(100);
    expect(available({ hour: thisHour, points: 0, remaining: 60_000 })).toBe(40_000);
    expect(available({ hour: thisHour, points: 0, remaining: 10 })).toBe(0);
  });

  it('are none while Jira said stop, and after it said that the end is near', () => {
    expect(available({ hour: thisHour, points: 0, stoppedUntil: '2026-11-02T09:30:01.000Z' })).toBe(0);
    expect(available({ hour: thisHour, points: 0, stoppedUntil: '2026-11-02T09:30:00.000Z' })).toBe(40_000);
    expect(available(undefined, { nearLimit: true })).toBe(0);
    expect(available(undefined, { quotaUntil: now + 1 })).toBe(0);
  });

  it('go on, if none are left, at a moment of the first ten minutes of the next hour', () => {
    const resumesAt = Date.parse(new PointsBudget({ hour: thisHour, points: 40_000 }).resumesAt(now));
    expect(resumesAt).toBeGreaterThanOrEqual(Date.parse('2026-11-02T10:00:00.000Z'));
    expect(resumesAt).toBeLessThanOrEqual(Date.parse('2026-11-02T10:10:00.000Z'));
  });
});

describe('an endpoint that asked to wait', () => {
  it('is known to the meters of later invocations', () => {
    const meter = new PointsMeter();
    const until = '2026-11-02T09:40:00.000Z';
    new PointsBudget({ hour: thisHour, points: 0, endpointsStopped: { '/rest/api/3/user': until } }).brief(meter);
    expect(meter.waits).toEqual(new Map([['/rest/api/3/user', Date.parse(until)]]));
    expect(meter.hasNews).toBe(false);
  });
});
