import type { ProductAnswer } from '../../http';
import { ROSTER } from '../directory/roster';
import { AGENT, APP, type Call, CUSTOMER, type Fixture, NOBODY, openSite } from '../jira-fixture';

type Json = Record<string, unknown>;

const open = (options = {}): Fixture => {
  const fixture = openSite({ options: { issues: 0, ...options } });
  for (let at = 0; at < 101; at += 1) fixture.site.createIssue({ projectKey: 'HELP', summary: `${at}` });
  fixture.site.createIssue({ projectKey: 'BOARD', summary: 'secret' });
  return fixture;
};
const BOARD_ISSUE = 10_102;

const multi = (ids: readonly number[], value: unknown = 1): object => ({
  issues: ids.map((issueID) => ({ issueID, properties: { kith: value } })),
});
const ids = (count: number): number[] => Array.from({ length: count }, (_, at) => 10_001 + at);

/** Waits for the task that the answer leads to. */
async function taskOf({ get, site, clock }: Fixture, answer: ProductAnswer, call: Call = {}): Promise<Json> {
  await clock.run(site.whenIdle(), 60_000);
  return get(pathOf(answer), call).body as Json;
}

const pathOf = ({ headers }: ProductAnswer): string => `/task/${(headers?.location ?? '').split('/').at(-1)}`;

describe('POST /issue/properties/multi', () => {
  it('answers 303 with the address of a task, which writes over time and then says what it did', async () => {
    const fixture = open();
    const answer = fixture.send('POST', '/issue/properties/multi', multi(ids(100)));
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: expect.stringMatching(/^https:.*\/rest\/api\/3\/task\/\d+$/) },
    });
    expect(fixture.get(pathOf(answer)).body).toMatchObject({ status: 'ENQUEUED', progress: 0 });
    await fixture.clock.advance(600);
    expect(fixture.get(pathOf(answer)).body).toMatchObject({ status: 'RUNNING', progress: 50 });
    expect(fixture.site.issueProperty('HELP-50', 'kith')).toBe(1);
    expect(fixture.site.issueProperty('HELP-51', 'kith')).toBeUndefined();
    const task = await taskOf(fixture, answer);
    expect(task).toMatchObject({ status: 'COMPLETE', progress: 100, result: { updated: ids(100), failed: [] } });
    expect(task.elapsedRuntime).toBe(500);
    expect(fixture.site.issueProperty('HELP-100', 'kith')).toBe(1);
  });

  it('takes 100 issues with 10 properties and refuses one more of either, and none, with 400', () => {
    const { send } = open();
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`p${at}`, at]));
    const put = (properties: Json): number | undefined =>
      send('POST', '/issue/properties/multi', { issues: [{ issueID: 10_001, properties }] }).status;
    expect(put(ten)).toBe(303);
    expect(put({ ...ten, more: 1 })).toBe(400);
    expect(put({})).toBe(400);
    expect(put({ long: 'a'.repeat(32_767) })).toBe(400);
    expect(send('POST', '/issue/properties/multi', multi(ids(101))).status).toBe(400);
    expect(send('POST', '/issue/properties/multi', multi([])).status).toBe(400);
    expect(
      send('POST', '/issue/properties/multi', { issues: [{ issueID: 'HELP-1', properties: { a: 1 } }] }),
    ).toMatchObject({ status: 400 });
  });

  it('is not transactional: an issue that is not there or not to be seen fails alone', async () => {
    const fixture = open();
    const body = multi([10_001, 99_999, BOARD_ISSUE]);
    const answer = fixture.send('POST', '/issue/properties/multi', body, { as: AGENT });
    const task = await taskOf(fixture, answer, { as: AGENT });
    expect(task).toMatchObject({ status: 'COMPLETE', result: { updated: [10_001], failed: [{}, {}] } });
    expect(fixture.site.issueProperty('BOARD-1', 'kith')).toBeUndefined();
    expect(fixture.send('POST', '/issue/properties/multi', body, { as: CUSTOMER }).status).toBe(403);
  });

  it('costs one point, and needs write:jira-work or write:issue.property:jira', () => {
    const { send, site } = open();
    expect(send('POST', '/issue/properties/multi', multi(ids(100)), { scopes: ['read:jira-work'] }).status).toBe(401);
    const before = site.points.used;
    const granular = { scopes: ['write:issue.property:jira'] };
    expect(send('POST', '/issue/properties/multi', multi(ids(100)), granular).status).toBe(303);
    expect(site.points.used - before).toBe(1);
  });

  it('writes nothing while one of its issues takes no more: 20 writes in 2 seconds', async () => {
    const fixture = open();
    for (let at = 0; at < 20; at += 1) fixture.send('PUT', '/issue/HELP-2/properties/other', at);
    const refused = fixture.send('POST', '/issue/properties/multi', multi([10_001, 10_002]));
    expect(refused).toMatchObject({ status: 429, headers: { 'ratelimit-reason': 'jira-per-issue-on-write' } });
    await fixture.clock.advance(2_000);
    expect(fixture.send('POST', '/issue/properties/multi', multi([10_001, 10_002])).status).toBe(303);
  });

  it('counts as one of the 100 writes that an issue takes in 30 seconds', async () => {
    const { send, clock } = open();
    const write = (): number => send('POST', '/issue/properties/multi', multi([10_001])).status;
    for (let at = 0; at < 100; at += 1) {
      expect(write()).toBe(303);
      await clock.advance(200);
    }
    expect(write()).toBe(429);
    await clock.advance(10_000);
    expect(write()).toBe(303);
  });

  it('gives the task itself where redirects are followed on the way', () => {
    const { send } = open({ redirects: 'followed' });
    const answer = send('POST', '/issue/properties/multi', multi([10_001]));
    expect(answer).toMatchObject({ status: 200, body: { status: 'ENQUEUED', id: expect.any(String) } });
  });
});

