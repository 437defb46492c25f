import * as z from 'zod/mini';
import type { AdminFunctions } from '../contract/functions';
import { failure, ok } from '../contract/result';
import { adminSchemas } from '../contract/schemas';
import { applyCompanyChanges } from '../crm/company-changes/apply-company-changes';
import { discardCompanyChanges } from '../crm/company-changes/discard-company-changes';
import { getCompanyChanges } from '../crm/company-changes/get-company-changes';
import { previewCompanyChanges } from '../crm/company-changes/preview-company-changes';
import { undoCompanyChanges } from '../crm/company-changes/undo-company-changes';
import { emptyRemovedField } from '../crm/empty-removed-field';
import { getAccess } from '../crm/get-access';
import { getTemplate } from '../crm/get-template';
import { discardIssueChanges } from '../crm/issue-changes/discard-issue-changes';
import { getIssueChanges } from '../crm/issue-changes/get-issue-changes';
import { previewIssueChanges } from '../crm/issue-changes/preview-issue-changes';
import { showAnyToCaller, showToCaller } from '../crm/issue-changes/show-to-caller';
import { applyIssueChanges, undoIssueChanges } from '../crm/issue-changes/take-step';
import { getIssueSettings } from '../crm/issues/get-issue-settings';
import { updateIssueSettings } from '../crm/issues/update-issue-settings';
import { updateAccess } from '../crm/update-access';
import { updateTemplate } from '../crm/update-template';
import { isAccountId } from '../domain/account';
import { findGroupsByName } from '../jira/find-groups';
import { findProjectsByName } from '../jira/find-projects';
import { readState } from '../store/read-state';
import { getSyncStatus } from '../sync/get-sync-status';
import { listSkippedUsers } from '../sync/list-skipped-users';
import { syncNow } from '../sync/sync-now';
import { turnOffSync } from '../sync/turn-off';
import { turnOnSync } from '../sync/turn-on';
import { updateSettings } from '../sync/update-settings';
import { adminToRead, adminToWrite, forgetAccess } from './authorise';
import { defineResolver } from './define-resolver';
import { resolverFunction } from './resolver-function';

/** The cursor of the list of skipped users is the last account id of the page before. */
const listSkippedUsersSchema = z.extend(adminSchemas.listSkippedUsers, {
  cursor: z.optional(z.string().check(z.refine(isAccountId, { message: 'is no cursor of this list' }))),
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
    getAccess: resolverFunction('getAccess', {
      schema: adminSchemas.getAccess,
      authorise: adminToRead,
      run: async () => ok(await getAccess()),
    }),
    updateAccess: resolverFunction('updateAccess', {
      schema: adminSchemas.updateAccess,
      authorise: adminToWrite,
      run: async (request, caller) => {
        const updated = await updateAccess(request);
        forgetAccess(caller);
        return updated;
      },
    }),
    findGroups: resolverFunction('findGroups', {
      schema: adminSchemas.findGroups,
      authorise: adminToRead,
      run: async ({ search }) => ok({ items: await findGroupsByName(search ?? '') }),
    }),
    getTemplate: resolverFunction('getTemplate', {
      schema: adminSchemas.getTemplate,
      authorise: adminToRead,
      run: async ({ of }) => ok(await getTemplate(of)),
    }),
    updateTemplate: resolverFunction('updateTemplate', {
      schema: adminSchemas.updateTemplate,
      authorise: adminToWrite,
      run: (request) => updateTemplate(request),
    }),
    emptyRemovedField: resolverFunction('emptyRemovedField', {
      schema: adminSchemas.emptyRemovedField,
      authorise: adminToWrite,
      run: ({ of, fieldId }) => emptyRemovedField(of, fieldId),
    }),
    getCompanyChanges: resolverFunction('getCompanyChanges', {
      schema: adminSchemas.getCompanyChanges,
      authorise: adminToRead,
      run: () => getCompanyChanges(undefined),
    }),
    previewCompanyChanges: resolverFunction('previewCompanyChanges', {
      schema: adminSchemas.previewCompanyChanges,
      authorise: adminToWrite,
      run: () => previewCompanyChanges(undefined),
    }),
    applyCompanyChanges: resolverFunction('applyCompanyChanges', {
      schema: adminSchemas.applyCompanyChanges,
      authorise: adminToWrite,
      run: ({ id }) => applyCompanyChanges(id, 'all'),
    }),
    undoCompanyChanges: resolverFunction('undoCompanyChanges', {
      schema: adminSchemas.undoCompanyChanges,
      authorise: adminToWrite,
      run: ({ id }) => undoCompanyChanges(id, 'all'),
    }),
    getIssueChanges: resolverFunction('getIssueChanges', {
      schema: adminSchemas.getIssueChanges,
      authorise: adminToRead,
      run: async () => showAnyToCaller(await getIssueChanges({})),
    }),
    previewIssueChanges: resolverFunction('previewIssueChanges', {
      schema: adminSchemas.previewIssueChanges,
      authorise: adminToWrite,
      run: async () => showToCaller(await previewIssueChanges({})),
    }),
    applyIssueChanges: resolverFunction('applyIssueChanges', {
      schema: adminSchemas.applyIssueChanges,
      authorise: adminToWrite,
      run: async ({ id }) => showToCaller(await applyIssueChanges(id, 'admin')),
    }),
    undoIssueChanges: resolverFunction('undoIssueChanges', {
      schema: adminSchemas.undoIssueChanges,
      authorise: adminToWrite,
      run: async ({ id }) => showToCaller(await undoIssueChanges(id, 'admin')),
    }),
    discardIssueChanges: resolverFunction('discardIssueChanges', {
      schema: adminSchemas.discardIssueChanges,
      authorise: adminToWrite,
      run: async ({ id }) => showToCaller(await discardIssueChanges(id, 'admin')),
    }),
    discardCompanyChanges: resolverFunction('discardCompanyChanges', {
      schema: adminSchemas.discardCompanyChanges,
      authorise: adminToWrite,
      run: ({ id }) => discardCompanyChanges(id, 'all'),
    }),
    getIssueSettings: resolverFunction('getIssueSettings', {
      schema: adminSchemas.getIssueSettings,
      authorise: adminToRead,
      run: async () => ok(await getIssueSettings()),
    }),
    updateIssueSettings: resolverFunction('updateIssueSettings', {
      schema: adminSchemas.updateIssueSettings,
      authorise: adminToWrite,
      run: (request) => updateIssueSettings(request),
    }),
    findProjects: resolverFunction('findProjects', {
      schema: adminSchemas.findProjects,
      authorise: adminToRead,
      run: async ({ search }) => ok({ items: await findProjectsByName(search ?? '') }),
    }),
  },
  adminToRead,
);
