import { Remembered } from '../../../src/jira/remembered';

describe('what is remembered', () => {
  it('is forgotten after its time, but can still be had as stale', () => {
    const remembered = new Remembered<string>(1000);
    remembered.set('a', 'x', 5000);
    expect(remembered.get('a', 5999)).toBe('x');
    expect(remembered.get('a', 6000)).toBeUndefined();
    expect(remembered.getStale('a')).toBe('x');
    remembered.delete('a');
    expect(remembered.getStale('a')).toBeUndefined();
  });

  it('is bounded: the oldest goes first, and what is set again is new', () => {
    const remembered = new Remembered<number>(1000, 2);
    remembered.set('a', 1, 0);
    remembered.set('b', 2, 0);
    remembered.set('a', 3, 0);
    remembered.set('c', 4, 0);
    expect([remembered.get('a', 1), remembered.get('b', 1), remembered.get('c', 1)]).toEqual([3, undefined, 4]);
  });
});
