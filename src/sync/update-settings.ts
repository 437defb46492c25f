import type * as z from 'zod/mini';
import type { settingsChanges } from '../contract/schemas';
import { sameRecord } from '../domain/drafts';
import type { Settings } from '../domain/settings';
import { changeState, withRun } from './change-state';
import { newRun } from './new-run';
import { reviveRun } from './revive-run';
import { startHop } from './start-run';

/** Settings to change; what is left out stays as it is. */
export type SettingsChanges = z.output<typeof settingsChanges>;

/**
 * Saves settings. While sync is on, a reconcile run applies them to what exists; a run that is under way is followed by
 * one when it ends; one that failed goes on.
 *
 * @throws StateContended, StorageThrottled, StorageUnavailable
 */
export async function updateSettings(changes: SettingsChanges): Promise<Settings> {
  const { state, run } = await changeState((current) => {
    const settings = merged(current.settings, changes);
    if (sameRecord(settings, current.settings)) return undefined;
    const changed = { ...current, settings, settingsRevision: current.settingsRevision + 1 };
    if (!current.enabled || current.activeRunId !== undefined) return { state: changed };
    return withRun(changed, newRun('reconcile', changed));
  });
  await (run === undefined ? reviveRun() : startHop(run));
  return state.settings;
}

function merged(settings: Settings, changes: SettingsChanges): Settings {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const all = { ...settings, ...given } as Settings;
  return { ...all, excludedDomains: [...new Set(all.excludedDomains)] };
}
