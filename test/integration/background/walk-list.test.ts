import { day, hour, minute, Site, user, users } from './site';

let site: Site;
afterEach(() => site.close());

const week = 7 * day;
/** An email that Jira does not have. */
const noEmail = { email: undefined as never };

describe('the slower walk over Jira’s list', () => {
  it('finds within a week the accounts of whose creation no event told, on short pages, too, and writes nothing else', async () => {
    const known = [...users(50), user('no-email', noEmail), user('off', { active: false })];
    site = await Site.synced(known, { jira: { usersPerEmptySlot: 3 } });
    const before = site.revisions();
    site.unnoticed(() => {
      site.jira.createUser({ accountId: 'new', displayName: 'New One', email: 'new@example.com' });
      site.jira.createUser({ accountId: 'qm:new', displayName: 'New Two', email: 'qm@example.com', emailHidden: true });
    });
    await site.sandbox.passTime(week);
    expect(site.contactOf('new')).toMatchObject({ name: 'New One', email: 'new@example.com' });
    expect(site.contactOf('qm:new')).toMatchObject({ name: 'New Two', email: 'qm@example.com' });
    for (const [key, value] of before) expect(site.revisions().get(key)).toEqual(value);
    expect(site.revisions().size).toBe(before.size + 6);
  });

  it('decides anew about accounts without an email, with a hidden one, and with one that is taken', async () => {
    site = await Site.open([user('leader'), user('no-email', noEmail), user('hidden', { emailHidden: true })]);
    await site.admin('updateSettings', { settings: { editPolicy: 'follow-until-edited' } });
    await site.turnOn();
    await site.sandbox.settle();
    expect(site.record('skip', 'no-email')?.reason).toBe('no-email');

    // A person gives a synced contact the email with which another account comes.
    const leader = await site.named('Name of leader');
    const { id = '', version = 0 } = leader ?? {};
    await site.contacts('updateContact', { id, version, changes: { email: 'wanted@example.com' } });
    site.jira.createUser({ accountId: 'taken', displayName: 'Taken', email: 'wanted@example.com' });
    site.jira.misbehave.emails = 'missing-scope';
    site.jira.createUser({ accountId: 'refused', displayName: 'R', email: 'refused@example.com', emailHidden: true });
    await site.sandbox.settle();
    expect(site.record('skip', 'taken')).toMatchObject({ reason: 'email-taken', contactId: id });
    expect(site.record('skip', 'refused')?.reason).toBe('hidden-email');

    site.jira.misbehave.emails = 'none';
    site.unnoticed(() => {
      site.jira.changeEmail('no-email', 'found@example.com');
      site.jira.changeEmail('taken', 'own@example.com');
    });
    const { list, ...rest } = site.record('walk', 'walk') ?? {};
    const sixDaysAgo = new Date(site.sandbox.clock.now() - 6 * day).toISOString();
    site.put('sync-state', 'walk', { ...rest, list: { ...list, startedAt: sixDaysAgo } });
    await site.sandbox.passTime(hour);
    expect(site.contactOf('no-email')?.email).toBe('found@example.com');
    expect(site.contactOf('taken')?.email).toBe('own@example.com');
    expect(site.contactOf('refused')?.email).toBe('refused@example.com');
    expect([...site.sandbox.storage.rows('skip')]).toEqual([]);
  });

  it('goes over the list once a week, and over our links once a day', async () => {
    site = await Site.synced(users(200));
    site.jira.meter.reset();
    await site.sandbox.passTime(1.5 * day);
    const { done, startAt } = site.record('walk', 'walk')?.list ?? {};
    expect(done).toBeGreaterThanOrEqual(40);
    expect(done).toBeLessThanOrEqual(65);
    expect(startAt).toBeGreaterThanOrEqual(40);
    expect(site.callsOf('GET /users/search')).toBeLessThanOrEqual(2);
  });
});

describe('the walks rest', () => {
  it('while a run is under way', async () => {
    site = await Site.open(users(60), { variables: { POINTS_PER_SITE: '100' } });
    await site.turnOn();
    await site.sandbox.passTime(20 * minute);
    expect((await site.admin('getSyncStatus', {})).run?.state).toBe('running');
    expect(site.record('walk', 'walk')).toBeUndefined();
  });

  it('while sync is off', async () => {
    site = await Site.synced([user('one')]);
    await site.turnOff();
    await site.sandbox.settle();
    const before = site.record('walk', 'walk');
    site.jira.meter.reset();
    await site.sandbox.passTime(day);
    expect(site.record('walk', 'walk')).toEqual(before);
    expect(site.jira.meter.calls).toBe(0);
  });

  it('not while a failed run waits for an admin', async () => {
    site = await Site.synced([user('one')]);
    site.jira.throttle({ kind: 'unavailable', seconds: 12 * 3600, endpoint: 'GET /users/search', headers: false });
    await site.admin('syncNow', {});
    await site.sandbox.passTime(12 * hour);
    expect((await site.admin('getSyncStatus', {})).run?.state).toBe('failed');
    site.unnoticed(() => void site.jira.renameUser('one', 'New Name'));
    await site.sandbox.passTime(day);
    expect(site.contactOf('one')?.name).toBe('New Name');
  });

  it('begin anew when sync is turned on again', async () => {
    site = await Site.synced([user('one')]);
    await site.tick();
    await site.turnOff();
    await site.sandbox.settle();
    await site.turnOn();
    await site.sandbox.settle();
    expect(site.record('walk', 'walk')).toMatchObject({
      walkEpoch: 3,
      links: { done: 0 },
      list: { done: 0, startAt: 0 },
    });
  });
});

describe('former links that the walk meets', () => {
  it('lead back to their contact, or go when their account is missing twice', async () => {
    site = await Site.synced([user('late'), user('left')], { jira: { deletedRead: 'not-found' } });
    const late = site.record('user', 'late');
    const left = site.record('user', 'left');
    const contacts = [site.contactOf('late'), site.contactOf('left')];
    await site.turnOff();
    await site.sandbox.settle();
    site.jira.deleteUser('left');
    await site.turnOn();
    await site.sandbox.settle();
    await site.sandbox.passTime(hour);
    // As workers of the first epoch left them, who were still at work when everybody had come past.
    site.put('jira-user', 'late', late);
    site.put('jira-user', 'left', left);
    for (const contact of contacts) site.put('contact', contact?.id ?? '', contact);
    await site.sandbox.passTime(day);
    expect(site.record('user', 'late')).toMatchObject({ kind: 'link', epoch: 3, contactId: contacts[0]?.id });
    expect(site.contactOf('late')?.accounts).toMatchObject([{ accountId: 'late', epoch: 3 }]);
    expect(site.record('user', 'left')).toBeUndefined();
    expect(site.record('contact', contacts[1]?.id ?? '')).toMatchObject({
      accounts: [],
      origins: [{ accountId: 'left', former: false }],
    });
    expect(await site.allContacts('synced')).toHaveLength(5);
  });
});

describe('both walks together', () => {
  it('spend at most a fifth of the site’s points, in every hour', async () => {
    site = await Site.synced(users(150), { variables: { POINTS_PER_SITE: '600' } });
    for (let count = 0; count < 26; count++) {
      await site.sandbox.passTime(hour - (site.sandbox.clock.now() % hour));
      site.jira.meter.reset();
      await site.sandbox.passTime(hour - 1);
      expect(site.pointsSpent()).toBeLessThanOrEqual(120);
    }
    expect(site.record('walk', 'walk')?.links.total).toBeGreaterThanOrEqual(100);
  });
});
