import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a program to its end and gives its exit code; `quiet` keeps its output back and hands it over in `output`.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd = root, quiet = false, env = process.env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs npm: the one that runs this script where there is one, so that its version is the same. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
