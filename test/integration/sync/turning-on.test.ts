import { ROSTER } from '../../../sandbox/src/jira';
import { crowd, noEmail, none, openSite, people, syncedSite, user } from './open-site';

describe('before user sync was ever turned on', () => {
  it('it is off, and there was no run', async () => {
    const site = await openSite([user('ann')]);
    expect(await site.status()).toEqual({ enabled: false, phase: 'off', syncedContacts: 0 });
  });

  it('no contact is made, whatever happens in Jira', async () => {
    const site = await openSite();
    site.jira.createUser({ accountId: 'ann', displayName: 'Ann', email: 'ann@example.com' });
    await site.sandbox.settle();
    expect(await site.everybody()).toEqual([]);
    expect(site.sandbox.problems).toEqual([]);
  });

  it('nobody is listed as skipped', async () => {
    const site = await openSite([noEmail('ann')]);
    expect(await site.skipped()).toEqual([]);
  });
});

describe('turning user sync on', () => {
  it('answers at once: enabling, with an initial run that has just been queued', async () => {
    const site = await openSite([user('ann')]);
    const status = await site.turnOn();
    expect(status).toMatchObject({
      enabled: true,
      phase: 'enabling',
      run: { kind: 'initial', state: 'queued', ...none },
    });
  });

  it('gives every Jira user and every service customer a contact', async () => {
    const site = await syncedSite([user('ann'), user('qm:bob', { accountType: 'customer', displayName: 'Bob' })]);
    expect((await site.everybody('synced')).map(({ name }) => name)).toEqual([
      'Ada Winter',
      'Ann',
      'Bob',
      'Bruno Keller',
      'Chiara Rossi',
      'Dana Okafor',
    ]);
    site.sandbox.expectNoProblems();
  });

  it('gives app accounts none, and counts them nowhere', async () => {
    const site = await syncedSite();
    expect(await site.counts()).toEqual({ ...none, seen: 4, created: 4 });
    expect(await site.contactOf(ROSTER.app)).toBeUndefined();
  });

  it('ends with the phase on, a finished run, and the number of synced contacts', async () => {
    const site = await syncedSite([user('ann')]);
    expect(await site.status()).toMatchObject({
      enabled: true,
      phase: 'on',
      run: { kind: 'initial', state: 'done' },
      syncedContacts: 5,
    });
    const { run, lastCompletedAt } = await site.status();
    expect(run?.finishedAt).toBe(lastCompletedAt);
  });

  it('shows on each contact what Jira says about the account', async () => {
    const site = await syncedSite([user('ann')]);
    expect(await site.contactOf('ann')).toMatchObject({
      name: 'Ann',
      email: 'ann@example.com',
      version: 1,
      synced: true,
      jiraUser: {
        accountId: 'ann',
        accountType: 'atlassian',
        name: 'Ann',
        email: 'ann@example.com',
        active: true,
        profileUrl: `${site.jira.siteUrl}/jira/people/ann`,
      },
    });
  });

  it('links the contact that has the account’s email already', async () => {
    const site = await openSite([user('ann')]);
    await site.contacts('createContact', { contact: { name: 'Annie', email: 'ANN@example.com' } });
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.counts()).toEqual({ ...none, seen: 5, created: 4, linked: 1 });
    expect(await site.contactOf('ann')).toMatchObject({ name: 'Ann', nameBeforeSync: 'Annie' });
  });

  it('makes one contact of two accounts with the same email', async () => {
    const site = await syncedSite([
      user('ann'),
      user('qm:ann', { accountType: 'customer', displayName: 'Ann', email: 'Ann@Example.com' }),
    ]);
    expect(await site.counts()).toEqual({ ...none, seen: 6, created: 5, linked: 1 });
    expect(await site.contactOf('qm:ann')).toMatchObject({
      jiraUser: { accountId: 'ann' },
      otherJiraUsers: [{ accountId: 'qm:ann' }],
    });
  });

  it('is idempotent: a second time changes nothing', async () => {
    const site = await syncedSite([user('ann')]);
    const before = await site.status();
    expect(await site.turnOn()).toEqual(before);
    await site.sandbox.settle();
    expect(await site.status()).toEqual(before);
  });

  it('twice at the same moment begins one run', async () => {
    const site = await openSite([user('ann')]);
    const [one, other] = await Promise.all([site.turnOn(), site.turnOn()]);
    expect(one.run?.id).toBe(other.run?.id);
    await site.sandbox.settle();
    expect(await site.counts()).toEqual({ ...none, seen: 5, created: 5 });
  });

  it('costs one write request for eight new accounts', async () => {
    const site = await openSite(Array.from({ length: 796 }, (_, nth) => user(`user${nth}`)));
    await site.turnOn();
    const before = site.writes;
    await site.idle();
    expect(site.writes - before).toBeGreaterThanOrEqual(100);
    expect(site.writes - before).toBeLessThanOrEqual(110);
  });
});

