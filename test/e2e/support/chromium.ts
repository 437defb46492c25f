import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';

/** The Chromium of this computer: the one that `CHROME_PATH` names, or Debian's; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') return named;
  return existsSync(DEBIAN) ? DEBIAN : undefined;
}

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium with a profile of its own, that asks nothing of the network by itself. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('There is no Chromium on this computer.');
  return chromium.launch({ executablePath, headless: true, args: quietly });
}
