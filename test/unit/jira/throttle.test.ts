import { quotaReport, retryAtOf, throttled } from '../../../src/jira/throttle';

const headers = (values: Record<string, string>) => new Headers(values);
const now = Date.parse('2026-11-02T09:30:00.000Z');
const at = (time: string): number => Date.parse(`2026-11-02T${time}.000Z`);

describe('what the headers say about the quota', () => {
  it('is nothing without headers', () => expect(quotaReport(headers({}))).toEqual({ nearLimit: false }));
  it('is how many points are left', () =>
    expect(quotaReport(headers({ ratelimit: '"global-app-quota";r=4711;t=1800' }))).toEqual({
      remaining: 4711,
      nearLimit: false,
    }));
  it('can be that none are left', () =>
    expect(quotaReport(headers({ ratelimit: '"tenant-app-quota";r=0;t=60' })).remaining).toBe(0));
  it('is that the end is near', () =>
    expect(quotaReport(headers({ 'x-ratelimit-nearlimit': 'True' })).nearLimit).toBe(true));
  it('is not believed with the prefix Beta-', () =>
    expect(quotaReport(headers({ 'beta-ratelimit': '"q";r=3;t=60', 'beta-x-ratelimit-nearlimit': 'true' }))).toEqual({
      nearLimit: false,
    }));
  it.each([
    ['"global-app-quota";t=1800;r=120', 120],
    ['"global-app-quota" ; r = 120 ; t = 60', 120],
    ['r=120;t=60', 120],
    ['"global-app-quota";r=900;t=60, "tenant-app-quota";r=120;t=60', 120],
    ['"jira-burst-based";r=3;t=1, "global-app-quota";r=120;t=60', 120],
    ['"jira-burst-based";r=3;t=1', undefined],
    ['"global-app-quota";t=1800', undefined],
    ['"global-app-quota";r=many', undefined],
    ['', undefined],
  ])('in RateLimit: %s', (ratelimit, remaining) =>
    expect(quotaReport(headers({ ratelimit })).remaining).toBe(remaining),
  );
  it('is not taken from RateLimit-Policy, which says how much an hour has', () =>
    expect(quotaReport(headers({ 'ratelimit-policy': '"global-app-quota";q=65000;w=3600;r=1' }))).toEqual({
      nearLimit: false,
    }));
  it('is both when both are there', () =>
    expect(quotaReport(headers({ 'x-ratelimit-nearlimit': 'true', ratelimit: '"global-app-quota";r=9;t=9' }))).toEqual({
      nearLimit: true,
      remaining: 9,
    }));
});

describe('a 429', () => {
  it('without a reason is about the quota when nothing is left of it', () => {
    expect(throttled(headers({ ratelimit: '"global-app-quota";r=0;t=60' }), now).scope).toBe('quota');
    expect(throttled(headers({ ratelimit: '"global-app-quota";r=7;t=60' }), now).scope).toBe('burst');
  });
  it('with a reason that is only announced stops that endpoint only', () =>
    expect(throttled(headers({ 'beta-ratelimit-reason': 'jira-quota-global-based' }), now).scope).toBe('burst'));
  it('about the quota that names no time lasts until the quota is renewed, or else until the hour turns', () => {
    const reason = { 'ratelimit-reason': 'jira-quota-global-based' };
    expect(throttled(headers(reason), now).retryAt).toBe(at('10:00:00'));
    expect(throttled(headers({ ...reason, ratelimit: '"global-app-quota";r=0;t=600' }), now).retryAt).toBe(
      at('09:40:00'),
    );
  });
  it.each(['jira-quota-global-based', 'jira-quota-tenant-based'])('with the reason %s is about the quota', (reason) =>
    expect(throttled(headers({ 'ratelimit-reason': reason }), now).scope).toBe('quota'),
  );
  it.each(['jira-burst-based', 'jira-per-issue-on-write', ''])(
    'with the reason %j stops that endpoint only',
    (reason) => expect(throttled(headers({ 'ratelimit-reason': reason }), now).scope).toBe('burst'),
  );
  it('asks to wait for as many seconds as Retry-After says', () =>
    expect(throttled(headers({ 'retry-after': '90' }), now).retryAt).toBe(at('09:31:30')));
  it('takes a date in Retry-After', () =>
    expect(throttled(headers({ 'retry-after': 'Mon, 02 Nov 2026 09:40:00 GMT' }), now).retryAt).toBe(at('09:40:00')));
  it('asks to wait until the reset if that is later', () =>
    expect(throttled(headers({ 'retry-after': '5', 'x-ratelimit-reset': '2026-11-02T10:00:00Z' }), now).retryAt).toBe(
      at('10:00:00'),
    ));
  it('asks to wait half a minute if it says nothing, as a gateway’s does', () =>
    expect(throttled(headers({}), now).retryAt).toBe(at('09:30:30')));
  it('asks for a day at most', () => {
    expect(throttled(headers({ 'retry-after': '7200' }), now).retryAt).toBe(at('11:30:00'));
    expect(throttled(headers({ 'retry-after': '999999' }), now).retryAt).toBe(at('09:30:00') + 24 * 3_600_000);
  });
  it('never asks for a moment that is over', () =>
    expect(throttled(headers({ 'x-ratelimit-reset': '2026-11-02T08:00:00Z' }), now).retryAt).toBe(now));
  it('with a nonsensical Retry-After is as one without', () =>
    expect(retryAtOf(headers({ 'retry-after': 'soon' }), now)).toBeUndefined());
});
