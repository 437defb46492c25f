import { NotBuilt } from '../answers';
import { ROSTER } from '../directory/roster';
import type { Identity } from '../identity';
import { ADMIN, AGENT, APP, CUSTOMER, type Fixture, openSite } from '../jira-fixture';

interface Found {
  issues: { id: string; key?: string; fields?: Record<string, unknown> }[];
  nextPageToken?: string;
  isLast: boolean;
}

const open = (): Fixture => {
  const fixture = openSite({ options: { issues: 0 } });
  const { site } = fixture;
  site.createIssue({ projectKey: 'HELP', summary: 'first', reporter: ROSTER.customer });
  site.createIssue({ projectKey: 'OPS', summary: 'second', reporter: ROSTER.agent, status: 'Done' });
  site.createIssue({ projectKey: 'HELP', summary: 'third', reporter: ROSTER.customer, status: 'Done' });
  site.createIssue({ projectKey: 'BOARD', summary: 'fourth', reporter: ROSTER.admin });
  site.createIssue({ projectKey: 'HELP', summary: 'fifth' });
  return fixture;
};

const search = ({ send }: Fixture, body: object, as: Identity = APP): Found =>
  send('POST', '/search/jql', body, { as }).body as Found;

const summaries = (fixture: Fixture, jql: string, as: Identity = APP): unknown[] =>
  search(fixture, { jql, fields: ['summary'] }, as).issues.map((issue) => issue.fields?.summary);

describe('POST /search/jql', () => {
  it.each([
    [`reporter = "${ROSTER.customer}"`, ['third', 'first']],
    [`reporter in ("${ROSTER.customer}", ${ROSTER.admin}) ORDER BY created ASC, key ASC`, ['first', 'third', 'fourth']],
    ['project = HELP AND status = "done"', ['third']],
    ['project = OPS OR status != Done AND project = HELP order by key', ['first', 'second', 'fifth']],
    ['reporter is EMPTY', ['fifth']],
    [`NOT (project in (HELP, OPS))`, ['fourth']],
    ['key = HELP-2', ['third']],
    ['created >= -1d AND project = OPS', ['second']],
    ['created < "2020-01-01"', []],
    ['reporter = "nobody-has-this-id"', []],
  ])('%s finds %j', (jql, expected) => {
    expect(summaries(open(), jql)).toEqual(expected);
  });

  it('finds the issues of whoever asks with currentUser()', () => {
    expect(summaries(open(), 'reporter = currentUser()', AGENT)).toEqual(['second']);
  });

  it('gives ids alone unless fields are named', () => {
    expect(search(open(), { jql: 'project = OPS' })).toEqual({ issues: [{ id: '10002' }], isLast: true });
  });

  it('does not give the reporter unless it is asked for by name', () => {
    const fixture = open();
    expect(search(fixture, { jql: 'project = OPS', fields: ['summary'] }).issues[0]?.fields).toEqual({
      summary: 'second',
    });
    expect(search(fixture, { jql: 'project = OPS', fields: ['reporter'] }).issues[0]?.fields).toMatchObject({
      reporter: { accountId: ROSTER.agent },
    });
  });

  it('leaves out what the caller may not see', () => {
    const fixture = open();
    expect(summaries(fixture, 'project = BOARD', ADMIN)).toEqual(['fourth']);
    expect(summaries(fixture, 'project = BOARD', AGENT)).toEqual([]);
    expect(summaries(fixture, 'project = HELP', CUSTOMER)).toEqual([]);
  });

  it('pages by nextPageToken, which the last page does not have', () => {
    const fixture = open();
    const ask = { jql: 'project = HELP', maxResults: 2 };
    const first = search(fixture, ask);
    expect(first).toMatchObject({ issues: [{ id: '10005' }, { id: '10003' }], isLast: false });
    const second = search(fixture, { ...ask, nextPageToken: first.nextPageToken });
    expect(second).toEqual({ issues: [{ id: '10001' }], isLast: true });
  });

  it('refuses a token of another query, a made-up one, and one older than seven days with 400', async () => {
    const fixture = open();
    const ask = { jql: 'project = HELP', maxResults: 1 };
    const nextPageToken = search(fixture, ask).nextPageToken;
    expect(fixture.send('POST', '/search/jql', { ...ask, jql: 'project = OPS', nextPageToken }).status).toBe(400);
    expect(fixture.send('POST', '/search/jql', { ...ask, nextPageToken: 'made-up' }).status).toBe(400);
    await fixture.clock.advance(7 * 24 * 3_600_000);
    expect(fixture.send('POST', '/search/jql', { ...ask, nextPageToken }).status).toBe(400);
  });

  it.each([
    '',
    'order by created',
    'project =',
    'project = HELP AND',
    'project = NONE',
    'status > Done',
    'created > soon',
  ])('refuses "%s" with 400', (jql) => {
    expect(open().send('POST', '/search/jql', { jql })).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.any(String)] },
    });
  });

  it.each(['summary ~ printer', 'labels = red', 'reporter in membersOf("x")', 'status was Done'])(
    'says loudly that "%s" is not built',
    (jql) => {
      expect(() => open().send('POST', '/search/jql', { jql })).toThrow(NotBuilt);
    },
  );

  it('gives the issue properties asked for, at most five', () => {
    const fixture = open();
    fixture.send('PUT', '/issue/OPS-1/properties/kith', { a: 1 });
    expect(search(fixture, { jql: 'project = OPS', properties: ['kith', 'other'] }).issues).toEqual([
      { id: '10002', properties: { kith: { a: 1 } } },
    ]);
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(fixture.send('POST', '/search/jql', { jql: 'project = OPS', properties: six }).status).toBe(400);
  });

  it('is the only search: the old one answers 410', () => {
    expect(open().get('/search?jql=project=HELP').status).toBe(410);
  });
});
