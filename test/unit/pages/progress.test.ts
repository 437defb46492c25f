import type { SyncRun, SyncStatus } from '../../../src/contract';
import {
  announcedStep,
  pollDelay,
  progressOf,
  retryOf,
  totalToRemember,
  withSample,
} from '../../../static/app/src/admin/progress';

const noon = Date.parse('2026-11-02T12:00:00.000Z');

function aRun(overrides: Partial<SyncRun> = {}): SyncRun {
  return {
    id: 'run-1',
    kind: 'initial',
    state: 'running',
    startedAt: '2026-11-02T11:59:00.000Z',
    seen: 600,
    created: 500,
    linked: 20,
    updated: 0,
    unchanged: 0,
    unlinked: 0,
    skipped: 80,
    failed: 0,
    ...overrides,
  };
}

function aStatus(overrides: Partial<SyncStatus> = {}): SyncStatus {
  return { enabled: true, phase: 'enabling', run: aRun(), ...overrides };
}

describe('how often the status is asked for', () => {
  it('asks every ten seconds while a run is active, never more often', () => {
    expect(pollDelay(aStatus(), noon)).toBe(10_000);
    expect(pollDelay(aStatus({ phase: 'on', run: aRun({ kind: 'reconcile', state: 'queued' }) }), noon)).toBe(10_000);
  });

  it('asks while leftovers are cleared up, also before that run is there', () => {
    expect(pollDelay({ enabled: false, phase: 'disabling' }, noon)).toBe(10_000);
  });

  it('does not ask when nothing moves', () => {
    expect(pollDelay({ enabled: false, phase: 'off' }, noon)).toBe(false);
    expect(pollDelay(aStatus({ phase: 'on', run: aRun({ state: 'done' }) }), noon)).toBe(false);
    expect(pollDelay(undefined, noon)).toBe(false);
  });

  it('waits with a paused run, but looks at least once a minute', () => {
    const paused = (pausedUntil: string) => pollDelay(aStatus({ run: aRun({ pausedUntil }) }), noon);
    expect(paused('2026-11-02T12:00:30.000Z')).toBe(30_000);
    expect(paused('2026-11-02T12:40:00.000Z')).toBe(60_000);
    expect(paused('2026-11-02T11:00:00.000Z')).toBe(10_000);
  });

  it('looks once a minute at a failed run that somebody else may take up', () => {
    expect(pollDelay(aStatus({ run: aRun({ state: 'failed' }) }), noon)).toBe(60_000);
  });
});

describe('how far a run is', () => {
  it('has no total and no time left when no earlier run tells one', () => {
    const samples = withSample([], aRun(), noon);
    expect(progressOf(aRun(), samples, undefined)).toEqual({ perMinute: 600 });
  });

  it('takes the total from the last finished run', () => {
    const samples = withSample([], aRun(), noon);
    expect(progressOf(aRun(), samples, 2400)).toEqual({
      perMinute: 600,
      total: 2400,
      fraction: 0.25,
      secondsLeft: 180,
    });
  });

  it('drops the total once the run has gone beyond it', () => {
    const run = aRun({ seen: 2500 });
    expect(progressOf(run, withSample([], run, noon), 2400)).toEqual({ perMinute: 2500 });
  });

  it('takes the speed from the looks of the last two minutes', () => {
    const first = withSample([], aRun({ seen: 100 }), noon - 300_000);
    const second = withSample(first, aRun({ seen: 400 }), noon - 60_000);
    const third = withSample(second, aRun({ seen: 500 }), noon);
    expect(third.map(({ seen }) => seen)).toEqual([400, 500]);
    expect(progressOf(aRun({ seen: 500 }), third, undefined)).toEqual({ perMinute: 100 });
  });

  it('forgets the speed of another run and of a pause', () => {
    const old = withSample([], aRun({ id: 'run-0', seen: 9 }), noon - 1000);
    expect(withSample(old, aRun(), noon)).toEqual([{ runId: 'run-1', at: noon, seen: 600 }]);
    expect(withSample(old, aRun({ pausedUntil: '2026-11-02T12:30:00.000Z' }), noon)).toEqual([]);
  });

  it('never compares an unlink run, which counts links, with people', () => {
    const run = aRun({ kind: 'unlink' });
    expect(progressOf(run, [], 2400)).toEqual({});
    expect(totalToRemember(aRun({ kind: 'unlink', state: 'done' }))).toBeUndefined();
    expect(totalToRemember(aRun({ state: 'done' }))).toBe(600);
    expect(totalToRemember(aRun())).toBeUndefined();
  });
});

describe('a failed run', () => {
  it('is taken up by the switch while turning on or off, by syncNow after that', () => {
    const failed = aRun({ state: 'failed' });
    expect(retryOf(aStatus({ run: failed }))).toBe('setSyncEnabled');
    expect(retryOf({ enabled: false, phase: 'disabling', run: { ...failed, kind: 'unlink' } })).toBe('setSyncEnabled');
    expect(retryOf(aStatus({ phase: 'on', run: { ...failed, kind: 'reconcile' } }))).toBe('syncNow');
    expect(retryOf(aStatus())).toBeUndefined();
  });
});

describe('what is said aloud', () => {
  it('changes in quarters when the total is known, in round counts otherwise', () => {
    expect(announcedStep(aRun(), { fraction: 0.62 })).toEqual({ percent: 50 });
    expect(announcedStep(aRun({ seen: 640 }), {})).toEqual({ seen: 500 });
    expect(announcedStep(aRun({ seen: 9_640 }), {})).toEqual({ seen: 9_000 });
    expect(announcedStep(aRun({ seen: 57_000 }), {})).toEqual({ seen: 50_000 });
  });
});
