import { ROSTER } from '../directory/roster';
import { ADMIN, AGENT, APP, CUSTOMER, NOBODY, openSite } from '../jira-fixture';

describe('GET /mypermissions', () => {
  it('says what the caller may do, permission by permission', () => {
    const { get } = openSite();
    expect(get('/mypermissions?permissions=ADMINISTER', { as: ADMIN }).body).toEqual({
      permissions: {
        ADMINISTER: {
          id: '0',
          key: 'ADMINISTER',
          name: 'Administer Jira',
          type: 'GLOBAL',
          description: 'Change the settings of the whole site.',
          havePermission: true,
        },
      },
    });
  });

  it.each([
    ['the agent', AGENT],
    ['the app', APP],
    ['a customer', CUSTOMER],
    ['nobody', NOBODY],
  ])('does not give ADMINISTER to %s', (_, as) => {
    expect(openSite().get('/mypermissions?permissions=ADMINISTER', { as }).body).toMatchObject({
      permissions: { ADMINISTER: { havePermission: false } },
    });
  });

  it('takes ADMINISTER from an administrator who is deactivated', () => {
    const { get, site } = openSite();
    site.deactivateUser(ROSTER.admin);
    expect(get('/mypermissions?permissions=ADMINISTER', { as: ADMIN }).body).toMatchObject({
      permissions: { ADMINISTER: { havePermission: false } },
    });
  });

  it('answers 400 without the parameter and for a permission that does not exist', () => {
    const { get } = openSite();
    expect(get('/mypermissions', { as: ADMIN }).status).toBe(400);
    expect(get('/mypermissions?permissions=FLY', { as: ADMIN }).status).toBe(400);
  });

  it('asks about one project or issue when named, and answers 404 if the caller cannot see it', () => {
    const { get } = openSite();
    const path = '/mypermissions?permissions=BROWSE_PROJECTS&projectKey=BOARD';
    expect(get(path, { as: ADMIN }).status).toBe(200);
    expect(get(path, { as: AGENT }).status).toBe(404);
    expect(get('/mypermissions?permissions=BROWSE_PROJECTS&issueKey=HELP-1', { as: AGENT }).body).toMatchObject({
      permissions: { BROWSE_PROJECTS: { havePermission: true } },
    });
  });

  it('needs the classic scope: the granular one alone is refused', () => {
    const { get } = openSite();
    const path = '/mypermissions?permissions=ADMINISTER';
    expect(get(path, { scopes: ['read:jira-work'] }).status).toBe(200);
    expect(get(path, { scopes: ['read:permission:jira'] }).status).toBe(401);
  });
});

describe('POST /permissions/check', () => {
  const path = '/permissions/check';

  it('gives the global permissions that the caller has among those asked', () => {
    const { send } = openSite();
    const ask = { accountId: ROSTER.admin, globalPermissions: ['ADMINISTER', 'USER_PICKER'] };
    expect(send('POST', path, ask, { as: ADMIN }).body).toEqual({
      globalPermissions: ['ADMINISTER', 'USER_PICKER'],
      projectPermissions: [],
    });
    expect(send('POST', path, { ...ask, accountId: ROSTER.agent }, { as: AGENT }).body).toEqual({
      globalPermissions: ['USER_PICKER'],
      projectPermissions: [],
    });
  });

  it('lets only administrators ask about another account: 403 for anyone else, the app included', () => {
    const { send } = openSite();
    const ask = { accountId: ROSTER.agent, globalPermissions: ['ADMINISTER'] };
    expect(send('POST', path, ask, { as: ADMIN }).body).toEqual({ globalPermissions: [], projectPermissions: [] });
    expect(send('POST', path, { ...ask, accountId: ROSTER.admin }, { as: AGENT }).status).toBe(403);
    expect(send('POST', path, ask, { as: APP }).status).toBe(403);
    expect(send('POST', path, ask, { as: NOBODY }).status).toBe(403);
  });

  it('names the projects and issues in which a project permission is held', () => {
    const { send, site } = openSite();
    const issue = Number(site.findIssue('HELP-1')?.id);
    const secret = Number(site.findIssue('BOARD-1')?.id);
    const asked = { permissions: ['BROWSE_PROJECTS'], projects: [10000, 10002], issues: [issue, secret] };
    expect(send('POST', path, { projectPermissions: [asked] }, { as: AGENT }).body).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: 'BROWSE_PROJECTS', projects: [10000], issues: [issue] }],
    });
  });

  it('answers 400 with the unknown permission in errors', () => {
    expect(openSite().send('POST', path, { globalPermissions: ['FLY'] })).toMatchObject({
      status: 400,
      body: { errors: { FLY: 'Unrecognized permission' } },
    });
  });

  it('takes 1000 projects and 1000 issues, and answers 400 for one more', () => {
    const { send } = openSite();
    const ask = (part: string, count: number): number =>
      send('POST', path, {
        projectPermissions: [
          { permissions: ['BROWSE_PROJECTS'], [part]: Array.from({ length: count }, (_, at) => at) },
        ],
      }).status;
    expect([ask('projects', 1000), ask('projects', 1001), ask('issues', 1000), ask('issues', 1001)]).toEqual([
      200, 400, 200, 400,
    ]);
  });

  it('answers 400 for a body that is no JSON', () => {
    expect(openSite().send('POST', path, undefined, { body: '{' }).status).toBe(400);
  });
});
