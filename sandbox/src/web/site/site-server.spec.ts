import { Translations } from '../../forge/translations/translations';
import { ROSTER } from '../../jira';
import { createSandbox, type Sandbox } from '../../sandbox';
import type { LiveNumbers } from '../api-types';
import { createSiteServer } from './site-server';

const ORIGIN = 'http://127.0.0.1:4710';
const origins = { site: ORIGIN, app: 'http://127.0.0.1:4711' };

const manifest = `
modules:
  jira:globalPage:
    - { key: page, title: Things, resource: pages, resolver: { function: resolver } }
  trigger:
    - { key: users, function: on-user, events: ['avi:jira:updated:user'] }
  function:
    - { key: resolver, handler: index.resolver }
    - { key: on-user, handler: index.onUser }
resources:
  - { key: pages, path: static }
permissions:
  scopes: ['read:jira-user', 'read:jira-work']
app:
  id: ari:cloud:ecosystem::app/11111111-1111-4111-8111-111111111111
  runtime: { name: nodejs22.x }
`;

const bundle = `
  exports.resolver = async ({ call, context }) => {
    if (call.functionKey === 'locale') return context.locale;
    if (call.functionKey === 'fail') throw new Error('No such thing');
    return { asked: call.payload, place: context.extension };
  };
  exports.onUser = async () => undefined;
`;

const numbers: LiveNumbers = {
  queue: { waiting: 0, delayed: 0, running: 0 },
  storage: { reads: 0, writes: 0, readsPerMinute: 0, writesPerMinute: 0 },
  points: { used: 0, limit: 65_000, resetsAt: '2026-11-02T10:00:00.000Z' },
  invocations: 0,
};

let sandbox: Sandbox;
let server: ReturnType<typeof createSiteServer>;

beforeEach(async () => {
  sandbox = await createSandbox({ manifest, bundle });
  const { forge, jira, clock, faults } = sandbox;
  const { manifest: read, installation, activity } = forge;
  server = createSiteServer({
    origins,
    siteFolder: '/nowhere',
    backend: {
      clock,
      manifest: read,
      translations: new Translations(read, '/nowhere'),
      installation,
      jira,
      activity,
      faults,
      numbers: () => numbers,
      problems: () => sandbox.problems,
      invoke: ({ moduleKey, functionKey, payload, extension, accountId, locale }) =>
        sandbox.invoke(moduleKey, functionKey, payload, { accountId, locale, extension }),
      panelStatus: (moduleKey, issueKey, accountId) => sandbox.panelStatus(moduleKey, issueKey, accountId),
      runSchedules: () => undefined,
    },
  });
});

afterEach(() => sandbox.dispose());

/** The members of answers that these rules look at. */
interface Body {
  message: string;
  locale: string;
  accountId: string;
  people: { role: string }[];
  issues: { reporter: { accountId: string } }[];
  result: unknown;
  status: number;
  body: string;
}

interface Asked {
  as?: string;
  headers?: Record<string, string>;
}