describe('GET /task/{taskId}', () => {
  it('shows a task to who began it and to admins, for 14 days', async () => {
    const fixture = open();
    const { get, send, clock } = fixture;
    const answer = send('POST', '/issue/properties/multi', multi([10_001]), { as: AGENT });
    expect(get(pathOf(answer), { as: AGENT }).status).toBe(200);
    expect(get(pathOf(answer), { as: { as: 'user', accountId: ROSTER.admin } }).status).toBe(200);
    expect(get(pathOf(answer), { as: APP }).status).toBe(403);
    expect(get(pathOf(answer), { as: NOBODY }).status).toBe(401);
    expect(get('/task/1').status).toBe(404);
    await clock.advance(14 * 24 * 3_600_000 + 1_000);
    expect(get(pathOf(answer), { as: AGENT }).status).toBe(404);
  });
});

describe('bulk writes of one value', () => {
  it('POST /issue/properties sets all of the issues or, when one may not be written, refuses with 400', async () => {
    const fixture = open();
    const body = { entitiesIds: ids(3), properties: { kith: 'x' } };
    await taskOf(fixture, fixture.send('POST', '/issue/properties', body, { as: AGENT }));
    expect(fixture.site.issueProperty('HELP-3', 'kith')).toBe('x');
    const more = { ...body, entitiesIds: [10_001, BOARD_ISSUE] };
    expect(fixture.send('POST', '/issue/properties', more, { as: AGENT }).status).toBe(400);
  });

  it('PUT and DELETE /issue/properties/{key} go by a filter', async () => {
    const fixture = open();
    const { send, site } = fixture;
    await taskOf(fixture, send('PUT', '/issue/properties/kith', { value: 1, filter: { entityIds: ids(2) } }));
    await taskOf(
      fixture,
      send('PUT', '/issue/properties/kith', { value: 2, filter: { entityIds: ids(3), hasProperty: false } }),
    );
    expect([1, 2, 3, 4].map((at) => site.issueProperty(`HELP-${at}`, 'kith'))).toEqual([1, 1, 2, undefined]);
    await taskOf(fixture, send('DELETE', '/issue/properties/kith', { currentValue: 1 }));
    expect([1, 2, 3].map((at) => site.issueProperty(`HELP-${at}`, 'kith'))).toEqual([undefined, undefined, 2]);
    expect(send('PUT', '/issue/properties/kith', { filter: {} }).status).toBe(400);
    expect(() => send('PUT', '/issue/properties/kith', { expression: 'issue.id' })).toThrow('not built');
  });
});

describe('POST /issue/bulkfetch', () => {
  it('gives up to 100 issues that the caller may see, with fields and properties', () => {
    const { send, site } = open();
    send('PUT', '/issue/HELP-2/properties/kith', { a: 1 });
    const ask = {
      issueIdsOrKeys: ['HELP-2', '10001', 'BOARD-1', 'HELP-999'],
      fields: ['summary'],
      properties: ['kith'],
    };
    expect(send('POST', '/issue/bulkfetch', ask, { as: AGENT }).body).toMatchObject({
      issues: [
        { id: '10001', key: 'HELP-1', fields: { summary: '0' }, properties: {} },
        { id: '10002', key: 'HELP-2', fields: { summary: '1' }, properties: { kith: { a: 1 } } },
      ],
    });
    const keys = Array.from({ length: 101 }, (_, at) => `HELP-${at + 1}`);
    expect(send('POST', '/issue/bulkfetch', { issueIdsOrKeys: keys }).status).toBe(400);
    expect(site.meter.of('POST /issue/bulkfetch').points).toBe(1 + 2 + 1);
  });
});
