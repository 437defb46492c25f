import { ROSTER } from '../directory/roster';
import { ADMIN, AGENT, APP, CUSTOMER, NOBODY, openSite } from '../jira-fixture';

type Json = Record<string, unknown>;

describe('GET /issue/{issueIdOrKey}', () => {
  it('gives the fields that are named, by key or by id', () => {
    const { get, site } = openSite();
    const { id, key } = site.createIssue({ projectKey: 'HELP', summary: 'Broken', reporter: ROSTER.customer });
    const expected = {
      id,
      key,
      fields: { summary: 'Broken', reporter: { accountId: ROSTER.customer, accountType: 'customer' } },
    };
    expect(get(`/issue/${key}?fields=summary,reporter`, { as: AGENT }).body).toMatchObject(expected);
    const { fields } = get(`/issue/${id}?fields=summary,reporter`, { as: AGENT }).body as { fields: Json };
    expect(Object.keys(fields)).toEqual(['summary', 'reporter']);
  });

  it('gives null for an issue that nobody reported', () => {
    const { get, site } = openSite();
    const { key } = site.createIssue({ projectKey: 'HELP', summary: 'From nowhere' });
    expect(get(`/issue/${key}?fields=reporter`).body).toMatchObject({ fields: { reporter: null } });
  });

  it('gives every field without a list, and all but those with a minus', () => {
    const { get } = openSite();
    const all = (get('/issue/HELP-1').body as { fields: Json }).fields;
    const some = (get('/issue/HELP-1?fields=-reporter').body as { fields: Json }).fields;
    expect(Object.keys(all)).toContain('reporter');
    expect(Object.keys(some)).not.toContain('reporter');
    expect(Object.keys(some)).toHaveLength(Object.keys(all).length - 1);
  });

  it('hides the reporter email by the profile, and shows a deleted reporter as a former user', () => {
    const { get, site } = openSite();
    const { key } = site.createIssue({ projectKey: 'HELP', summary: 'Hm', reporter: ROSTER.accountManager });
    site.hideEmail(ROSTER.accountManager);
    const hidden = (get(`/issue/${key}?fields=reporter`).body as { fields: { reporter: Json } }).fields.reporter;
    expect(hidden).not.toHaveProperty('emailAddress');
    site.deleteUser(ROSTER.accountManager);
    expect(get(`/issue/${key}?fields=reporter`).body).toMatchObject({
      fields: { reporter: { accountId: ROSTER.accountManager, displayName: 'Former user' } },
    });
  });

  it('answers 404 alike for an issue that is not there and one that the caller may not see', () => {
    const { get } = openSite();
    const none = get('/issue/HELP-9999', { as: AGENT });
    expect(none).toMatchObject({ status: 404, body: { errorMessages: [expect.any(String)], errors: {} } });
    expect(get('/issue/BOARD-1', { as: AGENT })).toEqual(none);
    expect(get('/issue/BOARD-1', { as: ADMIN }).status).toBe(200);
    expect(get('/issue/HELP-1', { as: CUSTOMER }).status).toBe(404);
    expect(get('/issue/HELP-1', { as: NOBODY }).status).toBe(404);
  });

  it('lets the app see restricted projects unless chosen otherwise', () => {
    expect(openSite().get('/issue/BOARD-1', { as: APP }).status).toBe(200);
    const { get } = openSite({ options: { appSeesRestrictedProjects: false } });
    expect(get('/issue/BOARD-1', { as: APP }).status).toBe(404);
  });
});

describe('/issue/{issueIdOrKey}/properties/{propertyKey}', () => {
  const path = '/issue/HELP-1/properties/kith.contact';

  it('PUT answers 201 for a new property and 200 for a known one; GET gives key and value', () => {
    const { get, send } = openSite();
    expect(send('PUT', path, { contact: 1 }).status).toBe(201);
    expect(send('PUT', path, { contact: 2 }).status).toBe(200);
    expect(get(path).body).toEqual({ key: 'kith.contact', value: { contact: 2 } });
    expect(get('/issue/HELP-1/properties').body).toMatchObject({ keys: [{ key: 'kith.contact' }] });
  });

  it('GET answers 404 for a property that is not set and for an issue that is not visible', () => {
    const { get } = openSite();
    expect(get(path).status).toBe(404);
    expect(get('/issue/BOARD-1/properties/x', { as: AGENT }).status).toBe(404);
  });

  it('DELETE answers 204, then 404', () => {
    const { send } = openSite();
    send('PUT', path, true);
    expect(send('DELETE', path).status).toBe(204);
    expect(send('DELETE', path).status).toBe(404);
  });

  it('PUT takes a key of 255 characters and refuses one more with 400', () => {
    const { send } = openSite();
    expect(send('PUT', `/issue/HELP-1/properties/${'k'.repeat(255)}`, 1).status).toBe(201);
    expect(send('PUT', `/issue/HELP-1/properties/${'k'.repeat(256)}`, 1).status).toBe(400);
  });

  it('PUT takes a value of 32,768 bytes and refuses one more, an empty one and one that is no JSON with 400', () => {
    const { send } = openSite();
    expect(send('PUT', path, 'é'.repeat(16_383)).status).toBe(201);
    expect(send('PUT', path, `${'é'.repeat(16_383)}a`).status).toBe(400);
    expect(send('PUT', path, undefined, { body: '' }).status).toBe(400);
    expect(send('PUT', path, undefined, { body: '{' }).status).toBe(400);
  });

  it('writing needs write:jira-work or the granular scope of the operation', () => {
    const { send } = openSite();
    expect(send('PUT', path, 1, { scopes: ['read:jira-work'] }).status).toBe(401);
    expect(send('PUT', path, 1, { scopes: ['write:issue.property:jira'] }).status).toBe(201);
    expect(send('DELETE', path, undefined, { scopes: ['write:issue.property:jira'] }).status).toBe(401);
    expect(send('DELETE', path, undefined, { scopes: ['delete:issue.property:jira'] }).status).toBe(204);
  });
});

describe('GET /project/search and /group/bulk', () => {
  const keys = (body: unknown): unknown[] => (body as { values: Json[] }).values.map((project) => project.key);

  it('lists the projects that the caller may browse', () => {
    const { get } = openSite();
    expect(keys(get('/project/search', { as: ADMIN }).body)).toEqual(['BOARD', 'HELP', 'OPS']);
    expect(keys(get('/project/search', { as: AGENT }).body)).toEqual(['HELP', 'OPS']);
    expect(keys(get('/project/search?typeKey=service_desk', { as: AGENT }).body)).toEqual(['HELP']);
    expect(keys(get('/project/search', { as: CUSTOMER }).body)).toEqual([]);
  });

  it('lists the groups to those who may browse users', () => {
    const { get } = openSite();
    expect(get('/group/bulk', { as: AGENT }).body).toMatchObject({ total: 5, isLast: true });
    expect(get('/group/bulk', { as: CUSTOMER }).status).toBe(403);
  });
});
