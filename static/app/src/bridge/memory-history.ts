/** The path within the page, kept in the browser's address where the host can. */
export interface PageHistory {
  path: () => string;
  push: (path: string) => void;
  /** Returns how to stop listening. */
  listen: (listener: () => void) => () => void;
}

/** A history that lives as long as the page. */
export function memoryHistory(start = '/'): PageHistory {
  let current = start;
  const listeners = new Set<() => void>();
  return {
    path: () => current,
    push: (path) => {
      current = path;
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
