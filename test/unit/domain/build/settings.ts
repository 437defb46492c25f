import { defaultSettings, type Settings } from '../../../../src/domain/settings';

export function settings(overrides: Partial<Settings> = {}): Settings {
  return { ...defaultSettings, ...overrides };
}
