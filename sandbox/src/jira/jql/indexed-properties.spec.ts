import { ROSTER } from '../directory/roster';
import type { IndexedValue } from '../indexed-property';
import { AGENT, APP, type Fixture, openSite } from '../jira-fixture';

const INDEXED: readonly IndexedValue[] = [
  { propertyKey: 'kith', path: 'company.name', type: 'string', searchAlias: 'kithCompany' },
  { propertyKey: 'kith', path: 'note', type: 'text', searchAlias: 'kithNote' },
  { propertyKey: 'kith', path: 'score', type: 'number', searchAlias: 'kithScore' },
  { propertyKey: 'kith', path: 'owner', type: 'user', searchAlias: 'kithOwner' },
  { propertyKey: 'kith', path: 'since', type: 'date', searchAlias: 'kithSince' },
  { propertyKey: 'kith', path: 'tags', type: 'string', searchAlias: 'kithTags' },
];

const VALUES = [
  { company: { name: 'Acme' }, note: 'Wants a new invoice', score: 3, owner: ROSTER.agent, tags: ['gold', 'old'] },
  { company: { name: 'Bluefinch' }, note: 'Calls often', score: 10, since: '2026-03-01', tags: ['gold'] },
  { company: { name: 'Acme' }, since: '2026-10-01T10:00:00+02:00' },
];

function open(options = {}): Fixture {
  const fixture = openSite({ options: { issues: 0, ...options }, indexed: INDEXED });
  for (const value of VALUES) {
    const { key } = fixture.site.createIssue({ projectKey: 'HELP', summary: 'x' });
    fixture.send('PUT', `/issue/${key}/properties/kith`, value);
  }
  fixture.site.createIssue({ projectKey: 'HELP', summary: 'without' });
  return fixture;
}

function found({ send }: Fixture, jql: string, reconcileIssues: number[] = []): unknown {
  const { status, body } = send('POST', '/search/jql', { jql, fields: ['summary'], reconcileIssues }, { as: AGENT });
  return status === 200 ? (body as { issues: { key: string }[] }).issues.map(({ key }) => key) : status;
}

