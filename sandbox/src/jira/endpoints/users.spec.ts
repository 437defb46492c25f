import { ROSTER } from '../directory/roster';
import { ADMIN, AGENT, APP, CUSTOMER, NOBODY, openSite } from '../jira-fixture';

type Json = Record<string, unknown>;
const ids = (body: unknown): unknown[] => (body as Json[]).map((user) => user.accountId);
const rosterIds = Object.values(ROSTER);

describe('GET /users/search', () => {
  it('gives a bare array of every account, oldest first, portal customers and apps included', () => {
    expect(ids(openSite().get('/users/search').body)).toEqual(rosterIds);
  });

  it('is the same as GET /users', () => {
    expect(ids(openSite().get('/users').body)).toEqual(rosterIds);
  });

  it('begins at startAt and ends with an empty array', () => {
    const { get } = openSite();
    expect(ids(get('/users/search?startAt=3&maxResults=1').body)).toEqual([ROSTER.customer]);
    expect(get('/users/search?startAt=5').body).toEqual([]);
  });

  it('gives 50 accounts unless asked otherwise, and never more than 1000', () => {
    const { get } = openSite({ users: 1200 });
    expect(get('/users/search').body).toHaveLength(50);
    expect(get('/users/search?maxResults=5000').body).toHaveLength(1000);
  });

  it('refuses a startAt that is no whole number with 400', () => {
    expect(openSite().get('/users/search?startAt=-1').status).toBe(400);
  });

  it('has short pages before the end; pages by the requested size still give each account once', () => {
    const { get } = openSite({ users: 1000, options: { usersPerEmptySlot: 20 } });
    const sizes: number[] = [];
    const seen = new Set<unknown>();
    for (let startAt = 0; ; startAt += 100) {
      const page = ids(get(`/users/search?startAt=${startAt}&maxResults=100`).body);
      if (page.length === 0) break;
      sizes.push(page.length);
      for (const id of page) seen.add(id);
    }
    expect(seen.size).toBe(1000);
    expect(sizes.slice(0, -1).some((size) => size < 100)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1000);
  });

  it('is never empty before the end, not even a page of one', () => {
    const { get } = openSite({ users: 60, options: { usersPerEmptySlot: 2 } });
    const seen = new Set<unknown>();
    let startAt = 0;
    for (; ; startAt += 1) {
      const page = ids(get(`/users/search?startAt=${startAt}&maxResults=1`, { from: 'browser' }).body);
      if (page.length === 0) break;
      seen.add(page[0]);
    }
    expect(seen.size).toBe(60);
    expect(startAt).toBeGreaterThan(60);
  });

  it('can be told to leave accounts out of a page, this time only', () => {
    const { get, site } = openSite({ users: 60 });
    site.misbehave.shortPages = 1;
    const first = (get('/users/search?maxResults=60').body as Json[]).length;
    expect(first).toBeLessThan(60);
    site.misbehave.shortPages = 0;
    expect(get('/users/search?maxResults=60').body).toHaveLength(60);
  });

  it('can list by account id instead, where a new account shifts what follows', () => {
    const { get, site } = openSite({ options: { usersOrder: 'accountId' } });
    expect(ids(get('/users/search').body)).toEqual([...rosterIds].sort());
    site.createUser({ accountId: '000', displayName: 'First of all' });
    expect(ids(get('/users/search').body)).toEqual(['000', ...[...rosterIds].sort()]);
  });

  it('contains deactivated accounts as they are, and deleted ones as degraded records', () => {
    const { get, site } = openSite();
    site.deactivateUser(ROSTER.agent);
    site.deleteUser(ROSTER.accountManager);
    const [, agent, former] = get('/users/search').body as Json[];
    expect(agent).toMatchObject({ displayName: 'Bruno Keller', active: false });
    expect(former).toMatchObject({ accountId: ROSTER.accountManager, displayName: 'Former user', active: false });
    expect(former).not.toHaveProperty('emailAddress');
  });

  it('needs the permission to browse users: customers and nobody get 403', () => {
    const { get } = openSite();
    expect(get('/users/search', { as: AGENT }).status).toBe(200);
    expect(get('/users/search', { as: CUSTOMER }).status).toBe(403);
    expect(get('/users/search', { as: NOBODY }).status).toBe(403);
    expect(openSite({ options: { appBrowsesUsers: false } }).get('/users/search').status).toBe(403);
  });
});

