import { useEffect } from 'react';

/**
 * Says whether leaving would lose something: to the page, which asks before it shows another place, and to the browser, which
 * asks before the window is closed or reloaded.
 */
export function useUnsaved(unsaved: boolean, tellPage: (unsaved: boolean) => void): void {
  useEffect(() => tellPage(unsaved), [unsaved, tellPage]);
  useQuestionBeforeUnload(unsaved);
}

/** Has the browser ask, before the window is closed or reloaded, whether what is unsaved may be lost. */
export function useQuestionBeforeUnload(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
