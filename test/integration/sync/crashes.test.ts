import type { RunCounts } from '../../../src/contract';
import { crowd, minute, openSite, type Site, syncedSite } from './open-site';

// A crash before a call leaves what a crash after the call before it leaves, so every call crashes once, after it was done.

const users = crowd(30);

/** How many platform calls the app has made. */
const callsOf = ({ sandbox, jira }: Site): number => sandbox.storage.meter.requests + jira.meter.calls;

/** Turns on while the platform calls that are given end their invocation; 1 is the first one after the answer. */
async function turnedOnWithCrashes(...calls: number[]): Promise<Site> {
  const site = await openSite(users);
  await site.turnOn();
  for (const call of calls) site.sandbox.faults.crashAtCall(call, 'after');
  await site.untilRunEnds();
  site.sandbox.quiet();
  return site;
}

describe('a run that crashes', () => {
  let calm: { counts: RunCounts; picture: string[]; calls: number };

  beforeAll(async () => {
    const site = await openSite(users);
    await site.turnOn();
    const before = callsOf(site);
    await site.idle();
    const calls = callsOf(site) - before;
    calm = { counts: await site.counts(), picture: await site.picture(), calls };
  });

  it('at any of its platform calls ends with exact counts and the same contacts', async () => {
    expect(calm.calls).toBeGreaterThan(15);
    for (let call = 1; call <= calm.calls; call++) {
      const site = await turnedOnWithCrashes(call);
      expect({ call, counts: await site.counts() }).toEqual({ call, counts: calm.counts });
      expect({ call, picture: await site.picture() }).toEqual({ call, picture: calm.picture });
    }
  });

  it('three times ends exactly, too', async () => {
    for (let call = 2; call <= 20; call += 3) {
      const site = await turnedOnWithCrashes(call, 2 * call, 3 * call);
      expect({ call, counts: await site.counts() }).toEqual({ call, counts: calm.counts });
      expect({ call, picture: await site.picture() }).toEqual({ call, picture: calm.picture });
    }
  });

  it('at its very first call ends exactly, too', async () => {
    const site = await openSite(users);
    await site.turnOn();
    site.sandbox.faults.crashNextCall('before');
    await site.untilRunEnds();
    expect(await site.counts()).toEqual(calm.counts);
  });
});

describe('an unlink run that crashes', () => {
  it('at any of its platform calls ends with exact counts', async () => {
    const site = await syncedSite(users);
    const links = [...site.sandbox.storage.rows('jira-user')].length;
    for (let call = 1; call <= 20; call++) {
      await site.turnOff();
      site.sandbox.faults.crashAtCall(call, 'after');
      await site.untilRunEnds();
      site.sandbox.quiet();
      const { seen, unlinked } = await site.counts();
      expect({ call, seen, unlinked }).toEqual({ call, seen: links, unlinked: links });
      expect(await site.status()).toMatchObject({ phase: 'off' });
      await site.turnOn();
      await site.idle();
    }
  });
});

describe('a user event that crashes', () => {
  it('at any of its platform calls is seen to all the same', async () => {
    const site = await syncedSite(users);
    for (let call = 1; call <= 6; call++) {
      site.sandbox.faults.crashAtCall(call, 'after');
      site.jira.renameUser('user1', `Ann ${call}`);
      await site.sandbox.passTime(10 * minute);
      site.sandbox.quiet();
      await site.idle();
      expect((await site.contactOf('user1'))?.name).toBe(`Ann ${call}`);
    }
  });
});
