import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../bridge/call-error';
import type { Failure, Template } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import { isDirty, learnt, merged, opened, savedAs, savedOptions } from './editor-state';
import type { TemplateCalls } from './template-calls';
import { sameArrangement, tidied } from './tidy';
import type { TemplateEditing } from './use-template-editor';

export interface Saving {
  /** Whether it was saved. Never rejects. */
  save: () => Promise<boolean>;
  busy: boolean;
  /** Why saving did not work. */
  failed: Failure | undefined;
  /** What somebody else saved meanwhile. What was arranged here is kept until one of these is chosen. */
  theirs: Template | undefined;
  useTheirs: () => void;
  keepMine: () => void;
  discard: () => void;
}

/** Saves what was arranged, and finds out what others did meanwhile. `read` is the latest reading of the template. */
export function useSaveTemplate(editing: TemplateEditing, calls: TemplateCalls, read: Template): Saving {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure>();
  const { state, setState, announce } = editing;
  const { theirs } = state;
  const latest = useRef(state);
  latest.current = state;
  const { of } = state.base;
  const keep = (template: Template) => client.setQueryData(queryKeys.template(of), template);

  // A later reading can only come from outside: from the poll, from emptying a field, or from another page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the reading changes, not with every letter typed.
  useEffect(() => setState((now) => learnt(now, read)), [read]);

  async function save(): Promise<boolean> {
    if (busy || !isDirty(state)) return false;
    const sent = tidied(state.sections, savedOptions(state));
    setBusy(true);
    setFailed(undefined);
    try {
      const saved = await calls.updateTemplate({ of, version: state.base.version, sections: [...sent] });
      return finish(saved);
    } catch (error) {
      return await explain(failureOf(error));
    } finally {
      setBusy(false);
    }

    function finish(saved: Template): true {
      keep(saved);
      setState((now) => savedAs(now, sent, saved));
      return true;
    }

    /** A conflict, and an answer that got lost, are settled by looking at what is there now. */
    async function explain(failure: Failure): Promise<boolean> {
      if (failure.code !== 'conflict' && failure.code !== 'unavailable') return refuse(failure);
      let present: Template;
      try {
        present = await calls.getTemplate(of);
      } catch (error) {
        return refuse(failure.code === 'conflict' ? failureOf(error) : failure);
      }
      if (present.version > state.base.version && sameArrangement(present.sections, sent)) return finish(present);
      const next = learnt(latest.current, present);
      setState(next);
      if (next.theirs !== undefined) return false;
      keep(present);
      if (failure.code === 'conflict') return retry(present.version);
      return refuse(failure);
    }

    function refuse(failure: Failure): false {
      setFailed(failure);
      return false;
    }

    /** What others did needs no decision: only the version has changed. */
    async function retry(version: number): Promise<boolean> {
      try {
        return finish(await calls.updateTemplate({ of, version, sections: [...sent] }));
      } catch (error) {
        return refuse(failureOf(error));
      }
    }
  }

  return {
    save,
    busy,
    failed,
    theirs,
    useTheirs: () => {
      if (theirs === undefined) return;
      keep(theirs);
      setState(opened(theirs));
      editing.focus('handle', theirs.sections[0]?.id ?? '');
      announce(t('templates.conflict.usingTheirs'));
    },
    keepMine: () => {
      if (theirs === undefined) return;
      keep(theirs);
      setState((now) => merged(now, theirs));
      editing.focus('save', 'bar');
      announce(t('templates.conflict.merged'));
    },
    discard: () => {
      setFailed(undefined);
      setState(opened(theirs ?? state.base));
    },
  };
}
