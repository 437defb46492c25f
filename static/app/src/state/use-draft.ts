import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import type { Failure } from '../contract';
import { type Deciding, type DraftRules, learnt, type Versioned } from './draft-rules';
import { useUnsaved } from './use-unsaved';

/** What somebody else saved meanwhile, and what they and I decided otherwise. */
export interface DraftConflict<S, D, P> {
  theirs: S;
  disputed: P[];
  /** Mine, with theirs about everything else. */
  merged: D;
}

export interface DraftState<S, D, P> {
  draft: D;
  change: (draft: D) => void;
  /** Whether something is decided that is not saved. */
  dirty: boolean;
  save: () => void;
  discard: () => void;
  busy: boolean;
  failed: Failure | undefined;
  conflict: DraftConflict<S, D, P> | undefined;
  keepMine: () => void;
  useTheirs: () => void;
  /** What was done last, until something is changed again. */
  outcome: 'saved' | 'discarded' | undefined;
  /** Says how things stand, and takes the focus when the button that was pressed is gone. */
  status: RefObject<HTMLSpanElement>;
}

interface Listeners {
  onDirty: (dirty: boolean) => void;
  /** Told when something else holds than before. */
  onSaved?: () => void;
}

/**
 * What somebody decides about something that is saved as a whole: it stays until it is saved or discarded, also when saving
 * fails. A conflict, and an answer that got lost, are settled by looking at what is there now: only where somebody else
 * decided about the same part does anybody have to choose. `saved`: the latest reading.
 */
export function useDraft<S extends Versioned, D, P>(
  rules: DraftRules<S, D, P>,
  saved: S,
  { onDirty, onSaved }: Listeners,
): DraftState<S, D, P> {
  const client = useQueryClient();
  const [deciding, setDeciding] = useState<Deciding<S, D>>(() => ({ base: saved, draft: rules.draftOf(saved) }));
  const [conflict, setConflict] = useState<DraftConflict<S, D, P>>();
  const [outcome, setOutcome] = useState<'saved' | 'discarded'>();
  const status = useRef<HTMLSpanElement>(null);
  const { base, draft } = deciding;
  const dirty = rules.differences(base, draft).length > 0;

  useUnsaved(dirty, onDirty);
  useEffect(() => setDeciding((now) => learnt(rules, now, saved)), [rules, saved]);

  const saving = useMutation({
    mutationFn: async (mine: Deciding<S, D>): Promise<S | undefined> => {
      try {
        return await rules.write(mine.base.version, mine.draft);
      } catch (error) {
        const { code } = failureOf(error);
        if (code !== 'conflict' && code !== 'unavailable') throw error;
        const theirs = await rules.read();
        if (rules.differences(theirs, mine.draft).length === 0) return theirs;
        if (theirs.version === mine.base.version) throw error;
        const { draft: merged, disputed } = rules.merged(mine.base, theirs, mine.draft);
        if (disputed.length === 0) return await rules.write(theirs.version, merged);
        setConflict({ theirs, disputed, merged });
        return undefined;
      }
    },
    onSuccess: (present) => {
      if (present === undefined) return;
      startFrom(present, 'saved');
      onSaved?.();
    },
  });

  const startOver = () => {
    saving.reset();
    setConflict(undefined);
    setOutcome(undefined);
  };
  const startFrom = (present: S, done?: 'saved' | 'discarded') => {
    startOver();
    client.setQueryData(rules.queryKey, present);
    setDeciding({ base: present, draft: rules.draftOf(present) });
    setOutcome(done);
    status.current?.focus();
  };

  return {
    draft,
    change: (next) => {
      startOver();
      setDeciding({ base, draft: next });
    },
    dirty,
    save: () => saving.mutate(deciding),
    discard: () => startFrom(saved, 'discarded'),
    busy: saving.isPending,
    failed: saving.isError ? failureOf(saving.error) : undefined,
    conflict,
    keepMine: () => {
      if (conflict !== undefined) saving.mutate({ base: conflict.theirs, draft: conflict.merged });
    },
    useTheirs: () => {
      if (conflict !== undefined) startFrom(conflict.theirs);
    },
    outcome,
    status,
  };
}
