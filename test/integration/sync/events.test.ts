import { minute, noEmail, syncedSite, user } from './open-site';

describe('a new user', () => {
  it('is a contact moments later', async () => {
    const site = await syncedSite();
    site.jira.createUser({ accountId: 'ann', displayName: 'Ann', email: 'ann@example.com' });
    await site.idle();
    expect(await site.contactOf('ann')).toMatchObject({ name: 'Ann', email: 'ann@example.com' });
    site.sandbox.expectNoProblems();
  });

  it('is one contact when the event comes several times', async () => {
    const site = await syncedSite();
    site.sandbox.faults.set({ eventRepeated: 1 });
    site.jira.createUser({ accountId: 'ann', displayName: 'Ann', email: 'ann@example.com' });
    await site.idle();
    expect((await site.everybody()).filter(({ name }) => name === 'Ann')).toHaveLength(1);
  });

  it('that is a portal customer is a contact once an issue of theirs is created', async () => {
    const site = await syncedSite();
    site.jira.createUser({
      accountId: 'qm:ann',
      accountType: 'customer',
      displayName: 'Ann',
      email: 'ann@example.com',
    });
    await site.idle();
    expect(await site.contactOf('qm:ann')).toBeUndefined();
    site.jira.createIssue({ projectKey: site.jira.listProjects()[0]?.key ?? '', summary: 'Help', reporter: 'qm:ann' });
    await site.idle();
    expect(await site.contactOf('qm:ann')).toMatchObject({ name: 'Ann' });
  });

  it('that is not eligible is listed as skipped', async () => {
    const site = await syncedSite();
    site.jira.createUser({ accountId: 'ann', displayName: 'Ann' });
    await site.idle();
    expect(await site.skipped()).toEqual([{ accountId: 'ann', name: 'Ann', reason: 'no-email' }]);
  });

  it('whose event is lost is a contact after syncNow', async () => {
    const site = await syncedSite();
    site.sandbox.faults.set({ eventLost: 1 });
    site.jira.createUser({ accountId: 'ann', displayName: 'Ann', email: 'ann@example.com' });
    await site.idle();
    expect(await site.contactOf('ann')).toBeUndefined();
    await site.admin('syncNow', {});
    await site.idle();
    expect(await site.contactOf('ann')).toMatchObject({ name: 'Ann' });
  });
});

describe('a change in Jira', () => {
  it('of a name is on the contact moments later', async () => {
    const site = await syncedSite([user('ann')]);
    const before = await site.contactOf('ann');
    site.jira.renameUser('ann', 'Ann Marsh');
    await site.idle();
    expect(await site.contactOf('ann')).toMatchObject({
      id: before?.id,
      version: 2,
      name: 'Ann Marsh',
      jiraUser: { name: 'Ann Marsh' },
    });
  });

  it('of an email is on the contact moments later', async () => {
    const site = await syncedSite([user('ann')]);
    site.jira.changeEmail('ann', 'marsh@example.com');
    await site.idle();
    expect(await site.contactOf('ann')).toMatchObject({ email: 'marsh@example.com' });
  });

  it('of an email lets the next person have the old one', async () => {
    const site = await syncedSite([user('ann'), user('bob')]);
    site.jira.changeEmail('ann', 'marsh@example.com');
    site.jira.changeEmail('bob', 'ann@example.com');
    await site.idle();
    expect((await site.contactOf('ann'))?.email).toBe('marsh@example.com');
    expect((await site.contactOf('bob'))?.email).toBe('ann@example.com');
  });

  it('of two emails that swap keeps each person’s contact', async () => {
    const site = await syncedSite([user('ann'), user('bob')]);
    const before = [(await site.contactOf('ann'))?.id, (await site.contactOf('bob'))?.id];
    site.jira.changeEmail('ann', 'bob@example.com');
    site.jira.changeEmail('bob', 'ann@example.com');
    await site.sandbox.settle();
    const [ann, bob] = [await site.contactOf('ann'), await site.contactOf('bob')];
    expect([ann?.id, bob?.id]).toEqual(before);
    expect([ann?.email, bob?.email]).toEqual(['bob@example.com', 'ann@example.com']);
    expect(await site.skipped()).toEqual([]);
  });

  it('that deactivates a user is shown, and the contact stays synced', async () => {
    const site = await syncedSite([user('ann')]);
    site.jira.deactivateUser('ann');
    await site.idle();
    expect(await site.contactOf('ann')).toMatchObject({ synced: true, jiraUser: { active: false } });
  });

  it('costs nothing but a look when the contact has it already', async () => {
    const site = await syncedSite([user('ann')]);
    site.jira.renameUser('ann', 'Ann Marsh');
    await site.idle();
    const before = site.writes;
    site.sandbox.forge.events.emit('avi:jira:updated:user', {
      eventType: 'avi:jira:updated:user',
      user: { accountId: 'ann', accountType: 'atlassian' },
    });
    await site.idle();
    expect(site.writes).toBe(before);
  });

  it('is right in the end when events come late, twice and in another order', async () => {
    const site = await syncedSite([user('ann'), user('bob'), user('cid')]);
    site.sandbox.faults.set({ eventLate: 0.5, eventRepeated: 0.5 });
    for (let round = 1; round <= 10; round++) {
      for (const accountId of ['ann', 'bob', 'cid']) {
        site.jira.renameUser(accountId, `${accountId} ${round}`);
        site.jira.changeEmail(accountId, `${accountId}-${round}@example.com`);
      }
      await site.sandbox.passTime(20_000);
    }
    await site.sandbox.settle();
    for (const accountId of ['ann', 'bob', 'cid']) {
      expect(await site.contactOf(accountId)).toMatchObject({
        name: `${accountId} 10`,
        email: `${accountId}-10@example.com`,
      });
    }
  });
});

