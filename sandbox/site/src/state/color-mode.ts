import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { useSyncExternalStore } from 'react';
import type { ColorMode } from '../frame/protocol';

const KEY = 'kith-sandbox-color-mode';

const preferred = (): ColorMode => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
const saved = window.localStorage.getItem(KEY);

let current: ColorMode = saved === 'light' || saved === 'dark' ? saved : preferred();
const listeners = new Set<() => void>();

export async function applyColorMode(): Promise<void> {
  await setGlobalTheme({
    colorMode: current,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
  });
}

export function setColorMode(mode: ColorMode): void {
  current = mode;
  window.localStorage.setItem(KEY, mode);
  void applyColorMode();
  for (const listener of listeners) listener();
}

export const colorMode = (): ColorMode => current;

export const useColorMode = (): ColorMode =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, colorMode);
