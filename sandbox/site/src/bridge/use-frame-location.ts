import { useMemo, useRef } from 'react';
import type { FrameLocation } from '../frame/protocol';
import { currentRoute, go, onRoute } from '../state/route';

type Changed = (location: FrameLocation) => void;

/** Where an app is inside its page: in the address bar below `base`, or, without one, only in memory (panels, dialogs). */
export interface FrameWhereabouts {
  current(): FrameLocation;
  change(location: Pick<FrameLocation, 'pathname' | 'search' | 'hash' | 'state'>, replace: boolean): void;
  /** Tells changes that did not come from the app itself. */
  listen(changed: Changed): () => void;
}

const key = (): string => crypto.randomUUID().slice(0, 8);

function inAddressBar(base: string): FrameWhereabouts {
  const inside = (): boolean => {
    const { pathname } = currentRoute();
    return pathname === base || pathname.startsWith(`${base}/`);
  };
  const current = (): FrameLocation => {
    const { pathname, search, hash } = currentRoute();
    const state: unknown = window.history.state;
    return { pathname: pathname.slice(base.length) || '/', search, hash, state, key: key() };
  };
  return {
    current,
    change: ({ pathname, search, hash, state }, replace) =>
      go(base + (pathname === '/' ? '' : pathname) + search + hash, { replace, cause: 'app', state: state ?? null }),
    listen: (changed) =>
      onRoute(() => {
        if (currentRoute().cause !== 'app' && inside()) changed(current());
      }),
  };
}

function inMemory(): FrameWhereabouts {
  let location: FrameLocation = { pathname: '/', search: '', hash: '', key: key() };
  return {
    current: () => location,
    change: (next) => {
      location = { ...next, key: key() };
    },
    listen: () => () => undefined,
  };
}

export function useFrameLocation(base: string | undefined): FrameWhereabouts {
  const memory = useRef<FrameWhereabouts>(undefined);
  return useMemo(() => {
    if (base !== undefined) return inAddressBar(base);
    memory.current ??= inMemory();
    return memory.current;
  }, [base]);
}
