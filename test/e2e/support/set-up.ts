import { existsSync } from 'node:fs';
import { chromiumPath } from './chromium';

/** Runs once, before all end-to-end tests. */
export default function setUp(): void {
  const path = chromiumPath();
  if (path !== undefined && existsSync(path)) return;
  const missing =
    path === undefined
      ? 'There is no Chromium: not in CHROME_PATH, and not in /usr/bin/chromium'
      : `CHROME_PATH names ${path}, and there is no such file`;
  if (path !== undefined) throw new Error(`${missing}.`);
  if (process.env.CI !== undefined && process.env.CI !== '') {
    throw new Error(`${missing}. The end-to-end tests are required in CI.`);
  }
  console.warn(`${missing}. The end-to-end tests that need a browser are skipped.`);
}
