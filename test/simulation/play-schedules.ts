import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { buildApp, type Edit, smallPages } from './build-app';
import type { ScheduleResult } from './run-schedule';

export interface PlayOptions {
  /** The first seed; the others follow it. */
  seed: number;
  schedules: number;
  /** Deliberate changes of the app's source. */
  edits?: readonly Edit[];
  /** Under which name the bundle is kept. */
  name?: string;
  /** Ends at the first failure. */
  stopsAtFailure?: boolean;
  onResult?: (result: ScheduleResult) => void;
}

const cache = resolve('node_modules', '.cache', 'kith-simulation');

/** Plays schedules in several processes at once. Gives their results in the order of seeds. */
export async function playSchedules(options: PlayOptions): Promise<ScheduleResult[]> {
  const { seed, schedules, edits = [], name = 'app', stopsAtFailure = false, onResult } = options;
  mkdirSync(cache, { recursive: true });
  const bundle = join(cache, `${name}.js`);
  writeFileSync(bundle, (await buildApp([smallPages, ...edits])).code);
  const worker = buildWorker();
  const results: ScheduleResult[] = [];
  let next = seed;
  let isOver = false;
  const work = (): Promise<void> =>
    new Promise((done, fail) => {
      const child = fork(worker, [bundle], { execArgv: ['--max-semi-space-size=64'] });
      const giveNext = (): void => {
        if (isOver || next >= seed + schedules) child.kill();
        else child.send(next++);
      };
      child.on('message', (result: ScheduleResult) => {
        results.push(result);
        onResult?.(result);
        if (stopsAtFailure && result.failure !== undefined) isOver = true;
        giveNext();
      });
      child.on('error', fail);
      child.on('exit', (code) =>
        code === null || code === 0 ? done() : fail(new Error(`A worker ended with ${code}.`)),
      );
      giveNext();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), schedules) }, work));
  return results.sort((a, b) => a.seed - b.seed);
}

function buildWorker(): string {
  const outfile = join(cache, 'worker.cjs');
  buildSync({
    entryPoints: [resolve('test', 'simulation', 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    write: true,
  });
  return outfile;
}

/** How often each kind of fault and step occurred in all schedules. */
export function sumOfCounts(results: readonly ScheduleResult[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { counts } of results) {
    for (const [what, times] of Object.entries(counts)) sum.set(what, (sum.get(what) ?? 0) + times);
  }
  return new Map([...sum].sort(([a], [b]) => (a < b ? -1 : 1)));
}
