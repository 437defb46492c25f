import { useCallback, useEffect, useRef, useState } from 'react';
import { openHistory } from '../bridge/page-history';
import { type GuardedPlace, guardPlace, type Whereabouts } from './guarded-place';

type Ways = Pick<GuardedPlace, 'go' | 'stay' | 'leave' | 'setUnsaved'>;

/**
 * Keeps the place within the page in the host's history, so that it is there again after a reload. `at` is undefined until
 * the host has said where the page is. `canonical` must stay the same function.
 */
export function useGuardedPlace(canonical: (path: string) => string): Ways & { at: Whereabouts | undefined } {
  const [at, setAt] = useState<Whereabouts>();
  const place = useRef<GuardedPlace>();

  useEffect(() => {
    let gone = false;
    void openHistory().then((history) => {
      if (gone) return;
      place.current = guardPlace(history, canonical, setAt);
      setAt(place.current.at());
    });
    return () => {
      gone = true;
      place.current?.stop();
      place.current = undefined;
    };
  }, [canonical]);

  return {
    at,
    go: useCallback((path: string) => place.current?.go(path), []),
    stay: useCallback(() => place.current?.stay(), []),
    leave: useCallback(() => place.current?.leave(), []),
    setUnsaved: useCallback((unsaved: boolean) => place.current?.setUnsaved(unsaved), []),
  };
}
