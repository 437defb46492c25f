import type { SyncRun, SyncStatus } from '../contract';

/** What was seen of a run at one moment (milliseconds since 1970). */
export interface Sample {
  runId: string;
  at: number;
  seen: number;
}

export interface Progress {
  /** People a minute, over the last minutes; absent until two looks differ in time. */
  perMinute?: number;
  /** How many people there probably are, if an earlier run can tell and this one has not gone beyond it. */
  total?: number;
  /** 0 to 1; absent while the total is unknown. */
  fraction?: number;
  secondsLeft?: number;
}

/** The contract: pages poll a running status at most every ten seconds. Milliseconds. */
export const pollEvery = 10_000;
const longestPoll = 60_000;
const rateWindow = 120_000;

export function isActive(run: SyncRun | undefined): run is SyncRun {
  return run !== undefined && (run.state === 'queued' || run.state === 'running');
}

export function isPaused(run: SyncRun, now: number): boolean {
  return isActive(run) && run.pausedUntil !== undefined && Date.parse(run.pausedUntil) > now;
}

/** When to ask for the status again, in milliseconds; `false` when nothing will change by itself. */
export function pollDelay(status: SyncStatus | undefined, now: number): number | false {
  if (status === undefined) return false;
  const moving = isActive(status.run) || status.phase === 'enabling' || status.phase === 'disabling';
  if (!moving) return false;
  if (status.run?.state === 'failed') return longestPoll;
  const pausedFor = status.run?.pausedUntil === undefined ? 0 : Date.parse(status.run.pausedUntil) - now;
  return Math.min(longestPoll, Math.max(pollEvery, Number.isFinite(pausedFor) ? pausedFor : 0));
}

/** The looks that tell today's speed: of this run, not older than two minutes. A paused run has no speed. */
export function withSample(samples: readonly Sample[], run: SyncRun | undefined, now: number): Sample[] {
  if (!isActive(run) || isPaused(run, now)) return [];
  const recent = samples.filter((sample) => sample.runId === run.id && now - sample.at <= rateWindow);
  if (recent.at(-1)?.at === now) return recent;
  return [...recent, { runId: run.id, at: now, seen: run.seen }];
}

/** How far an active run is, from the looks at it and from what the last finished run counted. */
export function progressOf(run: SyncRun, samples: readonly Sample[], lastTotal: number | undefined): Progress {
  const perSecond = speedOf(run, samples);
  const progress: Progress = perSecond === undefined ? {} : { perMinute: Math.round(perSecond * 60) };
  if (run.kind === 'unlink' || lastTotal === undefined || lastTotal <= 0 || run.seen > lastTotal) return progress;
  progress.total = lastTotal;
  progress.fraction = run.seen / lastTotal;
  if (perSecond !== undefined && perSecond > 0) progress.secondsLeft = (lastTotal - run.seen) / perSecond;
  return progress;
}

function speedOf(run: SyncRun, samples: readonly Sample[]): number | undefined {
  const last = samples.at(-1);
  if (last === undefined) return undefined;
  const first = samples[0];
  const from = first !== undefined && first.at < last.at ? first : { at: Date.parse(run.startedAt), seen: 0 };
  const seconds = (last.at - from.at) / 1000;
  return seconds >= 1 ? Math.max(0, last.seen - from.seen) / seconds : undefined;
}

/** What a finished run teaches about the size of the site. An unlink run counts links, not people. */
export function totalToRemember(run: SyncRun | undefined): number | undefined {
  return run !== undefined && run.state === 'done' && run.kind !== 'unlink' && run.seen > 0 ? run.seen : undefined;
}

export type RetryWith = 'setSyncEnabled' | 'syncNow';

/** Which call takes up a failed run again. */
export function retryOf(status: SyncStatus): RetryWith | undefined {
  if (status.run?.state !== 'failed') return undefined;
  return status.phase === 'on' && status.run.kind === 'reconcile' ? 'syncNow' : 'setSyncEnabled';
}

/** A coarse step of the run for people who listen: changes seldom enough not to interrupt them. */
export function announcedStep(run: SyncRun, progress: Progress): { percent: number } | { seen: number } {
  if (progress.fraction !== undefined) return { percent: Math.floor(progress.fraction * 4) * 25 };
  const step = run.seen < 1_000 ? 250 : run.seen < 10_000 ? 1_000 : 10_000;
  return { seen: Math.floor(run.seen / step) * step };
}
