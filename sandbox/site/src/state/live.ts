import { useSyncExternalStore } from 'react';
import type { ActivityLine, IssueChanged, LiveMessage, LiveNumbers } from '../../../src/web/api-types';

const KEPT = 400;

export interface Live {
  connected: boolean;
  /** Newest first. */
  lines: ActivityLine[];
  numbers?: LiveNumbers;
}

let current: Live = { connected: false, lines: [] };
const listeners = new Set<() => void>();
const issueListeners = new Set<(change: IssueChanged) => void>();
let source: EventSource | undefined;

function set(change: Partial<Live>): void {
  current = { ...current, ...change };
  for (const listener of listeners) listener();
}

function receive(message: LiveMessage): void {
  if (message.type === 'issue') {
    for (const listener of issueListeners) listener(message.issue);
    return;
  }
  if (message.type === 'numbers') {
    set({ numbers: message.numbers });
    return;
  }
  const newest = current.lines[0]?.number ?? 0;
  const lines = message.lines.filter((line) => line.number > newest).reverse();
  if (lines.length > 0) set({ lines: [...lines, ...current.lines].slice(0, KEPT) });
}

function connect(): void {
  source = new EventSource('/sandbox-api/live');
  source.onopen = () => set({ connected: true, lines: [] });
  source.onmessage = (event: MessageEvent<string>) => receive(JSON.parse(event.data) as LiveMessage);
  source.onerror = () => set({ connected: false });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (source === undefined) connect();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    source?.close();
    source = undefined;
  };
}

/** What happens in the sandbox, as it happens; connected while somebody watches. */
export const useLive = (): Live => useSyncExternalStore(subscribe, () => current);

/** Calls the listener at each change to an issue, whoever makes it. Gives what ends that. */
export function onIssueChange(listener: (change: IssueChanged) => void): () => void {
  issueListeners.add(listener);
  const stop = subscribe(() => undefined);
  return () => {
    issueListeners.delete(listener);
    stop();
  };
}
