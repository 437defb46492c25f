import { createHistory } from './calls';
import { memoryHistory, type PageHistory } from './memory-history';

/** The host's history; one in memory where the host offers none. */
export async function openHistory(): Promise<PageHistory> {
  try {
    const history = await createHistory();
    let current = history.location?.pathname ?? '/';
    const listeners = new Set<() => void>();
    history.listen((location) => {
      current = location.pathname;
      for (const listener of listeners) listener();
    });
    return {
      path: () => current,
      push: (path) => history.push(path),
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  } catch {
    return memoryHistory();
  }
}