async function ask(method: string, path: string, body?: unknown, { as = ROSTER.admin, headers = {} }: Asked = {}) {
  const response = await server.request(`${ORIGIN}/sandbox-api${path}`, {
    method,
    headers: {
      host: '127.0.0.1:4710',
      origin: ORIGIN,
      cookie: `kith-sandbox-person=${encodeURIComponent(as)}`,
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

describe('who may talk to the server', () => {
  test('a request under another host name is refused', async () => {
    expect((await ask('GET', '/site', undefined, { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  test('a change that another page asks for is refused', async () => {
    const user = { accountType: 'atlassian', name: 'Eve', emailHidden: false };
    const before = sandbox.jira.userCount;
    expect((await ask('POST', '/users', user, { headers: { origin: origins.app } })).status).toBe(403);
    expect(sandbox.jira.userCount).toBe(before);
  });

  test('nobody can sign in as somebody who is not there', async () => {
    expect((await ask('POST', '/session', { accountId: 'nobody' })).status).toBe(404);
  });

  test('somebody who was deactivated is no longer offered', async () => {
    sandbox.jira.deactivateUser(ROSTER.agent);
    const { body } = await ask('GET', '/site');
    expect(body.people.map(({ role }) => role)).toEqual(['admin', 'account manager', 'customer']);
  });
});

describe('the language of a person', () => {
  const call = { moduleKey: 'page', functionKey: 'locale', extension: {} };

  test('is English until another is chosen, and the app is told', async () => {
    expect((await ask('GET', '/site')).body.locale).toBe('en-US');
    expect((await ask('POST', '/invoke', call)).body.result).toBe('en-US');
    const cookie = `kith-sandbox-person=${encodeURIComponent(ROSTER.admin)}; kith-sandbox-language=de-DE`;
    expect((await ask('GET', '/site', undefined, { headers: { cookie } })).body.locale).toBe('de-DE');
    expect((await ask('POST', '/invoke', call, { headers: { cookie } })).body.result).toBe('de-DE');
  });

  test('can only be one that the site offers', async () => {
    expect((await ask('POST', '/language', { locale: 'de-DE' })).status).toBe(200);
    expect((await ask('POST', '/language', { locale: 'tlh' })).status).toBe(400);
  });
});

describe('users', () => {
  test('a created user is there and is told to the app', async () => {
    const { body } = await ask('POST', '/users', {
      accountType: 'atlassian',
      name: 'Nora New',
      email: 'nora@new.example',
      emailHidden: true,
    });
    expect(sandbox.jira.findUser(body.accountId)).toMatchObject({
      displayName: 'Nora New',
      email: 'nora@new.example',
      emailHidden: true,
    });
  });

  test.each([
    ['a blank name', { accountType: 'atlassian', name: '  ', emailHidden: false }],
    ['a malformed email', { accountType: 'atlassian', name: 'A', email: 'no at sign', emailHidden: false }],
    ['an unknown type', { accountType: 'robot', name: 'A', emailHidden: false }],
    ['something that is not JSON', '{junk'],
  ])('%s is refused with a message and nothing is created', async (_, body) => {
    const before = sandbox.jira.userCount;
    const answer = await ask('POST', '/users', body);
    expect([answer.status, typeof answer.body.message]).toEqual([400, 'string']);
    expect(sandbox.jira.userCount).toBe(before);
  });

  test.each([
    [{ change: 'rename', name: 'Brunhilde' }, { displayName: 'Brunhilde' }],
    [{ change: 'email', email: 'b@x.example' }, { email: 'b@x.example' }],
    [{ change: 'email-visibility', hidden: true }, { emailHidden: true }],
    [{ change: 'active', active: false }, { active: false }],
    [{ change: 'delete' }, { deleted: true }],
  ])('the change %j is made', async (change, expected) => {
    const { status } = await ask('POST', `/users/${encodeURIComponent(ROSTER.agent)}/changes`, change);
    expect([status, sandbox.jira.findUser(ROSTER.agent)]).toEqual([200, expect.objectContaining(expected)]);
  });

  test('a deleted account cannot be changed', async () => {
    sandbox.jira.deleteUser(ROSTER.agent);
    const path = `/users/${encodeURIComponent(ROSTER.agent)}/changes`;
    expect((await ask('POST', path, { change: 'rename', name: 'Back' })).status).toBe(409);
  });
});

describe('issues', () => {
  it('are found by JQL, as the person may see them; a query that is none is refused with its reason', async () => {
    const { key } = sandbox.jira.createIssue({ projectKey: 'BOARD', summary: 'Secret' });
    await sandbox.settle();
    const found = (jql: string, as?: string) =>
      ask('GET', `/search?${new URLSearchParams({ jql })}`, undefined, as === undefined ? {} : { as });
    expect((await found('project = BOARD')).body.issues[0]).toMatchObject({ key });
    expect((await found('project = BOARD', ROSTER.agent)).body.issues).toEqual([]);
    expect(await found('project =', ROSTER.agent)).toMatchObject({
      status: 400,
      body: { message: expect.any(String) },
    });
    expect((await found('project = HELP', ROSTER.customer)).status).toBe(403);
  });

  it('are changed by people with a licence: reporter, status, participants', async () => {
    const { key } = sandbox.jira.createIssue({ projectKey: 'HELP', summary: 'x', reporter: ROSTER.customer });
    const change = (body: object, as: string) => ask('POST', `/issues/${key}/changes`, body, { as });
    await change({ change: 'status', status: 'Done' }, ROSTER.agent);
    await change({ change: 'participants', accountIds: [ROSTER.accountManager] }, ROSTER.agent);
    expect((await change({ change: 'reporter', accountId: null }, ROSTER.customer)).status).toBe(403);
    const { body } = await change({ change: 'reporter', accountId: ROSTER.agent }, ROSTER.agent);
    expect(body).toMatchObject({
      status: 'Done',
      reporter: { accountId: ROSTER.agent },
      participants: [{ accountId: ROSTER.accountManager, name: 'Chiara Rossi' }],
    });
    expect((await change({ change: 'reporter', accountId: 'nobody' }, ROSTER.agent)).status).toBe(400);
  });

  it('tell an app panel nothing of an issue that the person may not see', async () => {
    sandbox.jira.createIssue({ projectKey: 'BOARD', summary: 'Secret' });
    expect((await ask('GET', '/issues/BOARD-1/panels/page', undefined, { as: ROSTER.agent })).status).toBe(404);
    expect((await ask('GET', '/issues/HELP-1/panels/none', undefined, { as: ROSTER.agent })).status).toBe(404);
    expect((await ask('GET', '/issues/HELP-1/panels/page', undefined, { as: ROSTER.agent })).body).toEqual({});
  });

  test('a customer sees only their own requests', async () => {
    await ask('POST', '/issues', { summary: 'Mine', reporterId: ROSTER.admin }, { as: ROSTER.customer });
    const { body } = await ask('GET', '/issues', undefined, { as: ROSTER.customer });
    const reporters = body.issues.map(({ reporter }) => reporter.accountId);
    expect(new Set(reporters)).toEqual(new Set([ROSTER.customer]));
  });

  test('an issue of a project that the person may not browse is not found', async () => {
    const { key } = sandbox.jira.createIssue({ projectKey: 'BOARD', summary: 'Secret' });
    expect((await ask('GET', `/issues/${key}`, undefined, { as: ROSTER.agent })).status).toBe(404);
    expect((await ask('GET', `/issues/${key}`)).status).toBe(200);
  });
});

describe("the app's calls", () => {
  const call = { moduleKey: 'page', functionKey: 'look', payload: { a: 1 }, extension: { place: 'here' } };

  test('a resolver gets the payload and the place that the page sent', async () => {
    expect((await ask('POST', '/invoke', call)).body.result).toEqual({
      asked: { a: 1 },
      place: { type: 'jira:globalPage', place: 'here' },
    });
  });

  test('what a resolver throws reaches the page as a message only', async () => {
    const { status, body } = await ask('POST', '/invoke', { ...call, functionKey: 'fail' });
    expect([status, body]).toEqual([502, { message: 'There was an error invoking the function - No such thing' }]);
  });

  test('a portal customer can call nothing', async () => {
    expect((await ask('POST', '/invoke', call, { as: ROSTER.customer })).status).toBe(403);
  });

  test("the bridge's requestJira acts as the signed-in person and costs no points", async () => {
    const before = sandbox.jira.points.used;
    const request = { restPath: '/rest/api/3/myself', method: 'GET', headers: [], body: null };
    const { body } = await ask('POST', '/fetch-product', request, { as: ROSTER.agent });
    expect([body.status, JSON.parse(body.body).accountId]).toEqual([200, ROSTER.agent]);
    expect(sandbox.jira.points.used).toBe(before);
  });
});

describe('making trouble', () => {
  test('the settings reach the platform and come back', async () => {
    const wanted = {
      loseEvents: 1,
      repeatEvents: 0.5,
      storageFailures: 0.1,
      storageFailuresAfterCommit: 0,
      staleQueries: true,
      emails: 'failing',
    };
    await ask('PUT', '/faults', wanted);
    expect((await ask('GET', '/faults')).body).toEqual(wanted);
    expect(sandbox.faults.rates).toMatchObject({ eventLost: 1, eventRepeated: 0.5, storageFailsBefore: 0.1 });
  });

  test('throttling lasts until the hour turns', async () => {
    await ask('POST', '/faults/actions', { action: 'throttle-jira' });
    const read = () =>
      sandbox.jira.handle({ method: 'GET', path: '/rest/api/3/serverInfo', headers: {} }, { as: 'app' }, []).status;
    expect(read()).toBe(429);
    await sandbox.passTime(60 * 60_000);
    expect(read()).toBe(200);
  });

  test('an unknown kind of trouble is refused', async () => {
    expect((await ask('POST', '/faults/actions', { action: 'explode' })).status).toBe(400);
  });
});

test('an unknown address of the API is named', async () => {
  expect(await ask('GET', '/nothing')).toEqual({
    status: 404,
    body: { message: 'There is no GET /sandbox-api/nothing.' },
  });
});
