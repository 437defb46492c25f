import { parseArgs } from 'node:util';
import { buildApp, smallPages } from './build-app';
import { playSchedules, sumOfCounts } from './play-schedules';
import type { ScheduleResult } from './run-schedule';
import { runSchedule } from './run-schedule';
import { shrink } from './shrink';

const usage = `npm run simulate -- [--schedules 200] [--seed 1]   plays schedules with this and the following seeds
npm run simulate -- --replay 17                    plays one schedule and tells everything that happens in it
npm run simulate -- --shrink 17                    leaves out of a failing schedule what it does not need`;

const options = {
  schedules: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
  replay: { type: 'string' },
  shrink: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(usage);
  const alone = values.replay ?? values.shrink;
  if (alone === undefined) return playMany(Number(values.seed), Number(values.schedules));
  const bundle = await buildApp([smallPages]);
  const seed = Number(alone);
  tellOne(
    values.shrink === undefined ? await runSchedule(seed, bundle, { keepsLog: true }) : await shrink(seed, bundle),
  );
}

function tellOne({ seed, log, failure }: ScheduleResult): void {
  console.log(log.join('\n'));
  console.log(`\nSeed ${seed}: ${failure ?? 'everything held'}`);
  if (failure !== undefined) process.exitCode = 1;
}

async function playMany(seed: number, schedules: number): Promise<void> {
  let done = 0;
  const results = await playSchedules({
    seed,
    schedules,
    onResult: (result) => {
      done++;
      if (result.failure !== undefined) console.log(`Seed ${result.seed}: ${result.failure}`);
      if (done % 500 === 0) console.log(`${done} of ${schedules} schedules played`);
    },
  });
  console.log('\nWhat happened, in all schedules together:');
  for (const [what, times] of sumOfCounts(results)) console.log(`${String(times).padStart(10)}  ${what}`);
  console.log(`${String(results.reduce((sum, { commits }) => sum + commits, 0)).padStart(10)}  commits looked at`);
  const failed = results.filter(({ failure }) => failure !== undefined).map((result) => result.seed);
  console.log(
    failed.length === 0
      ? `\nAll ${results.length} held.`
      : `\nBroken: ${failed.join(', ')}. Replay one: --replay <seed>`,
  );
  if (failed.length > 0) process.exitCode = 1;
}

void main();
