import { requireNodeVersion } from './lib/node-version.mjs';

requireNodeVersion();
void import('./lib/commands.mjs').then(({ build }) => build());
