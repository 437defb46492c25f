import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { runNpm } from './run.mjs';

const stamp = inRoot('node_modules', '.kith-setup');
const lockFile = inRoot('package-lock.json');
const installedFile = inRoot('node_modules', '.package-lock.json');

const wanted = () => {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${lock} ${process.platform} ${process.arch}`;
};

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** True when npm's own record of node_modules already names every package of the lock file, as after an `npm install` by hand. */
function alreadyInstalled() {
  if (!existsSync(installedFile)) return false;
  const installed = packagesOf(installedFile);
  return Object.entries(packagesOf(lockFile)).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link || entry.optional || entry.devOptional || entry.peer) return true;
    return installed[path]?.version === entry.version && existsSync(inRoot(path));
  });
}

const QUIET = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

/** By the lock file; if npm finds that it lacks something for this kind of computer, `npm install` adds what is missing. */
async function install() {
  const clean = await runNpm(['ci', ...QUIET], { quiet: true });
  if (clean.code === 0) return true;
  console.log('The lock file alone was not enough; trying `npm install` …');
  return (await runNpm(['install', ...QUIET])).code === 0;
}

/** Installs the dependencies if they are missing or older than the lock file. */
export async function installDependencies() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  if (!alreadyInstalled()) {
    console.log('Installing the dependencies (only needed now and after an update) …');
    if (!(await install())) {
      throw new Problem(
        'The dependencies could not be installed; npm says why above. Most often there is no connection to the package ' +
          'registry, or another program holds files in node_modules. When that is solved, run the same command again ' +
          '(or `npm install`, and then the same command).',
      );
    }
  }
  mkdirSync(inRoot('node_modules'), { recursive: true });
  writeFileSync(stamp, wanted());
}
