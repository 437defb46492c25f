import { ManifestError, parseManifest, readManifest } from './read-manifest';

const smallest = `
modules: {}
app: { id: 'ari:cloud:ecosystem::app/1', runtime: { name: nodejs22.x } }
`;

function problemsOf(yaml: string): string[] {
  try {
    parseManifest(yaml);
    return [];
  } catch (error) {
    if (error instanceof ManifestError) return error.problems;
    throw error;
  }
}

describe('the manifest', () => {
  it('of this app is understood', () => {
    const manifest = readManifest('manifest.yml');
    expect(manifest.uiModules.map(({ key }) => key)).toEqual([
      'kith-admin',
      'kith-configure',
      'kith-contacts',
      'kith-issue-contact',
    ]);
    expect(manifest.functions.get('on-sync-queue')).toEqual({
      key: 'on-sync-queue',
      exportName: 'onSyncQueue',
      timeoutSeconds: 900,
    });
    expect(manifest.consumers.get('sync')?.function).toBe('on-sync-queue');
  });

  it('gets the default of 512 MB', () => {
    expect(parseManifest(smallest).app).toEqual({ id: '1', runtimeName: 'nodejs22.x', memoryMB: 512 });
  });

  it('with a module type that is not built is refused by its name', () => {
    expect(problemsOf(smallest.replace('{}', '{ webtrigger: [{ key: a, function: b }] }'))).toEqual([
      "module type 'webtrigger' is not built",
    ]);
  });

  it('with a member that is not built is refused by its name', () => {
    const filter = `{ trigger: [{ key: a, function: f, events: ['avi:jira:created:user'], filter: { appIsLicensed: true } }], function: [{ key: f, handler: index.f }] }`;
    expect(problemsOf(smallest.replace('{}', filter))).toEqual([
      "'modules.trigger.0.filter.appIsLicensed' is not built",
    ]);
  });

  it('with an event that is not built is refused by its name', () => {
    const trigger = `{ trigger: [{ key: a, function: f, events: ['avi:jira:viewed:issue'] }], function: [{ key: f, handler: index.f }] }`;
    expect(problemsOf(smallest.replace('{}', trigger))).toEqual([
      "trigger 'a': event 'avi:jira:viewed:issue' is not built",
    ]);
  });

  it('with an expression that is not built is refused by what is not', () => {
    const trigger = `{ trigger: [{ key: a, function: f, events: ['avi:jira:updated:issue'], filter: { expression: 'user.isAdmin()' } }], function: [{ key: f, handler: index.f }] }`;
    expect(problemsOf(smallest.replace('{}', trigger))).toEqual(["the expression of trigger 'a': 'user' is not built"]);
  });

  it('that names a missing function or uses a key twice is refused', () => {
    const modules = `{ consumer: [{ key: a, queue: q, function: nobody }, { key: a, queue: r, function: nobody }] }`;
    expect(problemsOf(smallest.replace('{}', modules))).toEqual([
      "consumer 'a' names the unknown function 'nobody'",
      "consumer 'a' names the unknown function 'nobody'",
      "module key 'a' is used twice",
    ]);
  });

  it('says which values of issue properties Jira is to index', () => {
    const values = `[{ path: company.name, type: string, searchAlias: kithCompany }, { path: score, type: number }]`;
    const modules = `{ 'jira:entityProperty': [{ key: p, propertyKey: kith, values: ${values} }] }`;
    expect(parseManifest(smallest.replace('{}', modules)).indexedValues).toEqual([
      { propertyKey: 'kith', path: 'company.name', type: 'string', searchAlias: 'kithCompany' },
      { propertyKey: 'kith', path: 'score', type: 'number' },
    ]);
  });

  it('that indexes more than 100 values, uses a search alias twice or names another entity is refused', () => {
    const problems = (values: string, more = ''): string[] =>
      problemsOf(
        smallest.replace(
          '{}',
          `{ 'jira:entityProperty': [{ key: p, propertyKey: kith, values: [${values}]${more} }] }`,
        ),
      );
    const many = Array.from({ length: 101 }, (_, at) => `{ path: p${at}, type: text }`).join(', ');
    expect(problems(many)).toEqual(['the modules jira:entityProperty have more than 100 values together']);
    const twice = '{ path: a, type: text, searchAlias: x }, { path: b, type: text, searchAlias: X }';
    expect(problems(twice)).toEqual(["the search alias 'x' is used twice"]);
    expect(problems('{ path: a, type: text, searchAlias: two words }')).toHaveLength(1);
    expect(problems('{ path: a, type: text }', ', entityType: project')).toEqual([
      "entityProperty 'p': entityType 'project' is not built",
    ]);
  });

  it('that gives a resolver timeoutSeconds is refused', () => {
    const modules = `{ function: [{ key: f, handler: index.f, timeoutSeconds: 60 }], trigger: [{ key: a, function: f, events: ['avi:jira:created:user'] }] }`;
    expect(problemsOf(smallest.replace('{}', modules))).toEqual([
      "function 'f' has timeoutSeconds and is used by a resolver or trigger",
    ]);
  });

  it('for a runtime that Forge no longer takes is refused', () => {
    expect(problemsOf(smallest.replace('nodejs22.x', 'nodejs20.x'))).toHaveLength(1);
  });
});
