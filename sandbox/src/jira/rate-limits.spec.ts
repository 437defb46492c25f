import { ROSTER } from './directory/roster';
import { APP, type Fixture, openSite } from './jira-fixture';

const HOUR = 3_600_000;
const user = `/user?accountId=${ROSTER.agent}`;

/** The points that one request costs. */
const cost = (fixture: Fixture, request: () => unknown): number => {
  const before = fixture.site.points.used;
  request();
  return fixture.site.points.used - before;
};

describe('hourly points', () => {
  it.each([
    ['GET /users/search of 1000 accounts', '/users/search?maxResults=1000', 2001],
    ['an empty page', '/users/search?startAt=5000', 1],
    ['GET /user', user, 3],
    ['GET /user of nobody', '/user?accountId=nobody', 1],
    ['GET /user/bulk of two', `/user/bulk?accountId=${ROSTER.admin}&accountId=${ROSTER.agent}`, 5],
    ['GET /user/email/bulk of two', `/user/email/bulk?accountId=${ROSTER.admin}&accountId=${ROSTER.agent}`, 5],
    ['GET /mypermissions for one', '/mypermissions?permissions=ADMINISTER', 3],
    ['GET /issue', '/issue/HELP-1', 2],
  ])('%s: 1, and 2 more per user or permission, 1 more per other object', (_, path, points) => {
    const fixture = openSite({ users: 1500 });
    expect(cost(fixture, () => fixture.get(path))).toBe(points);
  });

  it('a write costs 1', () => {
    const fixture = openSite();
    expect(cost(fixture, () => fixture.send('PUT', '/issue/HELP-1/properties/a', 1))).toBe(1);
    expect(cost(fixture, () => fixture.send('DELETE', '/issue/HELP-1/properties/a'))).toBe(1);
  });

  it('are 65,000 an hour; when they are gone every call answers 429 until the UTC hour turns', async () => {
    const { get, site, clock } = openSite();
    expect(site.points.perHour).toBe(65_000);
    await clock.advance(15 * 60_000);
    site.points.spend(65_000);
    const refused = get(user);
    expect(refused).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '2700',
        'ratelimit-reason': 'jira-quota-global-based',
        'x-ratelimit-reset': '2026-11-02T10:00:00.000Z',
        ratelimit: '"global-app-quota";r=0;t=2700',
        'ratelimit-policy': '"global-app-quota";q=65000;w=3600',
      },
    });
    expect(get('/serverInfo').status).toBe(429);
    await clock.advance(45 * 60_000 - 1);
    expect(get(user).status).toBe(429);
    await clock.advance(1);
    expect(get(user).status).toBe(200);
    expect(site.points.used).toBe(3);
  });

  it('that are left over are lost', async () => {
    const { site, clock } = openSite();
    await clock.advance(HOUR);
    expect(site.points.remaining).toBe(65_000);
  });

  it('name the reason and the policy of a pool for one tenant', () => {
    const { get, site } = openSite({ options: { pointsPool: 'tenant', pointsPerHour: 100 } });
    site.points.spend(100);
    expect(get(user).headers).toMatchObject({
      'ratelimit-reason': 'jira-quota-tenant-based',
      'ratelimit-policy': '"tenant-app-quota";q=100;w=3600',
    });
  });

  it('let a call through while any point is left, and cost nothing when refused', () => {
    const { get, site } = openSite({ options: { pointsPerHour: 100 } });
    site.points.spend(99);
    expect(get(user).status).toBe(200);
    expect(get(user).status).toBe(429);
    expect(site.points.used).toBe(102);
  });

  it('show in headers beyond four fifths of use, and not before', () => {
    const { get, site } = openSite({ options: { pointsPerHour: 1000 } });
    site.points.spend(797);
    expect(get(user).headers).not.toHaveProperty('ratelimit');
    expect(get(user).headers).toMatchObject({
      ratelimit: '"global-app-quota";r=197;t=3600',
      'ratelimit-policy': '"global-app-quota";q=1000;w=3600',
      'x-ratelimit-nearlimit': 'true',
    });
  });

  it('that are announced only refuse nothing and prefix their headers with Beta-', () => {
    const { get, site } = openSite({ options: { pointsEnforced: false } });
    site.points.spend(70_000);
    const { status, headers } = get(user);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'beta-ratelimit': '"global-app-quota";r=0;t=3600',
      'beta-ratelimit-policy': '"global-app-quota";q=65000;w=3600',
    });
    expect(headers).not.toHaveProperty('ratelimit');
  });

  it('do not bind calls from the browser bridge', () => {
    const { get, site } = openSite();
    site.points.spend(65_000);
    expect(get(user, { from: 'browser' }).status).toBe(200);
    expect(site.points.used).toBe(65_000);
  });
});

