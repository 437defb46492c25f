import { existsSync, renameSync } from 'node:fs';
import { DatabaseInUse, DatabaseUnreadable } from '../journal/database-errors';
import { DirectoryLock } from '../journal/directory-lock';
import { LmdbJournal } from '../journal/lmdb-journal';
import { StartProblem } from './start-problem';

/**
 * Puts the present data aside under a name with the time.
 *
 * @returns where it is now, if there was any
 * @throws StartProblem while another Kith uses it
 */
export function putAside(folder: string, now: Date): string | undefined {
  if (!existsSync(folder)) return undefined;
  explained(folder, () => DirectoryLock.take(folder).release());
  const target = `${folder}-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;
  renameSync(folder, target);
  return target;
}

/** @throws StartProblem when the database is damaged or in use */
export const openData = (folder: string): LmdbJournal => explained(folder, () => LmdbJournal.open(folder));

function explained<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof DatabaseInUse) {
      throw new StartProblem(
        `Kith is already running from this folder (process ${error.pid}), and its data can be used by one at a time. Go to ` +
          'the address that it printed, or stop it with Ctrl+C in its window and start again.',
      );
    }
    if (error instanceof DatabaseUnreadable) {
      throw new StartProblem(
        `The saved site in ${folder} cannot be read: its database seems to be damaged. Nothing was changed or deleted. Run ` +
          '`npm start -- --fresh` to begin with a new site; the damaged one is put aside beside it, in case you want to ' +
          `look at it or bring back a backup. (${error.message})`,
      );
    }
    throw error;
  }
}
