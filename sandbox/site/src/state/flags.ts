import { useSyncExternalStore } from 'react';

export interface SiteFlag {
  id: string | number;
  title: string;
  description?: string;
  type: 'info' | 'success' | 'warning' | 'error';
  autoDismiss: boolean;
  actions: { text: string; onClick: () => void }[];
}

let flags: SiteFlag[] = [];
const listeners = new Set<() => void>();

function set(next: SiteFlag[]): void {
  flags = next;
  for (const listener of listeners) listener();
}

export const showFlag = (flag: SiteFlag): void => set([flag, ...flags.filter(({ id }) => id !== flag.id)]);

export const closeFlag = (id: string | number): void => set(flags.filter((flag) => flag.id !== id));

let count = 0;

/** A short word that goes away by itself. */
export const say = (title: string, description?: string): void =>
  showFlag({
    id: `site-${count++}`,
    title,
    ...(description === undefined ? {} : { description }),
    type: 'success',
    autoDismiss: true,
    actions: [],
  });

export const sayFailed = (title: string, error: unknown): void =>
  showFlag({
    id: `site-${count++}`,
    title,
    description: error instanceof Error ? error.message : String(error),
    type: 'error',
    autoDismiss: false,
    actions: [],
  });

export const useFlags = (): SiteFlag[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => flags,
  );
