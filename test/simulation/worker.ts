import { readFileSync } from 'node:fs';
import { AppBundle } from '../../sandbox/src/forge/process/bundle';
import { runSchedule } from './run-schedule';

/** A process that plays the schedules that it is given the seeds of. Its argument is the file with the app's bundle. */
const bundle = new AppBundle(readFileSync(process.argv[2] ?? '', 'utf8'));

process.on('message', (seed: number) => {
  void runSchedule(seed, bundle).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