describe('burst buckets', () => {
  const answers = (fixture: Fixture, method: string, path: string, count: number): number =>
    Array.from({ length: count }, () => fixture.send(method, path, {}).status).filter((status) => status !== 429)
      .length;

  it.each([
    ['GET', '/serverInfo', 100],
    ['GET', user, 150],
    ['GET', '/issue/HELP-1', 150],
    ['GET', `/user/email?accountId=${ROSTER.admin}`, 200],
    ['POST', '/permissions/check', 100],
    ['DELETE', '/issue/HELP-1/properties/none', 50],
  ])('%s %s takes %i calls a second', (method, path, rate) => {
    expect(answers(openSite(), method, path, rate + 20)).toBe(rate);
  });

  it('refuse with the reason and when to come back, and fill up again over a second', async () => {
    const fixture = openSite();
    answers(fixture, 'GET', '/serverInfo', 100);
    expect(fixture.get('/serverInfo')).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '1',
        'ratelimit-reason': 'jira-burst-based',
        'x-ratelimit-reset': '2026-11-02T09:00:00.010Z',
      },
    });
    await fixture.clock.advance(500);
    expect(answers(fixture, 'GET', '/serverInfo', 100)).toBe(50);
  });

  it('are one per endpoint, and bind the browser too', () => {
    const fixture = openSite();
    answers(fixture, 'GET', '/serverInfo', 100);
    expect(fixture.get('/serverInfo', { from: 'browser' }).status).toBe(429);
    expect(fixture.get(user).status).toBe(200);
  });
});

describe('writes to one issue', () => {
  const write = (fixture: Fixture, key: string): number => fixture.send('PUT', `/issue/${key}/properties/a`, 1).status;

  it('are 20 in two seconds; another issue is not affected', async () => {
    const fixture = openSite();
    for (let count = 0; count < 20; count++) expect(write(fixture, 'HELP-1')).toBeLessThan(300);
    expect(fixture.send('PUT', '/issue/HELP-1/properties/a', 1)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '2', 'ratelimit-reason': 'jira-per-issue-on-write' },
    });
    expect(write(fixture, 'HELP-2')).toBe(201);
    await fixture.clock.advance(2000);
    expect(write(fixture, 'HELP-1')).toBe(200);
  });

  it('are 100 in thirty seconds', async () => {
    const fixture = openSite();
    for (let count = 0; count < 100; count++) {
      expect(write(fixture, 'HELP-1')).toBeLessThan(300);
      await fixture.clock.advance(120);
    }
    expect(fixture.send('PUT', '/issue/HELP-1/properties/a', 1)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '18', 'ratelimit-reason': 'jira-per-issue-on-write' },
    });
    await fixture.clock.advance(18_000);
    expect(write(fixture, 'HELP-1')).toBe(200);
  });
});

describe('throttling by order', () => {
  it.each([
    ['quota', 429, { 'retry-after': '30', 'ratelimit-reason': 'jira-quota-global-based' }],
    ['burst', 429, { 'retry-after': '30', 'ratelimit-reason': 'jira-burst-based' }],
    ['unavailable', 503, { 'retry-after': '30' }],
  ] as const)('%s: answers %i for as long as told', async (kind, status, headers) => {
    const { get, site, clock } = openSite();
    site.throttle({ kind, seconds: 30 });
    expect(get(user)).toMatchObject({ status, headers });
    await clock.advance(30_000);
    expect(get(user).status).toBe(200);
  });

  it('gateway: a 429 without Retry-After', () => {
    const { get, site } = openSite();
    site.throttle({ kind: 'gateway', seconds: 30 });
    expect(get(user)).toEqual({ status: 429, body: { code: 429, message: 'Rate limit exceeded' } });
  });

  it('can leave out every header, and hold for one endpoint only', () => {
    const { get, site } = openSite();
    site.throttle({ kind: 'burst', seconds: 30, headers: false, endpoint: 'GET /user' });
    expect(get(user)).toMatchObject({ status: 429, headers: {} });
    expect(get('/users/search').status).toBe(200);
  });
});

describe('meter', () => {
  it('counts calls, points and refusals by endpoint', () => {
    const { get, site } = openSite();
    get(user);
    get('/users/search');
    get(user, { from: 'browser' });
    site.throttle({ kind: 'burst', seconds: 1 });
    get(user, { as: APP });
    expect(site.meter.byEndpoint()).toEqual({
      'GET /user': { calls: 3, points: 3, refused: 1 },
      'GET /users/search': { calls: 1, points: 11, refused: 0 },
    });
    expect([site.meter.calls, site.meter.points]).toEqual([4, 14]);
  });
});
