import type { RunCounts } from '../../../src/contract';
import { crowd, minute, openSite, syncedSite } from './open-site';

const users = crowd(30);

/** What a run comes to when nothing disturbs it. */
async function undisturbed(): Promise<{ counts: RunCounts; picture: string[]; calls: number }> {
  const site = await openSite(users);
  await site.turnOn();
  const before = callsOf(site.sandbox.storage.meter.requests, site.jira.meter.calls);
  await site.idle();
  const calls = callsOf(site.sandbox.storage.meter.requests, site.jira.meter.calls) - before;
  await site.sandbox.settle();
  return { counts: await site.counts(), picture: await site.picture(), calls };
}

const callsOf = (storage: number, jira: number): number => storage + jira;

describe('a run that crashes at one of its platform calls', () => {
  let calm: Awaited<ReturnType<typeof undisturbed>>;
  beforeAll(async () => {
    calm = await undisturbed();
  });

  it('makes enough calls for this to be a test', () => {
    expect(calm.calls).toBeGreaterThan(15);
  });

  it.each(['before', 'after'] as const)(
    'ends with the same contacts and exact counts, whichever call it is: %s the product does it',
    async (moment) => {
      for (let call = 1; call <= calm.calls + 2; call++) {
        const site = await openSite(users);
        await site.turnOn();
        site.sandbox.faults.crashAtCall(call, moment);
        await site.untilRunEnds();
        expect({ call, counts: await site.counts() }).toEqual({ call, counts: calm.counts });
        expect({ call, picture: await site.picture() }).toEqual({ call, picture: calm.picture });
      }
    },
  );

  it('ends exactly after three crashes, too', async () => {
    for (let call = 1; call <= 12; call++) {
      const site = await openSite(users, { seed: call });
      await site.turnOn();
      for (const nth of [1, 2, 3]) site.sandbox.faults.crashAtCall(call * nth);
      await site.untilRunEnds();
      site.sandbox.quiet();
      expect({ call, counts: await site.counts() }).toEqual({ call, counts: calm.counts });
      expect(await site.picture()).toEqual(calm.picture);
    }
  });
});

describe('an unlink run that crashes at one of its platform calls', () => {
  it.each(['before', 'after'] as const)('ends with exact counts: %s the product does it', async (moment) => {
    for (let call = 1; call <= 24; call++) {
      const site = await syncedSite(users);
      const links = [...site.sandbox.storage.rows('jira-user')].length;
      await site.turnOff();
      site.sandbox.faults.crashAtCall(call, moment);
      await site.untilRunEnds();
      const { seen, unlinked } = await site.counts();
      expect({ call, seen, unlinked }).toEqual({ call, seen: links, unlinked: links });
      expect(await site.status()).toMatchObject({ phase: 'off' });
    }
  });
});

describe('a user event that crashes at one of its platform calls', () => {
  it.each(['before', 'after'] as const)('is seen to all the same: %s the product does it', async (moment) => {
    for (let call = 1; call <= 6; call++) {
      const site = await syncedSite(users);
      site.sandbox.faults.crashAtCall(call, moment);
      site.jira.renameUser('user1', 'Ann');
      await site.sandbox.passTime(10 * minute);
      await site.sandbox.settle();
      expect({ call, name: (await site.contactOf('user1'))?.name }).toEqual({ call, name: 'Ann' });
    }
  });
});
