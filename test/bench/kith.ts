import { bundleApp } from '../../sandbox/src/forge/process/bundle';
import type { ContactRecord } from '../../src/domain/contact';
import { emailKey } from '../../src/domain/email-key';
import { encode, sha256, singleKeys } from '../../src/store/records';
import type { SyncRun } from '../../src/store/sync-run';
import type { SyncState } from '../../src/store/sync-state';
import type { Walk } from '../../src/store/walk';
import type { System } from './system';

const plantedAt = '2026-10-01T09:00:00.000Z';
const planter = 'planted';

/** The app of this repository. Contacts that were there beforehand are written in its own format. */
export const kith: System = {
  name: 'kith',
  pointsPerHour: 40_000,
  bundle: () => bundleApp({ entry: 'src/index.ts' }),
  finishedRun: (site) => {
    const state = site.row<SyncState>('sync-state', singleKeys.state);
    if (state?.latestRunId === undefined || state.activeRunId !== undefined) return undefined;
    const run = site.row<SyncRun>('sync-run', state.latestRunId);
    if (run?.finishedAt === undefined || run.state !== 'done') return undefined;
    return { ...run.counts, finishedAt: Date.parse(run.finishedAt) };
  },
  hasWaiting: (site) => [...site.sandbox.storage.rows('waiting')].length > 0,
  regularContact: (id, user) => {
    const contact: ContactRecord = {
      id,
      version: 1,
      name: `${user.displayName} (customer)`,
      email: user.email,
      followsName: false,
      followsEmail: false,
      fields: {},
      accounts: [],
      origins: [],
      createdAt: plantedAt,
      updatedAt: plantedAt,
    };
    const claim = { contactId: id, waiting: [] };
    return [
      { entityName: 'contact', key: id, value: encode('contact', contact, 1, planter) },
      { entityName: 'email-claim', key: sha256(emailKey(user.email)), value: encode('claim', claim, 1, planter) },
    ];
  },
  walkTurn: (site) => site.row<Walk>('sync-state', singleKeys.walk)?.links.startedAt,
  syncedNames: (site) => {
    const names = new Map<string, string>();
    for (const { value } of site.sandbox.storage.rows('contact')) {
      const { name, primary } = value as ContactRecord;
      if (primary !== undefined) names.set(primary, name);
    }
    return names;
  },
};
