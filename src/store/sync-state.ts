import { defaultSettings, type Settings } from '../domain/settings';

/** The one record that is read before every decision. */
export interface SyncState {
  enabled: boolean;
  /** Grows each time sync is turned on or off. */
  epoch: number;
  settings: Settings;
  settingsRevision: number;
  activeRunId?: string;
  latestRunId?: string;
  /** Whether the initial run of this epoch has come to its end. */
  initialRunDone: boolean;
  /** Former links that still hold values are left from earlier epochs. */
  leftovers: boolean;
  /** No link that holds values is of an earlier epoch than this one. */
  oldestEpoch: number;
  /** As counted by the last complete pass. */
  syncedContacts?: number;
  lastCompletedAt?: string;
  hiddenEmailsRefused?: boolean;
}

export const stateBeforeFirstUse: SyncState = {
  enabled: false,
  epoch: 0,
  settings: defaultSettings,
  settingsRevision: 0,
  initialRunDone: false,
  leftovers: false,
  oldestEpoch: 1,
};
