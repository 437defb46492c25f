import { packDecisions, type Writing } from '../../../src/sync/pack-decisions';

/** A decision that writes these keys. */
const writes = (...keys: string[]): Writing => ({
  changes: keys.map((key) => ({ kind: 'user', key, rev: 0, record: undefined })),
  checks: [],
});

const creation = (nth: number): [string, Writing] => [
  `${nth}`,
  writes(`contact-${nth}`, `claim-${nth}`, `link-${nth}`),
];

const shape = (decisions: [string, Writing][]) => {
  const { bins, later } = packDecisions(new Map(decisions));
  return { bins: bins.map((bin) => bin.map(({ accountId }) => accountId)), later };
};

describe('packing decisions into transactions', () => {
  it('puts eight creations into one: 24 operations', () =>
    expect(shape(Array.from({ length: 17 }, (_, nth) => creation(nth))).bins.map((bin) => bin.length)).toEqual([
      8, 8, 1,
    ]));

  it('leaves decisions that write nothing out', () =>
    expect(shape([['ann', writes()]])).toEqual({ bins: [], later: [] }));

  it('leaves a decision for later that shares a key with one before', () =>
    expect(
      shape([
        ['ann', writes('a', 'b')],
        ['bob', writes('b', 'c')],
        ['cid', writes('d')],
      ]),
    ).toEqual({
      bins: [['ann', 'cid']],
      later: ['bob'],
    }));

  it('counts conditions as operations and as keys', () => {
    const check: Writing = { changes: writes('a').changes, checks: [{ kind: 'user', key: 'b', rev: 1 }] };
    expect(
      shape([
        ['ann', check],
        ['bob', writes('b')],
      ]),
    ).toEqual({ bins: [['ann']], later: ['bob'] });
  });

  it('tells the same key of different kinds apart', () => {
    const skip: Writing = { changes: [{ kind: 'skip', key: 'a', rev: 0, record: undefined }], checks: [] };
    expect(
      shape([
        ['ann', writes('a')],
        ['bob', skip],
      ]),
    ).toEqual({ bins: [['ann', 'bob']], later: [] });
  });

  it('never puts more than 25 operations into one', () => {
    const big = (name: string): [string, Writing] => [
      name,
      writes(...Array.from({ length: 13 }, (_, nth) => `${name}-${nth}`)),
    ];
    expect(shape([big('ann'), big('bob')]).bins).toEqual([['ann'], ['bob']]);
  });
});
