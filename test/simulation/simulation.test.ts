import { buildApp, smallPages } from './build-app';
import { playSchedules, sumOfCounts } from './play-schedules';
import { runSchedule } from './run-schedule';

const schedules = 200;

describe('user sync under seeded schedules of accounts, people and faults', () => {
  it(
    'breaks no invariant at any commit, and settles to what the Behaviour table says',
    async () => {
      const results = await playSchedules({ seed: 1, schedules });
      expect(
        results.filter(({ failure }) => failure !== undefined).map(({ seed, failure }) => [seed, failure]),
      ).toEqual([]);
      expect(results).toHaveLength(schedules);
      const faults = [...sumOfCounts(results).keys()].filter((what) => what.startsWith('fault: '));
      expect(faults.length).toBeGreaterThan(20);
    },
    10 * 60_000,
  );

  it('replays exactly: the same seed gives the same history', async () => {
    const bundle = await buildApp([smallPages]);
    const one = await runSchedule(7, bundle, { keepsLog: true });
    const other = await runSchedule(7, bundle, { keepsLog: true });
    expect(one.log.length).toBeGreaterThan(50);
    expect(other).toEqual(one);
  }, 60_000);
});
