import type { CompanyRecord } from './company';
import type { SyncState } from './sync-state';

/** What strict reads of one site gave to this process a moment ago. */
export interface Seen {
  state: SyncState;
  company(id: string): CompanyRecord | undefined;
}

/** How long what was seen may stand in for a strict read (milliseconds). */
export const seenHoldsFor = 5_000;

const mostSites = 100;
const mostCompanies = 1_000;

interface SiteMemory {
  state?: { value: SyncState; at: number };
  companies: Map<string, { value: CompanyRecord | undefined; at: number }>;
}

/** A process may serve several sites; the oldest is forgotten first. */
const sites = new Map<string, SiteMemory>();
let writes = 0;

/** To be taken before a strict read and given to `noteSeen` after it, so that no read outlives a write of this process. */
export function seenMark(): number {
  return writes;
}

/**
 * Notes what a strict read gave. Nothing is noted for a site without an id, nor when this process has written a state or a
 * company since `mark` was taken.
 */
export function noteSeen(
  siteId: string,
  mark: number,
  state: SyncState,
  companies: ReadonlyMap<string, CompanyRecord | undefined> = new Map(),
  now = Date.now(),
): void {
  if (siteId === '' || mark !== writes) return;
  const memory: SiteMemory = sites.get(siteId) ?? { companies: new Map() };
  sites.delete(siteId);
  sites.set(siteId, memory);
  memory.state = { value: state, at: now };
  for (const [id, value] of companies) {
    memory.companies.delete(id);
    memory.companies.set(id, { value, at: now });
  }
  dropOldest(memory.companies, mostCompanies);
  dropOldest(sites, mostSites);
}

/**
 * State and companies of a site, if this process read all of them strictly in the last five seconds and has written neither
 * since. Another process may have changed them meanwhile: whoever shows this may be wrong for five seconds.
 */
export function recallSeen(siteId: string, companyIds: readonly string[], now = Date.now()): Seen | undefined {
  const memory = sites.get(siteId);
  const oldest = now - seenHoldsFor;
  if (memory?.state === undefined || memory.state.at <= oldest) return undefined;
  const isKnown = (id: string) => (memory.companies.get(id)?.at ?? Number.NEGATIVE_INFINITY) > oldest;
  if (!companyIds.every(isKnown)) return undefined;
  return { state: memory.state.value, company: (id) => memory.companies.get(id)?.value };
}

/** The last state that was seen, however long ago. A guess that has to be held against a strict read. */
export function guessState(siteId: string): SyncState | undefined {
  return sites.get(siteId)?.state?.value;
}

/** Drops what may not hold any more because this process writes a state or a company. The guess stays a guess. */
export function forgetSeen(): void {
  writes += 1;
  for (const memory of sites.values()) {
    memory.companies.clear();
    if (memory.state !== undefined) memory.state.at = Number.NEGATIVE_INFINITY;
  }
}

function dropOldest<K>(items: Map<K, unknown>, most: number): void {
  for (const oldest of items.keys()) {
    if (items.size <= most) return;
    items.delete(oldest);
  }
}