describe('a deleted user', () => {
  it('leaves a regular contact that keeps its values', async () => {
    const site = await syncedSite([user('ann')]);
    const before = await site.contactOf('ann');
    site.jira.deleteUser('ann');
    await site.idle();
    const [ann] = (await site.everybody('regular')).filter(({ id }) => id === before?.id);
    expect(ann).toMatchObject({ name: 'Ann', email: 'ann@example.com', synced: false });
    expect(ann).not.toHaveProperty('jiraUser');
  });

  it('is not listed as skipped, nor brought back by a run', async () => {
    const site = await syncedSite([user('ann')]);
    site.jira.deleteUser('ann');
    await site.idle();
    await site.admin('syncNow', {});
    await site.sandbox.settle();
    expect(await site.skipped()).toEqual([]);
    expect(await site.contactOf('ann')).toBeUndefined();
  });

  it('is unlinked once when the event comes several times, late', async () => {
    const site = await syncedSite([user('ann')]);
    site.sandbox.faults.set({ eventRepeated: 1, eventLate: 1 });
    site.jira.deleteUser('ann');
    await site.sandbox.settle();
    expect((await site.everybody('regular')).map(({ name, version }) => [name, version])).toEqual([['Ann', 2]]);
  });

  it('is unlinked although Jira cannot be read at that moment', async () => {
    const site = await syncedSite([user('ann')]);
    site.jira.deleteUser('ann');
    site.jira.throttle({ kind: 'unavailable', seconds: 60, endpoint: 'GET /user' });
    await site.idle();
    expect(await site.contactOf('ann')).toBeDefined();
    await site.sandbox.passTime(11 * minute);
    expect(await site.contactOf('ann')).toBeUndefined();
  });

  it('that Jira only seems to have deleted stays linked', async () => {
    const site = await syncedSite([user('ann')]);
    site.sandbox.forge.events.emit('avi:jira:deleted:user', {
      eventType: 'avi:jira:deleted:user',
      user: { accountId: 'ann', accountType: 'atlassian' },
    });
    await site.idle();
    expect(await site.contactOf('ann')).toMatchObject({ name: 'Ann' });
  });
});

describe('a user whom Jira does not give', () => {
  const updated = (accountId: string) => ({
    eventType: 'avi:jira:updated:user',
    user: { accountId, accountType: 'atlassian' },
  });

  it('is gone when two looks, ten minutes apart, find nobody', async () => {
    const site = await syncedSite([user('ann')]);
    site.jira.misbehave.missing = (accountId) => accountId === 'ann';
    site.sandbox.forge.events.emit('avi:jira:updated:user', updated('ann'));
    await site.idle();
    expect(await site.contactOf('ann')).toBeDefined();
    await site.sandbox.passTime(16 * minute);
    expect(await site.contactOf('ann')).toBeUndefined();
    expect(await site.everybody('regular')).toHaveLength(1);
  });

  it('stays linked when the second look finds the account', async () => {
    const site = await syncedSite([user('ann')]);
    site.jira.misbehave.missing = (accountId) => accountId === 'ann';
    site.sandbox.forge.events.emit('avi:jira:updated:user', updated('ann'));
    await site.idle();
    site.jira.misbehave.missing = () => false;
    await site.sandbox.passTime(30 * minute);
    expect(await site.contactOf('ann')).toMatchObject({ name: 'Ann' });
  });

  it.each(['deleted', 'corrupted', 'unavailable'] as const)(
    'stays as it is while Jira gives a record of the form %s, however often it is looked at',
    async (form) => {
      const site = await syncedSite([user('ann'), user('bob')]);
      site.jira.misbehave.degraded = () => form;
      for (let round = 0; round < 3; round++) {
        await site.admin('syncNow', {});
        site.sandbox.forge.events.emit('avi:jira:updated:user', updated('ann'));
        await site.sandbox.passTime(12 * minute);
      }
      site.jira.misbehave.degraded = () => false;
      expect(await site.contactOf('ann')).toMatchObject({ name: 'Ann', version: 1 });
    },
  );

  it('stays linked when a bulk answer holds records without ids in place of two accounts', async () => {
    const site = await syncedSite([user('ann'), user('bob')]);
    site.jira.misbehave.missing = (accountId) => ['ann', 'bob'].includes(accountId);
    for (const accountId of ['ann', 'bob']) site.sandbox.forge.events.emit('avi:jira:updated:user', updated(accountId));
    await site.idle();
    site.jira.misbehave.missing = () => false;
    site.jira.misbehave.degraded = () => 'corrupted';
    await site.sandbox.passTime(30 * minute);
    site.jira.misbehave.degraded = () => false;
    expect(await site.contactOf('ann')).toBeDefined();
    expect(await site.contactOf('bob')).toBeDefined();
  });
});

describe('an event that is not what Jira documents', () => {
  it.each([
    [{}],
    [{ eventType: 'avi:jira:created:user' }],
    [{ eventType: 'avi:jira:created:user', user: { accountId: 'unknown' } }],
    [{ eventType: 'avi:jira:created:user', user: { accountId: '../../x?y=1' } }],
    [{ eventType: 'avi:jira:created:user', user: { accountId: 42 } }],
  ])('does nothing: %j', async (payload) => {
    const site = await syncedSite([noEmail('ann')]);
    const before = site.writes;
    site.sandbox.forge.events.emit('avi:jira:created:user', payload);
    await site.idle();
    expect(site.writes).toBe(before);
    site.sandbox.expectNoProblems();
  });
});
