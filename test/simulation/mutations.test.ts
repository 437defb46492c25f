import { mutations } from './mutations';
import { playSchedules } from './play-schedules';

/** So many schedules, one after another, are played at most before a mistake has to show. */
const bound = 150;

describe('the simulation finds each mistake that the design guards against', () => {
  it.each(mutations)(
    '$name',
    async ({ name, edits, seed }) => {
      const results = await playSchedules({
        seed,
        schedules: bound,
        edits,
        name: name.replaceAll(' ', '-'),
        stopsAtFailure: true,
      });
      expect(results.map(({ failure }) => failure).filter((failure) => failure !== undefined)).not.toEqual([]);
    },
    5 * 60_000,
  );
});
