import { requireNodeVersion } from './lib/node-version.mjs';

requireNodeVersion();
import('./lib/commands.mjs').then(({ start }) => start());
