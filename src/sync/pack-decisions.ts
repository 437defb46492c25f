import type { Change, Check } from '../domain/known';
import { mostOperations } from '../store/transaction';

/** What a decision writes, and what has to hold besides. */
export interface Writing {
  changes: Change[];
  checks: Check[];
}

export interface Packed {
  /** Decisions that go into one transaction each. */
  bins: { accountId: string; decision: Writing }[][];
  /** Accounts whose decision shares a key with one that comes before: to be decided again after it. */
  later: string[];
}

/** Packs decisions into as few transactions as they fit in, never two that share a key into the same batch. */
export function packDecisions(decisions: ReadonlyMap<string, Writing>): Packed {
  const touched = new Set<string>();
  const bins: Packed['bins'] = [];
  const later: string[] = [];
  let room = 0;
  for (const [accountId, decision] of decisions) {
    if (decision.changes.length === 0) continue;
    const items = [...decision.changes, ...decision.checks];
    const keys = items.map((item) => `${item.kind} ${item.key}`);
    if (keys.some((key) => touched.has(key))) {
      later.push(accountId);
      continue;
    }
    for (const key of keys) touched.add(key);
    if (items.length > room) {
      bins.push([]);
      room = mostOperations;
    }
    bins.at(-1)?.push({ accountId, decision });
    room -= items.length;
  }
  return { bins, later };
}
