import type { Known } from '../domain/known';
import { defaultSettings } from '../domain/settings';
import { readRecord } from './read-records';
import { singleKeys } from './records';
import { type SyncState, stateBeforeFirstUse } from './sync-state';

export interface KnownState extends Known<SyncState> {
  /** The stored state, or what holds before sync was first turned on. */
  readonly current: SyncState;
}

/** Reads the one record that is read before every decision. */
export async function readState(): Promise<KnownState> {
  return withDefault(await readRecord('state', singleKeys.state));
}

export function withDefault(known: Known<SyncState>): KnownState {
  if (known.record === undefined) return { ...known, current: stateBeforeFirstUse };
  const settings = { ...defaultSettings, ...known.record.settings };
  return { ...known, current: { ...known.record, settings } };
}
