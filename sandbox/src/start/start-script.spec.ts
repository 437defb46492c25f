import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', '..', 'scripts', 'start.mjs');

function start(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  return { status, stdout, stderr: stderr.trim() };
}

test.each([
  [['--users', '7'], '--users takes 50, 2500 or 100000, not "7". `npm start -- --help` shows every option.'],
  [
    ['--port', 'abc'],
    '--port takes a number from 1024 to 65534 (or 0 for any free ones), not "abc". `npm start -- --help` shows every option.',
  ],
  [
    ['--port', '80'],
    '--port takes a number from 1024 to 65534 (or 0 for any free ones), not "80". `npm start -- --help` shows every option.',
  ],
  [
    ['--users', '50', '--directory', 'a.csv'],
    '--users makes people up and --directory reads them from a file; give one of the two. `npm start -- --help` shows every option.',
  ],
  [['--bogus'], "Unknown option '--bogus'. `npm start -- --help` shows every option."],
  [['stray'], "Unexpected argument 'stray'. `npm start -- --help` shows every option."],
])('the options %j are refused in one paragraph', (args, expected) => {
  expect(start(args)).toEqual({ status: 1, stdout: '', stderr: expected });
});

test('an option that npm kept for itself is not passed over in silence', () => {
  expect(start(['50'], { npm_config_users: 'true' }).stderr).toBe(
    'npm kept --users for itself: put "--" in front of it, as in `npm start -- --users`. `npm start -- --help` shows every option.',
  );
});

test('--help names every option and starts nothing', () => {
  const { status, stdout } = start(['--help']);
  expect(status).toBe(0);
  for (const option of ['--users', '--directory', '--fresh', '--port']) expect(stdout).toContain(option);
});
