import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** All rules, or only those that the colours can break. */
export type Rules = 'all' | 'colours';

const everything = { resultTypes: ['violations'] };
const options: Record<Rules, string> = {
  all: JSON.stringify(everything),
  colours: JSON.stringify({ ...everything, runOnly: ['color-contrast', 'link-in-text-block'] }),
};

/** What axe finds wrong in the page, its frames included, in words. */
export async function accessibilityProblems(page: Page, rules: Rules): Promise<string[]> {
  // Frames of another origin do not answer to axe in the page around them, so each is asked here.
  const [, ...inner] = page.frames();
  await bringAxe(page.mainFrame());
  const parts: unknown[] = [await page.evaluate(`axe.runPartial(document, ${options[rules]})`)];
  const contexts: { frameContext: object }[] = await page.evaluate('axe.utils.getFrameContexts(document)');
  for (const [index, frame] of inner.entries()) {
    await bringAxe(frame);
    const context = JSON.stringify(contexts[index]?.frameContext ?? {});
    parts.push(await frame.evaluate(`axe.runPartial(${context}, ${options[rules]})`));
  }
  const run = `axe.finishRun(${JSON.stringify(parts)}, ${options[rules]})`;
  const { violations }: { violations: Violation[] } = await page.evaluate(run);
  return violations.map(inWords);
}

async function bringAxe(frame: Frame): Promise<void> {
  if (await frame.evaluate('typeof axe === "undefined"')) await frame.evaluate(axe.source);
}

const inWords = ({ id, help, nodes }: Violation): string =>
  [`${id}: ${help}`, ...nodes.map(({ html, failureSummary = '' }) => `${html} ${failureSummary}`)].join('\n  ');