describe('GET /user', () => {
  const path = (accountId: string): string => `/user?accountId=${encodeURIComponent(accountId)}`;

  it('gives the record with its email when the profile shows it', () => {
    expect(openSite().get(path(ROSTER.agent)).body).toEqual({
      self: `https://api.atlassian.com/ex/jira/3c9a4f6e-0b7d-4a52-9d1e-5f8e2c7b6a10/rest/api/3/user?accountId=${encodeURIComponent(ROSTER.agent)}`,
      accountId: ROSTER.agent,
      accountType: 'atlassian',
      emailAddress: 'bruno.keller@harbourlight.example',
      avatarUrls: expect.objectContaining({ '48x48': expect.stringContaining('https://') }),
      displayName: 'Bruno Keller',
      active: true,
      timeZone: 'Europe/Berlin',
      locale: 'en-US',
      groups: { size: 3, items: [] },
      applicationRoles: { size: 2, items: [] },
    });
  });

  it('gives app accounts their appType', () => {
    expect(openSite().get(path(ROSTER.app)).body).toMatchObject({ accountType: 'app', appType: 'service' });
  });

  it('lists groups and application roles when expanded', () => {
    expect(openSite().get(`${path(ROSTER.accountManager)}&expand=groups,applicationRoles`).body).toMatchObject({
      groups: { size: 2, items: [{ name: 'jira-users-kith' }, { name: 'account-managers' }] },
      applicationRoles: { size: 1, items: [{ key: 'jira-software', name: 'Jira' }] },
    });
  });

  it('leaves a hidden email out, or gives null for it, even to an administrator', () => {
    const { get, site } = openSite({ users: 400 });
    site.hideEmail(ROSTER.agent);
    expect(get(path(ROSTER.agent), { as: ADMIN }).body).not.toHaveProperty('emailAddress');
    const hidden = site.listUsers({ limit: 400 }).users.find((user) => user.emailNullWhenHidden && !user.deleted);
    expect(get(path(hidden?.accountId ?? '')).body).toHaveProperty('emailAddress', null);
  });

  it('answers 404 for an unknown id, 403 without permission, 401 to nobody', () => {
    const { get } = openSite();
    expect(get(path('nobody-has-this')).status).toBe(404);
    expect(get(path(ROSTER.agent), { as: CUSTOMER }).status).toBe(403);
    expect(get(path(ROSTER.agent), { as: NOBODY }).status).toBe(401);
  });

  it('answers 401 to a person whose account was deactivated', () => {
    const { get, site } = openSite();
    site.deactivateUser(ROSTER.agent);
    expect(get(path(ROSTER.admin), { as: AGENT }).status).toBe(401);
  });

  it('gives a degraded record for a deleted account, or 404 where that is chosen', () => {
    const degraded = openSite();
    degraded.site.deleteUser(ROSTER.agent);
    expect(degraded.get(path(ROSTER.agent)).body).toMatchObject({ displayName: 'Former user', active: false });
    const absent = openSite({ options: { deletedRead: 'not-found' } });
    absent.site.deleteUser(ROSTER.agent);
    expect(absent.get(path(ROSTER.agent)).status).toBe(404);
  });

  it('can be told to degrade a living record: unavailable looks like deleted, corrupted has the id "unknown"', () => {
    const { get, site } = openSite();
    site.misbehave.degraded = (accountId) => accountId === ROSTER.agent;
    expect(get(path(ROSTER.agent)).body).toMatchObject({ accountId: ROSTER.agent, displayName: 'Former user' });
    site.misbehave.degraded = () => 'corrupted';
    expect(get(path(ROSTER.agent)).body).toMatchObject({ accountId: 'unknown', accountType: 'unknown' });
  });

  it('can be told that a record is missing', () => {
    const { get, site } = openSite();
    site.misbehave.missing = (accountId) => accountId === ROSTER.agent;
    expect(get(path(ROSTER.agent)).status).toBe(404);
    expect(get('/users/search').body).toHaveLength(5);
  });
});

