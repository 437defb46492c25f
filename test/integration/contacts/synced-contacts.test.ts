import { ROSTER } from '../../../sandbox/src/jira';
import { codeOf, directoryOf, type Kith, openKith, valueIn } from './open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith({
    directory: directoryOf(
      { accountId: '712020:a1', displayName: 'Ann One', email: 'ann@example.com' },
      {
        accountId: '712020:a2',
        displayName: 'Ann Portal',
        email: 'Ann@Example.com',
        accountType: 'customer',
        groups: [],
      },
    ),
  });
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const update = async (
  id: string,
  version: number,
  changes: { name?: string; email?: string | null; fields?: object },
) => kith.contacts('updateContact', { id, version, changes: changes as { name?: string } });
const get = async (id: string) => valueIn(await kith.contacts('getContact', { id }));

describe('a synced contact', () => {
  it('shows the Jira users that it follows, with absolute addresses of their profile or their requests', async () => {
    await kith.sync();
    const ann = await kith.find('ann@');
    expect(ann).toMatchObject({ synced: true, locked: true, name: 'Ann One', email: 'ann@example.com' });
    expect(ann.jiraUser).toEqual({
      accountId: '712020:a1',
      accountType: 'atlassian',
      name: 'Ann One',
      email: 'ann@example.com',
      active: true,
      profileUrl: 'https://kith-sandbox.atlassian.net/jira/people/712020:a1',
      avatarUrl: expect.stringMatching(/^https:/),
      retrievedAt: expect.stringMatching(/Z$/),
      linkedAt: expect.stringMatching(/Z$/),
    });
    expect(ann.otherJiraUsers).toEqual([
      expect.objectContaining({ accountId: '712020:a2', accountType: 'customer', name: 'Ann Portal' }),
    ]);
    const dana = await kith.find('dana');
    expect(dana).not.toHaveProperty('otherJiraUsers');
    expect(dana.jiraUser).toMatchObject({
      accountType: 'customer',
      profileUrl: `https://kith-sandbox.atlassian.net/issues/?jql=${encodeURIComponent(`reporter = "${ROSTER.customer}"`)}`,
    });
  });

  it('cannot be renamed, given another email, or deleted, before its version is looked at', async () => {
    await kith.sync();
    const { id } = await kith.find('dana');
    expect(codeOf(await update(id, 99, { name: 'Other' }))).toBe('locked');
    expect(codeOf(await update(id, 99, { email: 'other@example.com' }))).toBe('locked');
    expect(codeOf(await update(id, 99, { email: null }))).toBe('locked');
    expect(codeOf(await kith.contacts('deleteContact', { id, version: 99 }))).toBe('locked');
  });

  it('takes a person’s company and fields, together with the values that it has', async () => {
    await kith.sync();
    const dana = await kith.find('dana');
    const changes = { name: ' Dana Okafor', email: 'DANA@bluefinch.example', fields: { tier: 'gold' } };
    const updated = valueIn(await update(dana.id, dana.version, changes));
    expect(updated).toEqual({
      ...dana,
      version: dana.version + 1,
      fields: { tier: 'gold' },
      updatedAt: updated.updatedAt,
    });
  });

  it('shows nothing of Jira, and may be changed and deleted, the moment that sync is off', async () => {
    await kith.sync();
    const dana = await kith.find('dana');
    await kith.turnOff();
    const seen = await get(dana.id);
    const { jiraUser: _, locked: __, ...rest } = dana;
    expect(seen).toEqual({ ...rest, synced: false });
    const renamed = valueIn(await update(dana.id, dana.version, { name: 'D. Okafor' }));
    expect(codeOf(await kith.contacts('deleteContact', { id: dana.id, version: renamed.version }))).toBe('ok');
  });

  it('is looked at again when a person asks, but not within 15 minutes', async () => {
    await kith.sync();
    const dana = await kith.find('dana');
    const refresh = async () =>
      valueIn(await kith.contacts('refreshContacts', { ids: [dana.id, 'none', 'a/b', dana.id] }));
    const { items } = await refresh();
    expect(items).toEqual([dana]);
    await kith.sandbox.passTime(16 * 60_000);
    const later = (await refresh()).items[0];
    expect(later?.version).toBe(dana.version);
    expect(Date.parse(later?.jiraUser?.retrievedAt ?? '')).toBeGreaterThan(
      Date.parse(dana.jiraUser?.retrievedAt ?? '') + 900_000,
    );
  });
});

