import { spawn } from 'node:child_process';
import { inRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';

/** The sandbox's exit code when it has said itself, in plain words, why it does not start. */
const TOLD = 1;
const STOPPED_BY = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs the sandbox as a process of its own and waits for its end, so that even a native crash (of the database library,
 * on a damaged file) is answered in plain words. The sandbox reports its phase: `opening` the database, then `ready`.
 */
export async function runSandbox(options) {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', inRoot('sandbox/dist/main.cjs'), JSON.stringify({ ...options, root })],
    { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  let phase = 'starting';
  child.on('message', (message) => {
    phase = message?.phase ?? phase;
  });
  // Ctrl+C reaches the sandbox as well (same terminal); it closes its files and ends, and this process with it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));

  const { code, signal } = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  if (code === 0 || (signal !== null && STOPPED_BY.has(signal))) return;
  if (code === TOLD) {
    process.exitCode = 1;
    return;
  }
  if (phase === 'opening') throw new Problem(damaged(options.data, signal ?? `exit code ${code}`));
  throw new Problem(
    `The sandbox stopped unexpectedly (${signal ?? `exit code ${code}`}). What it had saved is kept in ${options.data}; ` +
      'run `npm start` to go on.',
  );
}

const damaged = (folder, how) =>
  `The saved site in ${folder} could not be opened (${how}): its database seems to be damaged. Nothing was changed or ` +
  'deleted. Run `npm start -- --fresh` to begin with a new site; the damaged one is put aside beside it in case ' +
  'you want to look at it or restore a backup of it.';
