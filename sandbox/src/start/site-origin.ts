import type { Journal } from '../journal/journal';
import { DEFAULT_USERS, type StartOptions } from './options';
import { StartProblem } from './start-problem';

const TABLE = 'sandbox';
const KEY = 'origin';

/** Where the users of a saved site came from. Written when its first start is complete. */
export type SiteOrigin = { users: number } | { directory: string };

const originOf = ({ users, directory }: StartOptions): SiteOrigin =>
  directory === undefined ? { users: users ?? DEFAULT_USERS } : { directory };

const inWords = (origin: SiteOrigin): string =>
  'directory' in origin ? `the users of ${origin.directory}` : `${origin.users} made-up users`;

/**
 * Decides between going on with a saved site and making a new one.
 *
 * @throws StartProblem when the options ask for another site than the saved one, or its first start was interrupted
 */
export function decideOrigin(journal: Journal, options: StartOptions): { origin: SiteOrigin; isNew: boolean } {
  const wanted = originOf(options);
  const saved = [...journal.load(TABLE)].find(({ key }) => key === KEY)?.value as SiteOrigin | undefined;
  if (saved === undefined) {
    const [leftover] = journal.load('jira:users');
    if (leftover === undefined) return { origin: wanted, isNew: true };
    throw new StartProblem(
      'The first start of this site was interrupted before all its users were there. Run `npm start -- --fresh` to begin again.',
    );
  }
  const asked = options.users !== undefined || options.directory !== undefined;
  if (asked && JSON.stringify(saved) !== JSON.stringify(wanted)) {
    throw new StartProblem(
      `There is a saved site with ${inWords(saved)}, so it was not started with ${inWords(wanted)}. Run \`npm start\` to go on ` +
        'with it, or add --fresh to begin a new one (the saved one is put aside, not deleted).',
    );
  }
  return { origin: saved, isNew: false };
}

export const rememberOrigin = (journal: Journal, origin: SiteOrigin): void => journal.put(TABLE, KEY, origin);
