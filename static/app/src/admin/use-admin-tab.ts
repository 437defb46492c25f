import { useCallback, useEffect, useRef, useState } from 'react';
import type { PageHistory } from '../bridge/memory-history';
import { openHistory } from '../bridge/page-history';
import { type AdminTab, pathOfTab, tabOfPath } from './admin-places';

export interface AdminTabs {
  /** Undefined until the host has said where the page is. */
  tab: AdminTab | undefined;
  go: (tab: AdminTab) => void;
  /** Where the person wants to go while there are changes that are not saved. */
  asked: AdminTab | undefined;
  stay: () => void;
  leave: () => void;
  /** Says whether leaving the tab would lose something. */
  setUnsaved: (unsaved: boolean) => void;
}

/** Keeps the tab in the host's history, so that it is there again after a reload. */
export function useAdminTab(): AdminTabs {
  const [history, setHistory] = useState<PageHistory>();
  const [tab, setTab] = useState<AdminTab>();
  const [asked, setAsked] = useState<AdminTab>();
  const shown = useRef<AdminTab>();
  const unsaved = useRef(false);
  shown.current = tab;

  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    void openHistory().then((opened) => {
      if (gone) return;
      setHistory(opened);
      setTab(tabOfPath(opened.path()));
      stop = opened.listen(() => {
        const next = tabOfPath(opened.path());
        if (next === shown.current) return;
        if (unsaved.current) setAsked(next);
        else setTab(next);
      });
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, []);

  return {
    tab,
    go: (next) => {
      if (next === tab) return;
      if (unsaved.current) setAsked(next);
      else history?.push(pathOfTab(next));
    },
    asked,
    stay: () => {
      setAsked(undefined);
      // The browser's own way back has left already.
      if (tab !== undefined && history !== undefined && tabOfPath(history.path()) !== tab) history.push(pathOfTab(tab));
    },
    leave: () => {
      unsaved.current = false;
      setAsked(undefined);
      if (asked === undefined) return;
      if (history !== undefined && tabOfPath(history.path()) !== asked) history.push(pathOfTab(asked));
      else setTab(asked);
    },
    setUnsaved: useCallback((now: boolean) => {
      unsaved.current = now;
    }, []),
  };
}
