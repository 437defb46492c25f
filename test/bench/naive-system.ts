import { bundleApp } from '../../sandbox/src/forge/process/bundle';
import type { RunResult, System } from './system';

const plantedAt = '2026-10-01T09:00:00.000Z';

/** The obvious way to write it: `naive.ts`. It takes whatever points Jira gives. */
export const naive: System = {
  name: 'naive',
  pointsPerHour: 65_000,
  bundle: () => bundleApp({ entry: 'test/bench/naive.ts' }),
  finishedRun: (site) => {
    const run = site.row<Partial<RunResult>>(undefined, 'run');
    if (run?.finishedAt === undefined) return undefined;
    const { finishedAt, seen = 0, created = 0, linked = 0, updated = 0, unlinked = 0, skipped = 0 } = run;
    return { finishedAt, seen, created, linked, updated, unchanged: 0, unlinked, skipped, failed: 0 };
  },
  hasWaiting: () => false,
  regularContact: (id, { displayName, email }) => [
    {
      entityName: 'contact',
      key: id,
      value: {
        id,
        name: `${displayName} (customer)`,
        email,
        emailKey: email.toLowerCase(),
        createdAt: plantedAt,
        updatedAt: plantedAt,
      },
    },
  ],
  walkTurn: () => undefined,
  syncedNames: (site) => {
    const names = new Map<string, string>();
    for (const { value } of site.sandbox.storage.rows('contact')) {
      const { name, primary } = value as { name: string; primary?: string };
      if (primary !== undefined) names.set(primary, name);
    }
    return names;
  },
};
