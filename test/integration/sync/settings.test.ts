import { noEmail, openSite, syncedSite, user } from './open-site';

describe('settings', () => {
  it('are the defaults until an admin changes them', async () => {
    const site = await openSite();
    expect(await site.admin('getSettings', {})).toEqual({
      ok: true,
      value: {
        accountTypes: { atlassian: true, customer: true },
        includeInactive: false,
        hiddenEmails: 'use',
        usersWithoutEmail: 'skip',
        excludedDomains: [],
        editPolicy: 'locked',
        companyFromDomain: false,
      },
    });
  });

  it('change where they are given, and stay where they are left out', async () => {
    const site = await openSite();
    await site.admin('updateSettings', { settings: { includeInactive: true } });
    const answer = await site.admin('updateSettings', { settings: { excludedDomains: ['Example.COM'] } });
    expect(answer).toMatchObject({ ok: true, value: { includeInactive: true, excludedDomains: ['example.com'] } });
    expect(await site.admin('getSettings', {})).toEqual(answer);
  });

  it('changed while sync is off begin no run', async () => {
    const site = await openSite([user('ann')]);
    await site.admin('updateSettings', { settings: { includeInactive: true } });
    await site.sandbox.settle();
    expect(await site.status()).not.toHaveProperty('run');
  });

  it('changed while sync is on begin a reconcile run', async () => {
    const site = await syncedSite();
    await site.admin('updateSettings', { settings: { includeInactive: true } });
    expect((await site.status()).run?.kind).toBe('reconcile');
  });

  it('that are no change begin none', async () => {
    const site = await syncedSite();
    await site.admin('updateSettings', { settings: { includeInactive: false } });
    expect((await site.status()).run?.kind).toBe('initial');
  });

  it('changed during a run are applied by a reconcile run after it', async () => {
    const site = await openSite([user('ann', { active: false })]);
    await site.turnOn();
    await site.admin('updateSettings', { settings: { includeInactive: true } });
    await site.sandbox.settle();
    expect((await site.status()).run).toMatchObject({ kind: 'reconcile', state: 'done' });
    expect(await site.contactOf('ann')).toBeDefined();
  });
});

describe('a change of settings while sync is on', () => {
  it('to includeInactive brings deactivated users in', async () => {
    const site = await syncedSite([user('ann', { active: false })]);
    await site.admin('updateSettings', { settings: { includeInactive: true } });
    await site.sandbox.settle();
    expect(await site.contactOf('ann')).toMatchObject({ jiraUser: { active: false } });
    expect(await site.skipped()).toEqual([]);
  });

  it('back from includeInactive keeps who is linked', async () => {
    const site = await syncedSite([user('ann', { active: false })]);
    await site.admin('updateSettings', { settings: { includeInactive: true } });
    await site.sandbox.settle();
    await site.admin('updateSettings', { settings: { includeInactive: false } });
    await site.sandbox.settle();
    expect(await site.contactOf('ann')).toBeDefined();
  });

  it('to usersWithoutEmail: create brings users without an email in', async () => {
    const site = await syncedSite([noEmail('ann')]);
    await site.admin('updateSettings', { settings: { usersWithoutEmail: 'create' } });
    await site.sandbox.settle();
    const ann = await site.contactOf('ann');
    expect(ann).toMatchObject({ name: 'Ann' });
    expect(ann).not.toHaveProperty('email');
  });

  it('to an excluded domain unlinks its users, whose contacts stay as regular ones', async () => {
    const site = await syncedSite([user('ann'), user('bob', { email: 'bob@other.example' })]);
    await site.admin('updateSettings', { settings: { excludedDomains: ['example.com'] } });
    await site.sandbox.settle();
    expect(await site.contactOf('ann')).toBeUndefined();
    expect((await site.everybody('regular')).map(({ name, email }) => [name, email])).toEqual([
      ['Ann', 'ann@example.com'],
    ]);
    expect(await site.skipped()).toEqual([{ accountId: 'ann', name: 'Ann', reason: 'excluded-domain' }]);
    expect(await site.counts()).toMatchObject({ unlinked: 1, unchanged: 5 });
  });

  it('to an excluded type and back gives everybody their own contact again', async () => {
    const site = await syncedSite([user('qm:ann', { accountType: 'customer' })]);
    const before = await site.picture();
    const ids = (await site.everybody()).map(({ id }) => id);
    await site.admin('updateSettings', { settings: { accountTypes: { atlassian: true, customer: false } } });
    await site.sandbox.settle();
    expect(await site.contactOf('qm:ann')).toBeUndefined();
    await site.admin('updateSettings', { settings: { accountTypes: { atlassian: true, customer: true } } });
    await site.sandbox.settle();
    expect(await site.picture()).toEqual(before);
    expect((await site.everybody()).map(({ id }) => id)).toEqual(ids);
  });

  it('to locked replaces what a person wrote, and keeps it', async () => {
    const site = await openSite([user('ann')]);
    await site.admin('updateSettings', { settings: { editPolicy: 'follow-until-edited' } });
    await site.turnOn();
    await site.sandbox.settle();
    const ann = await site.contactOf('ann');
    await site.contacts('updateContact', { id: ann?.id ?? '', version: ann?.version ?? 0, changes: { name: 'Annie' } });
    await site.admin('updateSettings', { settings: { editPolicy: 'locked' } });
    await site.sandbox.settle();
    expect(await site.contactOf('ann')).toMatchObject({ name: 'Ann', nameBeforeSync: 'Annie' });
  });
});
