import { admin as calls } from '../bridge/calls';
import type { IssueSettings } from '../contract';
import type { DraftRules } from '../state/draft-rules';
import { queryKeys } from '../state/query-keys';
import { type Decided, differences, draftOf, mergedDraft, type SettingsDraft } from './settings-draft';

/** How it is decided and saved how the company of an issue is found. */
export const settingsRules: DraftRules<IssueSettings, SettingsDraft, Decided> = {
  queryKey: queryKeys.issueSettings,
  read: calls.getIssueSettings,
  write: (version, draft) => calls.updateIssueSettings({ version, ...draft }),
  draftOf,
  differences,
  merged: mergedDraft,
};
