import type { SitePort } from './port';
import type { FrameLocation, HistoryAction } from './protocol';

type Listener = (location: FrameLocation, action: HistoryAction) => void;
type To = string | Partial<FrameLocation>;

/** The parts of a `history` object (version 4) that Custom UI apps get from `view.createHistory()`. The site owns the address bar. */
export interface FrameHistory {
  location: FrameLocation;
  action: HistoryAction;
  length: number;
  listen(listener: Listener): () => void;
  push(to: To, state?: unknown): void;
  replace(to: To, state?: unknown): void;
  go(steps: number): void;
  goBack(): void;
  goForward(): void;
  createHref(location: Partial<FrameLocation>): string;
  block(): never;
}

export function createFrameHistory(port: SitePort, start: FrameLocation): FrameHistory {
  const listeners = new Set<Listener>();
  const change = (kind: 'PUSH' | 'REPLACE', to: To, state: unknown): void => {
    const location = locate(to, history.location, state);
    tell(location, kind);
    port.send({ type: 'call', id: 0, name: 'historyChange', data: { location, action: kind } });
  };
  const tell = (location: FrameLocation, action: HistoryAction): void => {
    history.location = location;
    history.action = action;
    for (const listener of listeners) listener(location, action);
  };
  const go = (steps: number): void => port.send({ type: 'call', id: 0, name: 'historyGo', data: { steps } });

  const history: FrameHistory = {
    location: start,
    action: 'POP',
    length: 1,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: (to, state) => change('PUSH', to, state),
    replace: (to, state) => change('REPLACE', to, state),
    go,
    goBack: () => go(-1),
    goForward: () => go(1),
    createHref: ({ pathname = '', search = '', hash = '' }) => `${pathname}${search}${hash}`,
    block: () => {
      throw new Error('history.block() is not built in the Kith sandbox.');
    },
  };
  port.listen((message) => {
    if (message.type === 'location') tell(message.location, message.action);
  });
  return history;
}

function locate(to: To, from: FrameLocation, state: unknown): FrameLocation {
  const key = crypto.randomUUID().slice(0, 8);
  if (typeof to !== 'string') {
    const { pathname = from.pathname, search = '', hash = '' } = to;
    return { pathname, search, hash, state: to.state ?? state, key };
  }
  const url = new URL(to, `https://app.invalid${from.pathname}`);
  return { pathname: url.pathname, search: url.search, hash: url.hash, state, key };
}