describe('values that an app has had indexed', () => {
  it.each([
    ['kithCompany = "Acme"', ['HELP-3', 'HELP-1']],
    ['KITHCOMPANY = Acme order by created asc, key asc', ['HELP-1', 'HELP-3']],
    ['kithCompany = "acme"', []],
    ['kithCompany != "Acme"', ['HELP-2']],
    ['kithCompany in (Acme, Bluefinch) and project = HELP', ['HELP-3', 'HELP-2', 'HELP-1']],
    ['kithCompany not in (Acme)', ['HELP-2']],
    ['kithCompany is EMPTY', ['HELP-4']],
    ['kithCompany is not EMPTY and kithScore is empty', ['HELP-3']],
    ['issue.property[kith].company.name = Acme', ['HELP-3', 'HELP-1']],
    [`issue.property['kith'].company.name = "Bluefinch"`, ['HELP-2']],
    ['kithNote ~ "INVOICE new"', ['HELP-1']],
    ['kithNote ~ "inv*"', ['HELP-1']],
    ['kithNote !~ invoice', ['HELP-2']],
    ['kithScore >= 3 order by kithScore', ['HELP-1', 'HELP-2']],
    ['kithScore = 10', ['HELP-2']],
    ['kithOwner = currentUser()', ['HELP-1']],
    ['kithSince > "2026-09-30" order by kithSince desc', ['HELP-3']],
    ['kithSince = "2026-03-01"', ['HELP-2']],
    ['kithTags = gold', ['HELP-2', 'HELP-1']],
    ['kithTags != old and kithTags is not empty', ['HELP-2']],
  ])('%s finds %j', (jql, expected) => {
    expect(found(open(), jql)).toEqual(expected);
  });

  it.each([
    'kithCompany ~ Acme',
    'kithCompany > Acme',
    'kithNote = invoice',
    'kithScore = many',
    'kithScore ~ 3',
    'kithNoSuchAlias = 1',
    'issue.property[other].thing = 1',
    'project = HELP order by kithNote',
  ])('%s is refused with 400', (jql) => {
    expect(found(open(), jql)).toBe(400);
  });

  it('follow the property when it is changed and removed', () => {
    const fixture = open();
    fixture.send('PUT', '/issue/HELP-1/properties/kith', { company: { name: 'Corvus' } });
    fixture.send('DELETE', '/issue/HELP-3/properties/kith');
    expect(found(fixture, 'kithCompany = Acme')).toEqual([]);
    expect(found(fixture, 'kithCompany = Corvus')).toEqual(['HELP-1']);
  });

  it('are seen by searches some time after they are written, at once for issues to be reconciled', async () => {
    const fixture = open({ searchLagMs: 500 });
    expect(found(fixture, 'kithCompany = Acme')).toEqual([]);
    expect(found(fixture, 'kithCompany = Acme', [10_003])).toEqual(['HELP-3']);
    await fixture.clock.advance(500);
    expect(found(fixture, 'kithCompany = Acme')).toEqual(['HELP-3', 'HELP-1']);
    fixture.send('PUT', '/issue/HELP-1/properties/kith', { company: { name: 'Corvus' } });
    expect(found(fixture, 'kithCompany = Acme')).toEqual(['HELP-3', 'HELP-1']);
    await fixture.clock.advance(500);
    expect(found(fixture, 'kithCompany = Acme')).toEqual(['HELP-3']);
  });

  it('are found again after a restart', () => {
    const tables = new Map<string, Map<string, unknown>>();
    const table = (name: string): Map<string, unknown> => {
      const known = tables.get(name) ?? new Map<string, unknown>();
      tables.set(name, known);
      return known;
    };
    const journal = {
      load: (name: string) => [...table(name)].map(([key, value]) => ({ key, value })),
      put: (name: string, key: string, value: unknown) => void table(name).set(key, value),
      remove: (name: string, key: string) => void table(name).delete(key),
    };
    const options = { issues: 2 };
    openSite({ journal, options, indexed: INDEXED }).send('PUT', '/issue/HELP-1/properties/kith', VALUES[0]);
    expect(found(openSite({ journal, options, indexed: INDEXED }), 'kithCompany = Acme')).toEqual(['HELP-1']);
  });
});

describe('system fields', () => {
  it.each([
    ['statusCategory = Done', ['HELP-2']],
    ['statusCategory != done and project = HELP', ['HELP-3', 'HELP-1']],
    ['resolution = Unresolved and project = HELP', ['HELP-3', 'HELP-1']],
    ['resolution is EMPTY and issuetype = "Service Request"', ['HELP-3', 'HELP-1']],
    ['resolution = Done', ['HELP-2']],
    ['type = Task and project = OPS', ['OPS-1']],
    ['key in (HELP-1, 10001, HELP-2) order by key asc', ['HELP-1', 'HELP-2']],
    ['id in (10001)', ['HELP-1']],
  ])('%s finds %j', (jql, expected) => {
    const fixture = openSite({ options: { issues: 0 } });
    for (const status of ['Open', 'Done', 'In Progress'] as const) {
      fixture.site.createIssue({ projectKey: 'HELP', summary: 'x', status });
    }
    fixture.site.createIssue({ projectKey: 'OPS', summary: 'y' });
    expect(found(fixture, jql)).toEqual(expected);
  });

  it('refuse values that are not there, and issues that the caller may not see as if they were not', () => {
    const fixture = openSite({ options: { issues: 0 } });
    fixture.site.createIssue({ projectKey: 'BOARD', summary: 'x' });
    const ask = (key: string, as = AGENT): unknown =>
      fixture.send('POST', '/search/jql', { jql: `key = ${key}` }, { as }).body;
    expect(found(fixture, 'status = Sleeping')).toBe(400);
    expect(found(fixture, 'issuetype = Epic')).toBe(400);
    expect(JSON.stringify(ask('BOARD-1')).replaceAll('BOARD-1', 'X')).toBe(
      JSON.stringify(ask('BOARD-2')).replaceAll('BOARD-2', 'X'),
    );
    expect(ask('BOARD-1', APP)).toMatchObject({ issues: [{ id: '10001' }] });
  });
});
