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
});

describe('a 429', () => {
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