describe('a run', () => {
  it('shows its numbers while it goes on, and they only grow', async () => {
    const site = await openSite(Array.from({ length: 2100 }, (_, nth) => user(`user${nth}`)));
    site.sandbox.faults.ranges.slow = { low: 1_000, high: 1_000 };
    site.sandbox.faults.set({ slowCall: 1 });
    await site.turnOn();
    const seen: number[] = [];
    for (let look = 0; look < 100 && seen.at(-1) !== 2104; look++) {
      await site.sandbox.passTime(10_000);
      seen.push((await site.counts()).seen);
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.filter((number) => number > 0 && number < 2104).length).toBeGreaterThan(0);
    expect(await site.counts()).toEqual({ ...none, seen: 2104, created: 2104 });
  });

  it('counts each account once, and in exactly one other count', async () => {
    const site = await syncedSite(crowd(60));
    const { seen, ...others } = await site.counts();
    expect(seen).toBe(60 + people.count);
    expect(Object.values(others).reduce((sum, count) => sum + count, 0)).toBe(seen);
  });

  it('that finds nothing to do counts everybody as unchanged, and writes nothing per account', async () => {
    const site = await syncedSite(Array.from({ length: 200 }, (_, nth) => user(`user${nth}`)));
    const before = site.writes;
    await site.admin('syncNow', {});
    await site.sandbox.settle();
    expect(await site.counts()).toEqual({ ...none, seen: 204, unchanged: 204 });
    expect(site.writes - before).toBeLessThan(15);
  });

  it('reads on after pages that are short before the end', async () => {
    const site = await openSite(
      Array.from({ length: 1200 }, (_, nth) => user(`user${nth}`)),
      {
        jira: { usersPerEmptySlot: 50 },
      },
    );
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.counts()).toEqual({ ...none, seen: 1204, created: 1204 });
  });
});

describe('who is left out', () => {
  const users = [
    noEmail('ann'),
    user('bob', { active: false }),
    user('cid'),
    user('dan', { email: 'dan@excluded.example' }),
    user('qm:eve', { accountType: 'customer' }),
  ];

  it('is listed with the reason and the name that Jira has', async () => {
    const site = await openSite(users);
    await site.admin('updateSettings', {
      settings: { excludedDomains: ['excluded.example'], accountTypes: { atlassian: true, customer: false } },
    });
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.skipped()).toEqual(
      expect.arrayContaining([
        { accountId: 'ann', name: 'Ann', reason: 'no-email' },
        { accountId: 'bob', name: 'Bob', reason: 'inactive' },
        { accountId: 'dan', name: 'Dan', reason: 'excluded-domain' },
        { accountId: 'qm:eve', name: 'Qm:eve', reason: 'excluded-type' },
      ]),
    );
    expect(await site.skipped()).toHaveLength(5);
    expect((await site.counts()).skipped).toBe(5);
  });

  it('is listed page by page, everybody once', async () => {
    const site = await syncedSite(Array.from({ length: 33 }, (_, nth) => noEmail(`user${nth}`)));
    const found: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    do {
      const answer = await site.admin('listSkippedUsers', { limit: 10, ...(cursor === undefined ? {} : { cursor }) });
      if (!answer.ok) throw new Error(answer.error.message);
      found.push(...answer.value.items.map(({ accountId }) => accountId));
      sizes.push(answer.value.items.length);
      cursor = answer.value.cursor;
    } while (cursor !== undefined);
    expect(sizes).toEqual([10, 10, 10, 3]);
    expect(new Set(found).size).toBe(33);
  });

  it('is no longer listed once it is linked', async () => {
    const site = await syncedSite([noEmail('ann')]);
    site.jira.changeEmail('ann', 'ann@example.com');
    await site.sandbox.settle();
    expect(await site.skipped()).toEqual([]);
    expect((await site.contactOf('ann'))?.email).toBe('ann@example.com');
  });

  it('is listed with the contact that has its email', async () => {
    const site = await syncedSite([user('ann'), user('bob')]);
    const ann = await site.contactOf('ann');
    site.jira.misbehave.emailMissing = () => true;
    site.jira.hideEmail('ann');
    await site.sandbox.settle();
    site.jira.createUser({ accountId: 'rival', displayName: 'Rival', email: 'ann@example.com' });
    await site.sandbox.settle();
    expect(await site.skipped()).toEqual([
      { accountId: 'rival', name: 'Rival', reason: 'email-taken', contactId: ann?.id },
    ]);
  });
});