describe('GET /user/bulk', () => {
  const query = (accountIds: readonly string[]): string =>
    accountIds.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');

  it('gives the accounts asked for, each once, and leaves out those that are not there', () => {
    const { body } = openSite().get(`/user/bulk?${query([ROSTER.agent, 'nobody', ROSTER.admin, ROSTER.agent])}`);
    expect(body).toMatchObject({ startAt: 0, maxResults: 10, total: 2, isLast: true });
    expect(ids((body as Json).values)).toEqual([ROSTER.agent, ROSTER.admin]);
  });

  it('gives ten unless asked for more, at most 200, and says where the next page is', () => {
    const { get, site } = openSite({ users: 300 });
    const many = query(site.listUsers({ limit: 300 }).users.map((user) => user.accountId));
    const first = get(`/user/bulk?${many}`).body as Json;
    expect(first).toMatchObject({ total: 300, isLast: false, nextPage: expect.stringContaining('startAt=10') });
    expect(first.values).toHaveLength(10);
    expect((get(`/user/bulk?${many}&maxResults=1000`).body as Json).values).toHaveLength(200);
    expect(get(`/user/bulk?${many}&maxResults=200&startAt=200`).body).toMatchObject({ isLast: true });
  });

  it('answers 400 without an id or with one over 128 characters, 401 to whoever has no access to Jira', () => {
    const { get } = openSite();
    expect(get('/user/bulk').status).toBe(400);
    expect(get(`/user/bulk?${query(['x'.repeat(129)])}`).status).toBe(400);
    expect(get(`/user/bulk?${query([ROSTER.agent])}`, { as: CUSTOMER }).status).toBe(401);
    expect(get(`/user/bulk?${query([ROSTER.agent])}`, { as: NOBODY }).status).toBe(401);
  });
});

describe('GET /user/search', () => {
  it('finds active accounts by the beginning of a word of the name, accents and case aside', () => {
    const { get, site } = openSite();
    site.createUser({ accountId: 'e', displayName: 'Éloïse Müller' });
    site.createUser({ accountId: 'f', displayName: 'Eloise Gone', active: false });
    expect(ids(get('/user/search?query=elo').body)).toEqual(['e']);
    expect(ids(get('/user/search?query=MULL').body)).toEqual(['e']);
  });

  it('finds by a visible email and not by a hidden one', () => {
    const { get, site } = openSite();
    expect(ids(get('/user/search?query=bruno.keller%40').body)).toEqual([ROSTER.agent]);
    site.hideEmail(ROSTER.agent);
    expect(get('/user/search?query=bruno.keller%40').body).toEqual([]);
  });

  it('reaches only the first 1000 matches', () => {
    const { get } = openSite({ users: 2000 });
    expect(get('/user/search?query=&startAt=990&maxResults=100').body).toHaveLength(10);
    expect(get('/user/search?query=&startAt=1000').body).toEqual([]);
  });

  it('gives an empty list without permission, and 400 without a query', () => {
    const { get } = openSite();
    expect(get('/user/search?query=a', { as: CUSTOMER })).toMatchObject({ status: 200, body: [] });
    expect(get('/user/search').status).toBe(400);
  });
});

describe('GET /myself', () => {
  it('gives the account that asks: the person, or the app itself', () => {
    const { get } = openSite();
    expect(get('/myself', { as: AGENT }).body).toMatchObject({ accountId: ROSTER.agent });
    expect(get('/myself', { as: APP }).body).toMatchObject({ accountId: ROSTER.app });
    expect(get('/myself', { as: NOBODY }).status).toBe(401);
  });
});
