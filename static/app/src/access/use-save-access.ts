import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { admin as calls } from '../bridge/calls';
import type { Access, Failure } from '../contract';
import { queryKeys } from '../state/query-keys';
import { type AccessDraft, differingRights, draftOf, holdersOf } from './access-draft';

export interface SavingAccess {
  save: (draft: AccessDraft, version: number) => void;
  busy: boolean;
  done: boolean;
  failed: Failure | undefined;
  /** What somebody else saved meanwhile. */
  theirs: Access | undefined;
  reset: () => void;
}

/** Saves who may do what. A conflict, and an answer that got lost, are settled by looking at what is there now. */
export function useSaveAccess(onSaved: (access: Access) => void): SavingAccess {
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<Access>();

  const saving = useMutation({
    mutationFn: async ({ draft, version }: { draft: AccessDraft; version: number }): Promise<Access | undefined> => {
      try {
        return await calls.updateAccess({ version, holders: holdersOf(draft) });
      } catch (error) {
        const { code } = failureOf(error);
        if (code !== 'conflict' && code !== 'unavailable') throw error;
        const present = await calls.getAccess();
        if (differingRights(present.holders, draft).length === 0) return present;
        if (present.version === version) throw error;
        setTheirs(present);
        return undefined;
      }
    },
    onSuccess: (saved) => {
      if (saved === undefined) return;
      setTheirs(undefined);
      client.setQueryData(queryKeys.access, saved);
      onSaved(saved);
    },
  });

  return {
    save: (draft, version) => saving.mutate({ draft, version }),
    busy: saving.isPending,
    done: saving.isSuccess && saving.data !== undefined,
    failed: saving.isError ? failureOf(saving.error) : undefined,
    theirs,
    reset: () => {
      saving.reset();
      setTheirs(undefined);
    },
  };
}

/** Both versions in words, for the rights about which they differ. */
export function differingDrafts(theirs: Access, mine: AccessDraft) {
  const other = draftOf(theirs.holders);
  return differingRights(theirs.holders, mine).map((right) => ({ right, theirs: other[right], mine: mine[right] }));
}
