import type { ColorMode } from './protocol';

/**
 * What `view.theme.enable()` does in an app's frame: load the design tokens and mark the document with the colour mode of
 * the site. The attributes are those of `@atlaskit/tokens`, which Custom UI apps style against.
 */
export function enableTheme(colorMode: ColorMode): void {
  if (document.querySelector('link[data-kith-theme]') === null) {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = '/__sandbox/theme.css';
    sheet.dataset.kithTheme = '';
    document.head.prepend(sheet);
  }
  showTheme(colorMode);
}

export function showTheme(colorMode: ColorMode): void {
  const root = document.documentElement;
  root.dataset.theme = 'light:light dark:dark spacing:spacing typography:typography';
  root.dataset.colorMode = colorMode;
}
