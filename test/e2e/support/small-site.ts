import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { RunningKith } from './kith';
import { Visitor } from './visitor';

export interface SmallSite {
  kith: RunningKith;
  /** Somebody comes with a browser window of their own. */
  enter: () => Promise<Visitor>;
}

/**
 * Starts Kith on a site with 50 accounts before all tests of a `describe`, and `prepare`s it. No test may leave a problem
 * behind, on the site or in the window of anybody who came.
 */
export function onSmallSite(prepare: (site: SmallSite) => Promise<void> | void): void {
  let browser: Browser | undefined;
  let kith: RunningKith;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    const [chromium, started] = await Promise.all([
      launchChromium(),
      RunningKith.start({ options: ['--users', '50'] }),
    ]);
    browser = chromium;
    kith = started;
    await prepare({
      kith,
      enter: async () => {
        const visitor = await Visitor.enter(chromium, started);
        visitors.push(visitor);
        return visitor;
      },
    });
  });

  afterEach(async () => {
    // Each trouble is told once, after the test that made it.
    expect(visitors.flatMap(({ troubles }) => troubles.splice(0))).toEqual([]);
    expect(await kith.api.problems()).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await kith?.stop();
  });
}