describe('under follow-until-edited', () => {
  beforeEach(() => kith.sync({ editPolicy: 'follow-until-edited' }));

  it('a saved name stays when the account is renamed, and follows again once a person saves the account’s', async () => {
    const dana = await kith.find('dana');
    expect(dana).not.toHaveProperty('locked');
    const edited = valueIn(await update(dana.id, dana.version, { name: 'Dana from Bluefinch' }));
    expect(edited).toMatchObject({ name: 'Dana from Bluefinch', version: dana.version + 1, synced: true });
    kith.sandbox.jira.renameUser(ROSTER.customer, 'Dana Second');
    valueIn(await kith.admin('syncNow', {}));
    await kith.sandbox.settle();
    expect(await get(dana.id)).toMatchObject({ name: 'Dana from Bluefinch', jiraUser: { name: 'Dana Second' } });

    const { version } = await get(dana.id);
    valueIn(await update(dana.id, version, { name: 'Dana Second' }));
    kith.sandbox.jira.renameUser(ROSTER.customer, 'Dana Third');
    valueIn(await kith.admin('syncNow', {}));
    await kith.sandbox.settle();
    expect(await get(dana.id)).toMatchObject({ name: 'Dana Third' });
  });

  it('a saved email stays when the account gets another, and the old one is free', async () => {
    const dana = await kith.find('dana');
    valueIn(await update(dana.id, dana.version, { email: 'private@example.com' }));
    expect(codeOf(await kith.contacts('createContact', { contact: { name: 'X', email: 'private@example.com' } }))).toBe(
      'conflict',
    );
    valueIn(await kith.contacts('createContact', { contact: { name: 'Other', email: 'dana@bluefinch.example' } }));
    kith.sandbox.jira.changeEmail(ROSTER.customer, 'dana2@bluefinch.example');
    valueIn(await kith.admin('syncNow', {}));
    await kith.sandbox.settle();
    const seen = await get(dana.id);
    expect(seen).toMatchObject({ email: 'private@example.com', jiraUser: { email: 'dana2@bluefinch.example' } });

    const again = valueIn(await update(dana.id, seen.version, { email: 'dana2@bluefinch.example' }));
    expect(again.email).toBe('dana2@bluefinch.example');
    kith.sandbox.jira.changeEmail(ROSTER.customer, 'dana3@bluefinch.example');
    valueIn(await kith.admin('syncNow', {}));
    await kith.sandbox.settle();
    expect(await get(dana.id)).toMatchObject({ email: 'dana3@bluefinch.example' });
  });

  it('a synced contact still cannot be deleted', async () => {
    const dana = await kith.find('dana');
    expect(codeOf(await kith.contacts('deleteContact', { id: dana.id, version: dana.version }))).toBe('locked');
  });

  it('what a person saved is replaced, and kept beside it, when the policy becomes locked', async () => {
    const dana = await kith.find('dana');
    valueIn(await update(dana.id, dana.version, { name: 'Mine', email: 'mine@example.com' }));
    valueIn(await kith.admin('updateSettings', { settings: { editPolicy: 'locked' } }));
    await kith.sandbox.settle();
    expect(await get(dana.id)).toMatchObject({
      name: 'Dana Okafor',
      email: 'dana@bluefinch.example',
      nameBeforeSync: 'Mine',
      emailBeforeSync: 'mine@example.com',
    });
  });
});

describe('a contact after sync was turned off', () => {
  it('that a person gave another email is theirs: the account does not come back to it', async () => {
    await kith.sync();
    const dana = await kith.find('dana');
    await kith.turnOff();
    await kith.sandbox.settle();
    valueIn(await update(dana.id, dana.version, { email: 'mine@example.com' }));
    await kith.sync();
    expect(await get(dana.id)).toMatchObject({ synced: false, email: 'mine@example.com' });
    expect((await kith.find('dana@bluefinch')).id).not.toBe(dana.id);
  });

  it('that a person renamed gets the account back, and under follow-until-edited keeps the name', async () => {
    await kith.sync({ editPolicy: 'follow-until-edited' });
    const dana = await kith.find('dana');
    await kith.turnOff();
    await kith.sandbox.settle();
    valueIn(await update(dana.id, dana.version, { name: 'Mine' }));
    await kith.sync();
    expect(await get(dana.id)).toMatchObject({ synced: true, name: 'Mine', jiraUser: { name: 'Dana Okafor' } });
  });
});

describe('an account whose email a regular contact owns', () => {
  it('gets its contact as soon as that contact lets go of the email', async () => {
    await kith.sync();
    const dana = await kith.find('dana');
    const owner = valueIn(
      await kith.contacts('createContact', { contact: { name: 'Owner', email: 'new@example.com' } }),
    );
    kith.sandbox.jira.changeEmail(ROSTER.customer, 'new@example.com');
    valueIn(await kith.admin('syncNow', {}));
    await kith.sandbox.settle();
    expect(await get(dana.id)).toMatchObject({
      email: 'dana@bluefinch.example',
      jiraUser: { email: 'new@example.com' },
    });
    valueIn(await kith.contacts('deleteContact', { id: owner.id, version: owner.version }));
    await kith.sandbox.settle();
    expect(await get(dana.id)).toMatchObject({ email: 'new@example.com' });
  });
});
