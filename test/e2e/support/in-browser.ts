import { chromiumPath } from './chromium';

/** Rules that need a browser; skipped where there is none (the set-up of the suite says so, or fails in CI). */
export const describeInBrowser = chromiumPath() === undefined ? describe.skip : describe;
