import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { admin as calls } from '../bridge/calls';
import type { Failure, IssueSettings } from '../contract';
import { queryKeys } from '../state/query-keys';
import { type Decided, differences, mergedDraft, type SettingsDraft } from './settings-draft';

/** What somebody else saved meanwhile, and what they and I decided otherwise. */
export interface SettingsConflict {
  theirs: IssueSettings;
  disputed: Decided[];
  /** Mine, with theirs about everything else. */
  merged: SettingsDraft;
}

/**
 * Saves how the company of an issue is found. A conflict, and an answer that got lost, are settled by looking at what is
 * there now: only where somebody else decided about the same thing does anybody have to choose.
 */
export function useSaveIssueSettings(onSaved: (settings: IssueSettings) => void) {
  const client = useQueryClient();
  const [conflict, setConflict] = useState<SettingsConflict>();

  const saving = useMutation({
    mutationFn: async ({ draft, base }: { draft: SettingsDraft; base: IssueSettings }) => {
      try {
        return await calls.updateIssueSettings({ version: base.version, ...draft });
      } catch (error) {
        const { code } = failureOf(error);
        if (code !== 'conflict' && code !== 'unavailable') throw error;
        const present = await calls.getIssueSettings();
        if (differences(present, draft).length === 0) return present;
        if (present.version === base.version) throw error;
        const { draft: merged, disputed } = mergedDraft(base, present, draft);
        if (disputed.length === 0) return await calls.updateIssueSettings({ version: present.version, ...merged });
        setConflict({ theirs: present, disputed, merged });
        return undefined;
      }
    },
    onSuccess: (saved) => {
      if (saved === undefined) return;
      setConflict(undefined);
      client.setQueryData(queryKeys.issueSettings, saved);
      onSaved(saved);
    },
  });

  const failed: Failure | undefined = saving.isError ? failureOf(saving.error) : undefined;
  return {
    /** Saves the draft, which was made from `base`. */
    save: (draft: SettingsDraft, base: IssueSettings) => saving.mutate({ draft, base }),
    busy: saving.isPending,
    done: saving.isSuccess && saving.data !== undefined,
    failed,
    conflict,
    reset: () => {
      saving.reset();
      setConflict(undefined);
    },
  };
}
