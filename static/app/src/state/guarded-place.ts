import type { PageHistory } from '../bridge/memory-history';

/** Where somebody is within the page. */
export interface Whereabouts {
  path: string;
  /** Whether they have moved since the page was opened. */
  moved: boolean;
  /** Where they want to go, while leaving would lose something. */
  asked?: string;
}

export interface GuardedPlace {
  at: () => Whereabouts;
  go: (path: string) => void;
  /** Answers to the question: stays, or goes where they wanted to. */
  stay: () => void;
  leave: () => void;
  /** Says whether leaving the place would lose something; then going elsewhere asks first. */
  setUnsaved: (unsaved: boolean) => void;
  stop: () => void;
}

/**
 * Follows the history, by links and by the browser's own ways back and forth, and asks before something is lost.
 * `canonical`: the same path for all paths of one place. `tell` hears of every change.
 */
export function guardPlace(
  history: PageHistory,
  canonical: (path: string) => string,
  tell: (at: Whereabouts) => void,
): GuardedPlace {
  let unsaved = false;
  let at: Whereabouts = { path: canonical(history.path()), moved: false };
  const set = (next: Whereabouts) => {
    at = next;
    tell(next);
  };
  const here = () => ({ path: at.path, moved: at.moved });
  const stop = history.listen(() => {
    const path = canonical(history.path());
    if (path === at.path) {
      if (at.asked !== undefined) set(here());
    } else set(unsaved ? { ...at, asked: path } : { path, moved: true });
  });
  return {
    at: () => at,
    go: (path) => {
      if (path === at.path) return;
      if (unsaved) set({ ...at, asked: path });
      else history.push(path);
    },
    stay: () => {
      set(here());
      // The browser's own way back has left already.
      if (canonical(history.path()) !== at.path) history.push(at.path);
    },
    leave: () => {
      const { asked } = at;
      if (asked === undefined) return;
      unsaved = false;
      set({ path: asked, moved: true });
      if (canonical(history.path()) !== asked) history.push(asked);
    },
    setUnsaved: (now) => {
      unsaved = now;
    },
    stop,
  };
}
