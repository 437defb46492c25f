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

/** Installs the dependencies if they are missing or older than the lock file. */
export async function installDependencies() {
  const target = wanted();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === target) return;
  if (!alreadyInstalled()) {
    console.log('Installing the dependencies (only needed now and after an update) …');
    const { code } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      throw new Problem(
        'The dependencies could not be installed; npm says why above. Most often there is no connection to the package ' +
          'registry, or another program holds files in node_modules. When that is solved, run the same command again ' +
          '(or `npm install`, and then the same command).',
      );
    }
  }
  mkdirSync(inRoot('node_modules'), { recursive: true });
  writeFileSync(stamp, target);
}
