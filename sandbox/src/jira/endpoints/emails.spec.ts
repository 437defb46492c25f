import { ROSTER } from '../directory/roster';
import { ADMIN, openSite } from '../jira-fixture';

const bulk = (...ids: string[]): string =>
  `/user/email/bulk?${ids.map((id) => `accountId=${encodeURIComponent(id)}`).join('&')}`;

describe('GET /user/email/bulk', () => {
  it('gives an array of ids and emails whatever the visibility, unavailable accounts left out', () => {
    const { get, site } = openSite();
    site.hideEmail(ROSTER.agent);
    expect(get(bulk(ROSTER.agent, 'nobody', ROSTER.app, ROSTER.customer)).body).toEqual([
      { accountId: ROSTER.agent, email: 'bruno.keller@harbourlight.example' },
      { accountId: ROSTER.customer, email: 'dana@bluefinch.example' },
    ]);
    expect(get(bulk('nobody')).body).toEqual([]);
  });

  it('leaves out deleted accounts and those it is told to leave out', () => {
    const { get, site } = openSite();
    site.deleteUser(ROSTER.agent);
    site.misbehave.emailMissing = (accountId) => accountId === ROSTER.admin;
    expect(get(bulk(ROSTER.agent, ROSTER.admin)).body).toEqual([]);
  });

  it('answers 400 without ids, and for more than 90 of them', () => {
    const { get } = openSite();
    expect(get('/user/email/bulk').status).toBe(400);
    const ids = Array.from({ length: 91 }, (_, at) => `id-${at}`);
    expect(get(bulk(...ids)).status).toBe(400);
    expect(get(bulk(...ids.slice(1))).status).toBe(200);
  });

  it('passes over ids beyond the cap where that is chosen', () => {
    const { get } = openSite({ options: { emailBulkCap: 1, emailBulkBeyondCap: 'ignore' } });
    expect(get(bulk(ROSTER.agent, ROSTER.admin)).body).toHaveLength(1);
  });

  it('serves the app itself only: a person gets 401', () => {
    expect(openSite().get(bulk(ROSTER.agent), { as: ADMIN }).status).toBe(401);
  });

  it('needs read:email-address:jira, which no other scope replaces', () => {
    expect(openSite().get(bulk(ROSTER.agent), { scopes: ['read:jira-user', 'read:jira-work'] }).status).toBe(401);
  });

  it('can be told to refuse: 400 not approved, 403 missing scope, 503 failing', () => {
    const { get, site } = openSite();
    const statuses = (['not-approved', 'missing-scope', 'failing'] as const).map((trouble) => {
      site.misbehave.emails = trouble;
      return get(bulk(ROSTER.agent)).status;
    });
    expect(statuses).toEqual([400, 403, 503]);
  });
});

describe('GET /user/email', () => {
  it('gives one id and email, and 404 when there is none to give', () => {
    const { get } = openSite();
    expect(get(`/user/email?accountId=${ROSTER.admin}`).body).toEqual({
      accountId: ROSTER.admin,
      email: 'ada.winter@harbourlight.example',
    });
    expect(get('/user/email?accountId=nobody').status).toBe(404);
  });
});
