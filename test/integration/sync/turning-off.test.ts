import { ROSTER } from '../../../sandbox/src/jira';
import { crowd, minute, none, syncedSite, user } from './open-site';

describe('turning user sync off', () => {
  it('is true at once: every contact is regular before anything is cleared up', async () => {
    const site = await syncedSite([user('ann')]);
    const before = await site.everybody();
    await site.turnOff();
    const after = await site.everybody();
    expect(after.map(({ synced }) => synced)).toEqual(before.map(() => false));
    expect(after.filter((contact) => 'jiraUser' in contact)).toEqual([]);
  });

  it('changes no contact: same values, same version, and none is removed', async () => {
    const site = await syncedSite(crowd(30));
    const own = (contacts: Awaited<ReturnType<typeof site.everybody>>) =>
      contacts.map(({ id, version, name, email, updatedAt }) => ({ id, version, name, email, updatedAt }));
    const before = own(await site.everybody());
    await site.turnOff();
    expect(own(await site.everybody())).toEqual(before);
    await site.sandbox.settle();
    expect(own(await site.everybody())).toEqual(before);
  });

  it('answers with the phase disabling and an unlink run, which counts links', async () => {
    const site = await syncedSite([user('ann'), user('ann2', { email: 'ann@example.com' })]);
    await site.turnOff();
    expect(await site.status()).toMatchObject({ enabled: false, phase: 'disabling', run: { kind: 'unlink' } });
    await site.sandbox.settle();
    expect(await site.status()).toMatchObject({ enabled: false, phase: 'off', run: { kind: 'unlink', state: 'done' } });
    expect(await site.counts()).toEqual({ ...none, seen: 6, unlinked: 6 });
  });

  it('leaves nothing of an account in its link but the way back', async () => {
    const site = await syncedSite([user('ann')]);
    await site.turnOff();
    await site.sandbox.settle();
    const links = [...site.sandbox.storage.rows('jira-user')].map(({ value }) => Object.keys(value as object).sort());
    expect(links).toHaveLength(5);
    for (const link of links) expect(link).toEqual(['accountId', 'contactId', 'decision', 'kind', 'reducedIn', 'rev']);
  });

  it('lists nobody as skipped', async () => {
    const site = await syncedSite([user('ann', { active: false })]);
    expect(await site.skipped()).toHaveLength(1);
    await site.turnOff();
    expect(await site.skipped()).toEqual([]);
  });

  it('means that changes in Jira no longer reach a contact', async () => {
    const site = await syncedSite([user('ann')]);
    await site.turnOff();
    site.jira.renameUser('ann', 'Ann Marsh');
    site.jira.createUser({ displayName: 'New', email: 'new@example.com' });
    await site.sandbox.passTime(30 * minute);
    await site.sandbox.settle();
    expect((await site.everybody()).map(({ name }) => name)).toEqual([
      'Ada Winter',
      'Ann',
      'Bruno Keller',
      'Chiara Rossi',
      'Dana Okafor',
    ]);
  });

  it('ends an initial run that is under way', async () => {
    const site = await syncedSite();
    await site.turnOff();
    await site.sandbox.settle();
    for (const nth of crowd(40)) site.jira.createUser(nth);
    await site.sandbox.settle();
    await site.turnOn();
    await site.turnOff();
    await site.sandbox.settle();
    expect(await site.everybody('synced')).toEqual([]);
    expect(await site.status()).toMatchObject({ enabled: false, phase: 'off' });
  });

  it('is idempotent', async () => {
    const site = await syncedSite([user('ann')]);
    await site.turnOff();
    await site.sandbox.settle();
    const before = await site.status();
    await site.turnOff();
    await site.sandbox.settle();
    expect(await site.status()).toEqual(before);
  });
});

describe('turning off and on again', () => {
  it.each([
    ['after the clearing up', true],
    ['before anything is cleared up', false],
  ])('duplicates nobody %s', async (_, clearedUp) => {
    const site = await syncedSite(crowd(40));
    const before = await site.everybody();
    await site.turnOff();
    if (clearedUp) await site.sandbox.settle();
    await site.turnOn();
    await site.sandbox.settle();
    const after = await site.everybody();
    expect(after.map(({ id, synced }) => [id, synced])).toEqual(before.map(({ id, synced }) => [id, synced]));
    expect((await site.counts()).created).toBe(0);
  });

  it('counts who comes back as linked', async () => {
    const site = await syncedSite([user('ann')]);
    await site.turnOff();
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.counts()).toEqual({ ...none, seen: 5, linked: 5 });
  });

  it('gives each their own contact although emails were swapped meanwhile', async () => {
    const site = await syncedSite([user('ann'), user('bob')]);
    const before = [(await site.contactOf('ann'))?.id, (await site.contactOf('bob'))?.id];
    await site.turnOff();
    await site.sandbox.settle();
    site.jira.changeEmail('ann', 'bob@example.com');
    site.jira.changeEmail('bob', 'ann@example.com');
    await site.turnOn();
    await site.sandbox.settle();
    const [ann, bob] = [await site.contactOf('ann'), await site.contactOf('bob')];
    expect([ann?.id, bob?.id]).toEqual(before);
    expect([ann?.email, bob?.email]).toEqual(['bob@example.com', 'ann@example.com']);
  });

  it('leaves a contact to the person who gave it another email meanwhile', async () => {
    const site = await syncedSite([user('ann')]);
    const before = await site.contactOf('ann');
    await site.turnOff();
    await site.sandbox.settle();
    const changed = await site.contacts('updateContact', {
      id: before?.id ?? '',
      version: before?.version ?? 0,
      changes: { email: 'mine@example.com' },
    });
    expect(changed.ok).toBe(true);
    await site.turnOn();
    await site.sandbox.settle();
    expect((await site.contactOf('ann'))?.id).not.toBe(before?.id);
    expect((await site.everybody('regular')).map(({ id, email }) => [id, email])).toEqual([
      [before?.id, 'mine@example.com'],
    ]);
  });

  it('makes a new contact of a user whose contact was deleted meanwhile', async () => {
    const site = await syncedSite([user('ann')]);
    const before = await site.contactOf('ann');
    await site.turnOff();
    await site.sandbox.settle();
    await site.contacts('deleteContact', { id: before?.id ?? '', version: before?.version ?? 0 });
    await site.turnOn();
    await site.sandbox.settle();
    const after = await site.contactOf('ann');
    expect(after).toMatchObject({ name: 'Ann', email: 'ann@example.com' });
    expect(after?.id).not.toBe(before?.id);
  });

  it('many times in a row ends as the last time said', async () => {
    const site = await syncedSite([user('ann')]);
    const before = await site.picture();
    for (let round = 0; round < 4; round++) {
      await site.turnOff();
      await site.sandbox.passTime(300);
      await site.turnOn();
      await site.sandbox.passTime(200);
    }
    await site.untilRunEnds();
    await site.sandbox.settle();
    expect(await site.picture()).toEqual(before);
    expect(await site.status()).toMatchObject({ enabled: true, phase: 'on', syncedContacts: 5 });
    expect(await site.contactOf(ROSTER.admin)).toBeDefined();
  });
});
