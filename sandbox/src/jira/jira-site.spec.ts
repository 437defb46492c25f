import type { Journal } from '../journal/journal';
import { NotBuilt } from './answers';
import { ROSTER } from './directory/roster';
import { ADMIN, AGENT, APP, NOBODY, openSite } from './jira-fixture';

/** A journal in memory. */
function keepingJournal(): Journal {
  const tables = new Map<string, Map<string, unknown>>();
  const table = (name: string): Map<string, unknown> => {
    const known = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, known);
    return known;
  };
  return {
    load: (name) => [...table(name)].map(([key, value]) => ({ key, value: structuredClone(value) })),
    put: (name, key, value) => void table(name).set(key, structuredClone(value)),
    remove: (name, key) => void table(name).delete(key),
  };
}

describe('scopes', () => {
  const user = `/user?accountId=${ROSTER.agent}`;
  const granular = ['read:user:jira', 'read:application-role:jira', 'read:avatar:jira', 'read:group:jira'];

  it('are met by the classic scope, or by the complete granular set', () => {
    const { get } = openSite();
    expect(get(user, { scopes: ['read:jira-user'] }).status).toBe(200);
    expect(get(user, { scopes: granular }).status).toBe(200);
    expect(get(user, { scopes: granular.slice(1) }).status).toBe(401);
  });

  it('that are missing give 401 and the body of the gateway, for the app, for people, from the browser', () => {
    const { get } = openSite();
    const refused = { status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } };
    expect(get(user, { as: APP, scopes: [] })).toMatchObject(refused);
    expect(get(user, { as: ADMIN, scopes: [] })).toMatchObject(refused);
    expect(get(user, { as: ADMIN, scopes: [], from: 'browser' })).toMatchObject(refused);
  });

  it('are not asked of GET /serverInfo', () => {
    const { get } = openSite();
    expect(get('/serverInfo', { as: NOBODY, scopes: [] })).toMatchObject({
      status: 200,
      body: { baseUrl: 'https://kith-sandbox.atlassian.net', deploymentType: 'Cloud', serverTitle: 'Jira' },
    });
  });
});

describe('what is not built', () => {
  it.each([
    ['GET', '/rest/api/3/field'],
    ['POST', '/rest/api/3/issue'],
    ['GET', '/rest/api/2/myself'],
    ['GET', '/rest/servicedeskapi/info'],
    ['GET', '/rest/agile/1.0/board'],
  ])('%s %s fails loudly by name', (method, path) => {
    const { site } = openSite();
    const call = (): unknown => site.handle({ method, path, headers: {} }, APP, []);
    expect(call).toThrow(NotBuilt);
    expect(call).toThrow(`${method} ${path}`);
  });
});

describe('the journal', () => {
  it('keeps accounts, issues and issue properties across a restart', () => {
    const journal = keepingJournal();
    const before = openSite({ users: 60, journal });
    before.site.renameUser(ROSTER.agent, 'Bruno K.');
    before.site.deleteUser(ROSTER.accountManager);
    const created = before.site.createUser({ displayName: 'Eva Lind' });
    const issue = before.site.createIssue({ projectKey: 'HELP', summary: 'Kept', reporter: created.accountId });
    before.send('PUT', `/issue/${issue.key}/properties/a`, { kept: true });
    const after = openSite({ journal });
    expect(after.site.userCount).toBe(61);
    expect(after.site.listUsers({ limit: 100 })).toEqual(before.site.listUsers({ limit: 100 }));
    expect(after.site.findIssue(issue.key)).toEqual(issue);
    expect(after.get(`/issue/${issue.key}/properties/a`).body).toEqual({ key: 'a', value: { kept: true } });
    expect(after.site.listIssues({ limit: 100 })).toEqual(before.site.listIssues({ limit: 100 }));
  });

  it('that holds a directory makes the given one unnecessary', () => {
    const journal = keepingJournal();
    openSite({ users: 10, journal });
    expect(openSite({ users: 50, journal }).site.userCount).toBe(10);
  });
});

describe("the site's own lists", () => {
  it('find accounts by any part of name, email or id, in any state', () => {
    const { site } = openSite();
    site.deactivateUser(ROSTER.agent);
    expect(site.listUsers({ search: 'KELLER' }).users.map((user) => user.accountId)).toEqual([ROSTER.agent]);
    expect(site.listUsers({ search: 'bluefinch' }).total).toBe(1);
    expect(site.listUsers({ startAt: 4 }).users.map((user) => user.accountId)).toEqual([ROSTER.app]);
  });

  it('give issues newest first, and to a person only what that person may see', () => {
    const { site } = openSite();
    expect(site.listIssues({ projectKey: 'BOARD', visibleTo: ROSTER.agent }).total).toBe(0);
    expect(site.listIssues({ projectKey: 'BOARD', visibleTo: ROSTER.admin }).total).toBe(2);
    const ids = site.listIssues({ limit: 100 }).issues.map((issue) => Number(issue.id));
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });

  it('give copies: changing one changes nothing on the site', () => {
    const { site, get } = openSite();
    const found = site.findUser(ROSTER.agent);
    if (found !== undefined) found.displayName = 'Changed outside';
    expect(get(`/user?accountId=${ROSTER.agent}`, { as: AGENT }).body).toMatchObject({ displayName: 'Bruno Keller' });
  });

  it('know what access a person has', () => {
    const { site } = openSite();
    site.createUser({ accountId: 'seatless', displayName: 'No Seat', groups: [] });
    expect([ROSTER.admin, 'seatless', ROSTER.customer, 'nobody'].map((id) => site.accessOf(id))).toEqual([
      'licensed',
      'unlicensed',
      'customer',
      'anonymous',
    ]);
    expect(site.hasGlobalPermission(ROSTER.admin, 'ADMINISTER')).toBe(true);
    expect(site.hasGlobalPermission(ROSTER.agent, 'ADMINISTER')).toBe(false);
  });

  it('begin with issues reported by people, portal customers and nobody', () => {
    const { site } = openSite({ users: 50 });
    const reporters = site.listIssues({ limit: 100 }).issues.map((issue) => issue.reporter);
    expect(reporters).toHaveLength(60);
    expect(reporters.filter((id) => id?.startsWith('qm:')).length).toBeGreaterThan(10);
    expect(reporters.filter((id) => id !== undefined && !id.startsWith('qm:')).length).toBeGreaterThan(10);
    expect(reporters).toContain(undefined);
  });
});
