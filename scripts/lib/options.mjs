import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

export const USAGE = `
Starts Kith on this machine: a small Jira-like site with the app installed.

  npm start                                  start, or go on where you stopped
  npm start -- --users 100000                how many users the site has: 50, 2500 (usual) or 100000
  npm start -- --directory FILE.csv          take the users from an Atlassian user export instead
  npm start -- --fresh                       start over; the old data is put aside, not deleted
  npm start -- --port 5000                   another address; the next port is used as well (0: any free ones)
  npm start -- --data FOLDER                 keep the site in this folder instead of .kith/data
  npm start -- --help                        this text

--users and --directory describe a new site: give them the first time, or together with --fresh.
`;

const SIZES = ['50', '2500', '100000'];
export const DEFAULT_PORT = 4710;
const WAY_OUT = '`npm start -- --help` shows every option.';

/** @returns the options of `npm start`, checked; `users` and `directory` only when they were given. */
export function readOptions(args, env) {
  refuseOptionsThatNpmTook(args, env);
  const { users, directory, data, fresh, port, help } = parse(args);
  if (help) return { help };
  if (users !== undefined && directory !== undefined) {
    throw new Problem(
      `--users makes people up and --directory reads them from a file; give one of the two. ${WAY_OUT}`,
    );
  }
  if (users !== undefined && !SIZES.includes(users)) {
    throw new Problem(`--users takes 50, 2500 or 100000, not "${users}". ${WAY_OUT}`);
  }
  if (data === '') throw new Problem(`--data needs the name of a folder. ${WAY_OUT}`);
  if (directory === '') throw new Problem(`--directory needs the name of a CSV file. ${WAY_OUT}`);
  const typedIn = env.INIT_CWD ?? process.cwd();
  return {
    help: false,
    data: data === undefined ? inRoot('.kith', 'data') : resolve(typedIn, data),
    fresh,
    port: readPort(port),
    ...(users === undefined ? {} : { users: Number(users) }),
    ...(directory === undefined ? {} : { directory: resolve(typedIn, directory) }),
  };
}

/** `npm start --users 50`, without the `--` in between, hands `users` to npm and only `50` to this script. */
function refuseOptionsThatNpmTook(args, env) {
  const taken = ['users', 'directory', 'data', 'fresh', 'port'].find((name) => env[`npm_config_${name}`] !== undefined);
  if (taken === undefined || args.some((arg) => arg.startsWith(`--${taken}`))) return;
  throw new Problem(
    `npm kept --${taken} for itself: put "--" in front of it, as in \`npm start -- --${taken}\`. ${WAY_OUT}`,
  );
}

function parse(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        users: { type: 'string' },
        directory: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        port: { type: 'string', default: String(DEFAULT_PORT) },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    if (!String(error?.code).startsWith('ERR_PARSE_ARGS')) throw error;
    const reason = error.message.split(/\.\s/, 1)[0].replace(/\.$/, '');
    throw new Problem(`${reason}. ${WAY_OUT}`);
  }
}

function readPort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port === 0 || (port >= 1024 && port <= 65534)) return port;
  throw new Problem(`--port takes a number from 1024 to 65534 (or 0 for any free ones), not "${text}". ${WAY_OUT}`);
}
