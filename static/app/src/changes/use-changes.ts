import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { failureOf } from '../bridge/call-error';
import { type Changes, isUnderWay, nextLook, type StepName } from './changes-progress';

/** The calls about the changes of one scope: those of a contact, of a company, or of all. */
export interface ChangesCalls<C extends Changes> {
  get: () => Promise<{ changes?: C }>;
  preview: () => Promise<C>;
  apply: (id: string) => Promise<C>;
  undo: (id: string) => Promise<C>;
  discard: (id: string) => Promise<C>;
}

/** A step that is asked for; all but a new preview is about changes that are there. */
export type Step = { take: 'preview' } | { take: Exclude<StepName, 'preview'>; id: string };

/** A small site is done sooner than the next regular look: a step that was just begun is looked at once. Milliseconds. */
const firstLookAfter = 1_500;

/**
 * Where changes are, asked again while a step is under way, and how to take a step. `stale` is what was read before and is
 * asked for again once records were changed.
 */
export function useChanges<C extends Changes>(calls: ChangesCalls<C>, queryKey: QueryKey, stale: readonly QueryKey[]) {
  const client = useQueryClient();
  const current = useQuery({
    queryKey,
    queryFn: () => calls.get(),
    staleTime: 0,
    refetchInterval: (query) => nextLook(query.state.data?.changes, Date.now()),
  });
  const changes = current.data?.changes;

  const step = useMutation({
    mutationFn: (asked: Step) => (asked.take === 'preview' ? calls.preview() : calls[asked.take](asked.id)),
    onMutate: () => client.cancelQueries({ queryKey }),
    onSuccess: (answer) => client.setQueryData(queryKey, answer.state === 'discarded' ? {} : { changes: answer }),
    onError: (error) => {
      const { code } = failureOf(error);
      if (code !== 'forbidden' && code !== 'rate-limited') void client.invalidateQueries({ queryKey });
    },
  });

  const begun = step.isSuccess && isUnderWay(step.data) ? step.data : undefined;
  const { refetch } = current;
  useEffect(() => {
    if (begun === undefined) return;
    const timer = window.setTimeout(() => void refetch(), firstLookAfter);
    return () => window.clearTimeout(timer);
  }, [begun, refetch]);

  const before = useRef(changes?.state);
  useEffect(() => {
    const was = before.current;
    before.current = changes?.state;
    if (was !== 'applying' && was !== 'undoing') return;
    if (changes?.state === was) return;
    for (const one of stale) void client.invalidateQueries({ queryKey: one });
  }, [changes?.state, client, stale]);

  return { current, changes, step };
}
