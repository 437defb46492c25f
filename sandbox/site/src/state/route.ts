import { useSyncExternalStore } from 'react';

/** How the address last changed: by `go` of the site, by the app inside its frame, or by the browser's back and forward. */
export type RouteCause = 'site' | 'app' | 'browser';

export interface Route {
  pathname: string;
  search: string;
  hash: string;
  cause: RouteCause;
}

const read = (cause: RouteCause): Route => {
  const { pathname, search, hash } = window.location;
  return { pathname, search, hash, cause };
};

let current = read('site');
const listeners = new Set<() => void>();

function changed(cause: RouteCause): void {
  current = read(cause);
  for (const listener of listeners) listener();
}

window.addEventListener('popstate', () => changed('browser'));

export function go(
  address: string,
  { replace = false, cause = 'site' as RouteCause, state = null as unknown } = {},
): void {
  if (replace) window.history.replaceState(state, '', address);
  else window.history.pushState(state, '', address);
  if (cause === 'site') window.scrollTo(0, 0);
  changed(cause);
}

export const currentRoute = (): Route => current;

export function onRoute(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useRoute = (): Route => useSyncExternalStore(onRoute, currentRoute);
