import { buildWhatIsStale } from './builds.mjs';
import { installDependencies } from './dependencies.mjs';
import { readOptions, USAGE } from './options.mjs';
import { tellProblems } from './problem.mjs';
import { runNpm } from './run.mjs';
import { runSandbox } from './sandbox-process.mjs';

/** Everything a fresh clone needs: dependencies installed, everything built. Safe and quick to repeat. */
async function setUp() {
  await installDependencies();
  await buildWhatIsStale();
}

export const build = () => tellProblems(setUp);

export const test = () =>
  tellProblems(async () => {
    await setUp();
    const { code } = await runNpm(['run', 'check']);
    process.exitCode = code;
  });

export const start = () =>
  tellProblems(async () => {
    const { help, ...options } = readOptions(process.argv.slice(2), process.env);
    if (help) {
      console.log(USAGE);
      return;
    }
    await setUp();
    await runSandbox(options);
  });
