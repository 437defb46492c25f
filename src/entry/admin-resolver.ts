import * as z from 'zod';
import type { AdminFunctions } from '../contract/functions';
import { failure, ok } from '../contract/result';
import { adminSchemas } from '../contract/schemas';
import { isAccountId } from '../domain/account';
import { readState } from '../store/read-state';
import { getSyncStatus } from '../sync/get-sync-status';
import { listSkippedUsers } from '../sync/list-skipped-users';
import { syncNow } from '../sync/sync-now';
import { turnOffSync } from '../sync/turn-off';
import { turnOnSync } from '../sync/turn-on';
import { updateSettings } from '../sync/update-settings';
import { adminToRead, adminToWrite } from './authorise';
import { defineResolver } from './define-resolver';
import { resolverFunction } from './resolver-function';

/** The cursor of the list of skipped users is the last account id of the page before. */
const listSkippedUsersSchema = adminSchemas.listSkippedUsers.extend({
  cursor: z.string().refine(isAccountId, { message: 'is no cursor of this list' }).optional(),
});

/** The functions of the admin page. */
export const adminResolver = defineResolver<AdminFunctions>(
  {
    getSyncStatus: resolverFunction('getSyncStatus', {
      schema: adminSchemas.getSyncStatus,
      authorise: adminToRead,
      run: async () => ok(await getSyncStatus()),
    }),
    setSyncEnabled: resolverFunction('setSyncEnabled', {
      schema: adminSchemas.setSyncEnabled,
      authorise: adminToWrite,
      run: async ({ enabled }) => {
        await (enabled ? turnOnSync() : turnOffSync());
        return ok(await getSyncStatus());
      },
    }),
    syncNow: resolverFunction('syncNow', {
      schema: adminSchemas.syncNow,
      authorise: adminToWrite,
      run: async () => {
        if ((await syncNow()) === 'off') return failure('conflict', 'User sync is off. Turn it on first.');
        return ok(await getSyncStatus());
      },
    }),
    listSkippedUsers: resolverFunction('listSkippedUsers', {
      schema: listSkippedUsersSchema,
      authorise: adminToRead,
      run: async ({ cursor, limit }) =>
        ok(
          await listSkippedUsers({
            ...(cursor === undefined ? {} : { after: cursor }),
            ...(limit === undefined ? {} : { limit }),
          }),
        ),
    }),
    getSettings: resolverFunction('getSettings', {
      schema: adminSchemas.getSettings,
      authorise: adminToRead,
      run: async () => ok((await readState()).current.settings),
    }),
    updateSettings: resolverFunction('updateSettings', {
      schema: adminSchemas.updateSettings,
      authorise: adminToWrite,
      run: async ({ settings }) => ok(await updateSettings(settings)),
    }),
  },
  adminToRead,
);
