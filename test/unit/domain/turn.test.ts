import { sliceSize, smallestSlice } from '../../../src/domain/turn';

const hour = 3_600_000;
const day = 24 * hour;
const began = Date.parse('2026-11-02T09:00:00.000Z');
const later = (time: number) => began + time;

describe('a slice', () => {
  it('is what is missing to where the turn should be by now', () => {
    expect(sliceSize({ startedAt: began, done: 0, total: 2400 }, 0, day, later(hour))).toBe(100);
    expect(sliceSize({ startedAt: began, done: 500, total: 2400 }, 0, day, later(6 * hour))).toBe(100);
  });

  it('waits until it is worth a request', () => {
    expect(smallestSlice).toBe(40);
    expect(sliceSize({ startedAt: began, done: 0, total: 960 }, 0, day, later(hour - 1))).toBe(0);
    expect(sliceSize({ startedAt: began, done: 0, total: 960 }, 0, day, later(hour))).toBe(40);
  });

  it('makes up for slices that never came', () =>
    expect(sliceSize({ startedAt: began, done: 100, total: 2400 }, 0, day, later(12 * hour))).toBe(1100));

  it('is none while the turn is ahead of its time', () =>
    expect(sliceSize({ startedAt: began, done: 2400, total: 2400 }, 0, day, later(12 * hour))).toBe(0));

  it('is none when the clock has gone back', () =>
    expect(sliceSize({ startedAt: began, done: 0, total: 2400 }, 0, day, later(-hour))).toBe(0));

  it('goes by the guess in a first turn, of which nobody knows the length', () =>
    expect(sliceSize({ startedAt: began, done: 0 }, 2400, day, later(hour))).toBe(100));

  it('goes by the turn before, not by the guess, once there was one', () =>
    expect(sliceSize({ startedAt: began, done: 0, total: 2400 }, 9, day, later(hour))).toBe(100));
});

describe('when its time is over, a turn goes on until the end is found', () => {
  it('with all that is missing', () =>
    expect(sliceSize({ startedAt: began, done: 300, total: 2400 }, 0, day, later(day))).toBe(2100));

  it('with the smallest slice at least, since nobody is known to be missing', () => {
    expect(sliceSize({ startedAt: began, done: 0 }, 0, day, later(day))).toBe(40);
    expect(sliceSize({ startedAt: began, done: 30, total: 30 }, 0, day, later(2 * day))).toBe(40);
  });

  it('faster and faster, if there are many more than there were', () =>
    expect(sliceSize({ startedAt: began, done: 10_000, total: 1000 }, 0, day, later(day))).toBe(500));
});
