import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Visitor } from './visitor';

/** `npm run screenshots` renews the pictures of the documentation; otherwise they are left where a failure can be looked at. */
const folder =
  process.env.KITH_SCREENSHOTS === '1'
    ? join(__dirname, '..', '..', '..', 'docs', 'screenshots')
    : join(tmpdir(), 'kith-e2e-screenshots');

/** What moves without end, such as a bar that cannot tell how far it is, is shown half-way. */
const endlessInTheMiddle = `for (const moving of document.getAnimations()) {
  const { iterations, duration } = moving.effect.getComputedTiming();
  if (iterations !== Infinity) continue;
  moving.pause();
  moving.currentTime = duration / 2;
}`;

/** A picture of what the visitor sees. */
export async function takePicture({ page }: Visitor, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  for (const frame of page.frames()) await frame.evaluate(endlessInTheMiddle);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'allow', caret: 'hide' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
}

/** The same in light and in dark; ends in light. */
export async function takePictures(visitor: Visitor, name: string): Promise<void> {
  await visitor.switchColours('dark');
  await takePicture(visitor, `${name}-dark`);
  await visitor.switchColours('light');
  await takePicture(visitor, name);
}
