import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { admin as calls } from '../bridge/calls';
import type { Access, Failure, Right } from '../contract';
import { queryKeys } from '../state/query-keys';
import { type AccessDraft, differingRights, holdersOf, mergedDraft } from './access-draft';

/** What somebody else saved meanwhile, and the rights about which they and I differ. */
export interface AccessConflict {
  theirs: Access;
  disputed: Right[];
  /** Mine, with theirs about the other rights. */
  merged: AccessDraft;
}

export interface SavingAccess {
  /** Saves the draft, which was made from `base`. */
  save: (draft: AccessDraft, base: Access) => void;
  busy: boolean;
  done: boolean;
  failed: Failure | undefined;
  conflict: AccessConflict | undefined;
  reset: () => void;
}

/**
 * Saves who may do what. A conflict, and an answer that got lost, are settled by looking at what is there now: only where
 * somebody else decided about the same right does anybody have to choose.
 */
export function useSaveAccess(onSaved: (access: Access) => void): SavingAccess {
  const client = useQueryClient();
  const [conflict, setConflict] = useState<AccessConflict>();

  const saving = useMutation({
    mutationFn: async ({ draft, base }: { draft: AccessDraft; base: Access }): Promise<Access | undefined> => {
      try {
        return await calls.updateAccess({ version: base.version, holders: holdersOf(draft) });
      } catch (error) {
        const { code } = failureOf(error);
        if (code !== 'conflict' && code !== 'unavailable') throw error;
        const present = await calls.getAccess();
        if (differingRights(present.holders, draft).length === 0) return present;
        if (present.version === base.version) throw error;
        const { draft: merged, disputed } = mergedDraft(base.holders, present.holders, draft);
        if (disputed.length === 0) {
          return await calls.updateAccess({ version: present.version, holders: holdersOf(merged) });
        }
        setConflict({ theirs: present, disputed, merged });
        return undefined;
      }
    },
    onSuccess: (saved) => {
      if (saved === undefined) return;
      setConflict(undefined);
      client.setQueryData(queryKeys.access, saved);
      onSaved(saved);
    },
  });

  return {
    save: (draft, base) => saving.mutate({ draft, base }),
    busy: saving.isPending,
    done: saving.isSuccess && saving.data !== undefined,
    failed: saving.isError ? failureOf(saving.error) : undefined,
    conflict,
    reset: () => {
      saving.reset();
      setConflict(undefined);
    },
  };
}
