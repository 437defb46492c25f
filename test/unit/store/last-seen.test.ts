import type { CompanyRecord } from '../../../src/store/company';
import { forgetSeen, guessState, noteSeen, recallSeen, seenMark } from '../../../src/store/last-seen';
import { stateBeforeFirstUse } from '../../../src/store/sync-state';

const state = { ...stateBeforeFirstUse, enabled: true, epoch: 3 };
const company: CompanyRecord = {
  id: 'c1',
  version: 1,
  name: 'Bluefinch',
  domains: [],
  fields: {},
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const companies = new Map([
  ['c1', company],
  ['gone', undefined],
]);
let site = 0;
let siteId: string;
beforeEach(() => {
  siteId = `site-${site++}`;
});

describe('what a process saw last', () => {
  it('holds for five seconds', () => {
    noteSeen(siteId, seenMark(), state, companies, 10_000);
    const seen = recallSeen(siteId, ['c1', 'gone'], 14_999);
    expect(seen?.state).toBe(state);
    expect(seen?.company('c1')).toBe(company);
    expect(seen?.company('gone')).toBeUndefined();
    expect(recallSeen(siteId, ['c1'], 15_000)).toBeUndefined();
  });

  it('is nothing unless every company was seen', () => {
    noteSeen(siteId, seenMark(), state, companies, 10_000);
    expect(recallSeen(siteId, ['c1', 'c2'], 10_001)).toBeUndefined();
    noteSeen(siteId, seenMark(), state, new Map(), 14_000);
    expect(recallSeen(siteId, ['c1'], 15_000)).toBeUndefined();
    expect(recallSeen(siteId, [], 15_000)?.state).toBe(state);
  });

  it('is of one site, and of none without an id', () => {
    noteSeen(siteId, seenMark(), state);
    expect(recallSeen(`${siteId}-other`, [])).toBeUndefined();
    noteSeen('', seenMark(), state);
    expect(recallSeen('', [])).toBeUndefined();
  });

  it('is dropped when this process writes, and no read that began before comes in afterwards', () => {
    const mark = seenMark();
    noteSeen(siteId, mark, state, companies);
    forgetSeen();
    expect(recallSeen(siteId, [])).toBeUndefined();
    noteSeen(siteId, mark, state, companies);
    expect(recallSeen(siteId, [])).toBeUndefined();
    noteSeen(siteId, seenMark(), state);
    expect(recallSeen(siteId, [])?.state).toBe(state);
    expect(recallSeen(siteId, ['c1'])).toBeUndefined();
  });

  it('leaves a guess, however old', () => {
    expect(guessState(siteId)).toBeUndefined();
    noteSeen(siteId, seenMark(), state, companies, 0);
    forgetSeen();
    expect(guessState(siteId)).toBe(state);
  });

  it('is forgotten first for the site that was seen longest ago', () => {
    for (let other = 0; other < 100; other++) noteSeen(`crowd-${other}`, seenMark(), state);
    noteSeen(siteId, seenMark(), state);
    expect(guessState('crowd-0')).toBeUndefined();
    expect(guessState('crowd-1')).toBe(state);
    expect(guessState(siteId)).toBe(state);
  });
});
