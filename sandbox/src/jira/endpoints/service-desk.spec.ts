import { ROSTER } from '../directory/roster';
import { AGENT, type Call, CUSTOMER, type Fixture, NOBODY, openSite } from '../jira-fixture';

const CLASSIC = ['manage:servicedesk-customer', 'read:servicedesk-request'];
const OPTED_IN = { 'x-experimentalapi': 'opt-in' };

function open(options = {}): Fixture & { ask(path: string, call?: Call): ReturnType<Fixture['get']> } {
  const fixture = openSite({ options: { issues: 2, ...options } });
  for (const name of ['Ann', 'Bea', 'Cleo']) {
    fixture.site.createUser({ accountId: `qm:${name}`, accountType: 'customer', displayName: name });
  }
  return { ...fixture, ask: (path, call) => fixture.get(`/servicedeskapi${path}`, { scopes: CLASSIC, ...call }) };
}

describe('the service desk API', () => {
  it('lists organizations in its envelope; a new site has one for the customer it begins with', () => {
    const { ask, site } = open();
    expect(ask('/organization').body).toEqual({
      _expands: [],
      size: 1,
      start: 0,
      limit: 50,
      isLastPage: true,
      _links: {
        self: `${site.siteUrl}/rest/servicedeskapi/organization`,
        base: site.siteUrl,
        context: '',
      },
      values: [
        {
          id: '1',
          name: 'Bluefinch',
          scimManaged: false,
          _links: { self: `${site.siteUrl}/rest/servicedeskapi/organization/1` },
        },
      ],
    });
  });

  it('gives one organization to agents and to its members', () => {
    const { ask, site } = open();
    const { id } = site.createOrganization('Acme', [ROSTER.customer]);
    expect(ask(`/organization/${id}`).body).toMatchObject({ id, name: 'Acme', scimManaged: false });
    expect(ask(`/organization/${id}`, { as: CUSTOMER }).status).toBe(200);
    expect(ask('/organization/99').status).toBe(404);
    site.removeFromOrganization(id, [ROSTER.customer]);
    expect(ask(`/organization/${id}`, { as: CUSTOMER }).status).toBe(404);
    expect(ask(`/organization/${id}`, { as: NOBODY }).status).toBe(401);
  });

  it('lists the members of an organization by account id, a page at a time', () => {
    const { ask, site } = open();
    const { id } = site.createOrganization('Acme', ['qm:Cleo', 'qm:Ann', 'qm:Bea']);
    const ids = (query: string): unknown =>
      (ask(`/organization/${id}/user${query}`).body as { values: { accountId: string }[] }).values.map(
        ({ accountId }) => accountId,
      );
    expect(ids('')).toEqual(['qm:Ann', 'qm:Bea', 'qm:Cleo']);
    expect(ids('?start=1&limit=1')).toEqual(['qm:Bea']);
    expect(ask(`/organization/${id}/user?start=1&limit=1`).body).toMatchObject({
      size: 1,
      isLastPage: false,
      _links: { next: expect.stringContaining('start=2&limit=1'), prev: expect.stringContaining('start=0&limit=1') },
    });
    const [first] = (ask(`/organization/${id}/user`).body as { values: object[] }).values;
    expect(first).toMatchObject({ displayName: 'Ann', emailAddress: null, active: true });
    expect(first).not.toHaveProperty('accountType');
    site.removeFromOrganization(id, ['qm:Ann', 'qm:Bea']);
    expect(ids('')).toEqual(['qm:Cleo']);
    expect(ask('/organization/99/user').status).toBe(404);
  });

  it('tells customers their own organizations only, and members to agents only', () => {
    const { ask, site } = open();
    site.createOrganization('Acme', ['qm:Ann']);
    const names = (call: Call, query = ''): unknown =>
      (ask(`/organization${query}`, call).body as { values: { name: string }[] }).values.map(({ name }) => name);
    expect(names({ as: AGENT })).toEqual(['Bluefinch', 'Acme']);
    expect(names({ as: AGENT }, '?accountId=qm:Ann')).toEqual(['Acme']);
    expect(names({ as: CUSTOMER })).toEqual(['Bluefinch']);
    expect(ask('/organization', { as: NOBODY }).status).toBe(401);
    expect(ask('/organization/1/user', { as: AGENT }).status).toBe(200);
    expect(ask('/organization/1/user', { as: CUSTOMER }).status).toBe(403);
    expect(ask('/organization/1/user', { as: { as: 'user', accountId: ROSTER.accountManager } }).status).toBe(403);
  });

  it('lists service desks, and their customers to those who opt in', () => {
    const { ask } = open();
    expect(ask('/servicedesk').body).toMatchObject({ values: [{ id: '1', projectId: '10001', projectKey: 'HELP' }] });
    expect(ask('/servicedesk/1/customer').status).toBe(412);
    expect(ask('/servicedesk/1/customer', { headers: OPTED_IN }).body).toMatchObject({ size: 4, isLastPage: true });
    expect(ask('/servicedesk/1/customer?query=bea', { headers: OPTED_IN }).body).toMatchObject({
      values: [{ accountId: 'qm:Bea' }],
    });
    expect(ask('/servicedesk/2/customer', { headers: OPTED_IN }).status).toBe(404);
  });

  it('takes five requests a second for customers', () => {
    const { ask } = open();
    const statuses = Array.from({ length: 6 }, () => ask('/servicedesk/1/customer', { headers: OPTED_IN }).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('lists who takes part in a request to those who may see it', () => {
    const { ask, site } = open();
    site.setRequestParticipants('HELP-1', ['qm:Bea', 'qm:Ann']);
    expect(ask('/request/HELP-1/participant', { as: AGENT }).body).toMatchObject({
      values: [{ accountId: 'qm:Ann' }, { accountId: 'qm:Bea' }],
    });
    expect(ask('/request/HELP-1/participant', { as: { as: 'user', accountId: 'qm:Ann' } }).status).toBe(200);
    expect(ask('/request/HELP-1/participant', { as: { as: 'user', accountId: 'qm:Cleo' } }).status).toBe(404);
    site.createIssue({ projectKey: 'OPS', summary: 'x' });
    expect(ask('/request/OPS-1/participant', { as: AGENT }).status).toBe(404);
  });

  it.each([
    ['/organization', ['read:organization:jira-service-management']],
    ['/organization/1/user', ['read:organization.user:jira-service-management', 'read:user:jira']],
    ['/servicedesk', ['read:servicedesk:jira-service-management']],
    ['/servicedesk/1/customer', ['read:servicedesk.customer:jira-service-management', 'read:user:jira']],
    ['/request/HELP-1/participant', ['read:request.participant:jira-service-management', 'read:user:jira']],
  ])('%s needs a classic scope or %j, complete', (path, granular) => {
    const { ask } = open();
    const headers = OPTED_IN;
    expect(ask(path, { headers }).status).toBe(200);
    expect(ask(path, { headers, scopes: granular }).status).toBe(200);
    expect(ask(path, { headers, scopes: granular.slice(1) }).status).toBe(401);
    expect(ask(path, { headers, scopes: ['read:jira-work', 'read:jira-user'] }).status).toBe(401);
  });

  it('costs two points for each person and one for each organization, and one for the call', () => {
    const { ask, site } = open();
    const { id } = site.createOrganization('Acme', ['qm:Ann', 'qm:Bea']);
    ask(`/organization/${id}/user`);
    expect(site.points.used).toBe(1 + 2 * 2);
    ask('/organization');
    expect(site.points.used).toBe(5 + 1 + 2);
  });

  it('is not there on a site without service management', () => {
    expect(open({ serviceManagement: false }).ask('/organization').status).toBe(404);
  });

  it('gives its organizations to JQL', () => {
    const { send, site } = open();
    site.setRequestOrganizations('HELP-1', ['1']);
    const search = (jql: string): unknown => send('POST', '/search/jql', { jql }).body;
    expect(search('organizations = bluefinch')).toMatchObject({ issues: [{ id: '10001' }] });
    expect(search('organizations = Nobody')).toMatchObject({ errorMessages: [expect.any(String)] });
  });
});
