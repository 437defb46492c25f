import type { CompanyChanges } from '../../../src/contract';
import {
  isUnderWay,
  nextLook,
  offerBeside,
  stepsOf,
  toldCount,
  workOf,
} from '../../../static/app/src/changes/changes-progress';

const now = Date.parse('2026-03-01T12:00:00.000Z');
const changes: CompanyChanges = {
  id: 'co-1.1',
  companyId: 'co-1',
  state: 'ready',
  seen: 200,
  count: 8,
  examples: [],
  applied: 5,
  undone: 2,
  leftAlone: 0,
  startedAt: '2026-03-01T11:59:00.000Z',
};

describe('company changes', () => {
  it.each(['previewing', 'applying', 'undoing'] as const)(
    'are under way while %s, and looked at every ten seconds',
    (state) => {
      expect(isUnderWay({ ...changes, state })).toBe(true);
      expect(nextLook({ ...changes, state }, now)).toBe(10_000);
    },
  );

  it.each(['ready', 'applied', 'undone', 'failed', 'discarded'] as const)(
    'are not looked at again when %s',
    (state) => {
      expect(isUnderWay({ ...changes, state })).toBe(false);
      expect(nextLook({ ...changes, state }, now)).toBe(false);
    },
  );

  it('are not looked at where there are none', () => {
    expect(nextLook(undefined, now)).toBe(false);
  });

  it('are left in peace while they wait for storage, for a minute at most', () => {
    const waiting = (until: string) => nextLook({ ...changes, state: 'applying', pausedUntil: until }, now);
    expect(waiting('2026-03-01T12:00:30.000Z')).toBe(30_000);
    expect(waiting('2026-03-01T12:30:00.000Z')).toBe(60_000);
    expect(waiting('2026-03-01T11:00:00.000Z')).toBe(10_000);
  });

  it('tell how far they are by contacts changed, and changed back', () => {
    expect(workOf({ ...changes, state: 'applying' })).toEqual({ done: 5, of: 8 });
    expect(workOf({ ...changes, state: 'undoing' })).toEqual({ done: 2, of: 5 });
    expect(workOf({ ...changes, state: 'previewing' })).toBeUndefined();
  });

  it('tell in the end what was really done', () => {
    expect(toldCount({ ...changes, state: 'ready' })).toBe(8);
    expect(toldCount({ ...changes, state: 'applied' })).toBe(5);
    expect(toldCount({ ...changes, state: 'undone' })).toBe(2);
  });

  it.each([
    ['previewing', 8, 0, ['discard']],
    ['ready', 8, 0, ['apply', 'preview', 'discard']],
    ['ready', 0, 0, ['discard', 'preview']],
    ['applying', 8, 3, []],
    ['applied', 8, 8, ['undo', 'preview', 'discard']],
    ['applied', 8, 0, ['discard', 'preview']],
    ['undoing', 8, 8, []],
    ['undone', 8, 8, ['preview', 'discard']],
    ['failed', 8, 3, ['preview', 'undo', 'discard']],
    ['failed', 8, 0, ['preview', 'discard']],
  ] as const)(
    'let a person take the steps that make sense: %s, %i found, %i changed',
    (state, count, applied, steps) => {
      expect(stepsOf({ ...changes, state, count, applied })).toEqual(steps);
    },
  );
});

describe('the offer to look', () => {
  it('is as it was asked for where nobody has looked yet', () => {
    expect(offerBeside(undefined, 'clear')).toBe('clear');
    expect(offerBeside(undefined, 'quiet')).toBe('quiet');
    expect(offerBeside(undefined, 'none')).toBe('none');
  });

  it.each(['ready', 'applied', 'undone', 'failed'] as const)(
    'stands out above earlier changes, too, when something was just saved: %s',
    (state) => {
      expect(offerBeside({ ...changes, state }, 'clear')).toBe('clear');
      expect(offerBeside({ ...changes, state }, 'quiet')).toBe('none');
    },
  );

  it.each(['previewing', 'applying', 'undoing'] as const)('waits while a step is under way: %s', (state) => {
    expect(offerBeside({ ...changes, state }, 'clear')).toBe('none');
  });
});
