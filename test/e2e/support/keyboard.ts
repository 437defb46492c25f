import type { Locator, Page } from 'playwright-core';

/** So many keys are pressed on the way to something before it counts as out of reach. */
const mostKeys = 120;

/** What the tests, which have no types of the browser, ask of an element. */
interface InBrowser {
  matches(selector: string): boolean;
}

export const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((found: InBrowser) => found.matches(':focus'));

/** Works a page by keyboard alone, as somebody without a mouse does. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Into whatever has the focus, in place of what stands there. */
  async write(text: string): Promise<void> {
    await this.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Goes on with Tab until the wanted element has the focus; with `back`, the other way round. */
  async tabTo(wanted: Locator, { back = false }: { back?: boolean } = {}): Promise<void> {
    await wanted.waitFor({ state: 'attached' });
    for (let keys = 0; keys < mostKeys; keys++) {
      if (await hasFocus(wanted)) return;
      await this.press(back ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`The focus did not come to ${wanted} within ${mostKeys} keys.`);
  }

  /** Goes to a button or a link and presses it. */
  async activate(wanted: Locator, options?: { back?: boolean }): Promise<void> {
    await this.tabTo(wanted, options);
    await this.press('Enter');
  }

  /** Goes to a text field and writes into it. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.write(text);
  }

  /** Goes to a group of radio buttons, of which one is chosen, and on with the arrow key to the wanted one. */
  async choose(group: Locator, wanted: Locator): Promise<void> {
    await this.tabTo(group.locator('input:checked'));
    for (let keys = 0; keys < mostKeys; keys++) {
      if (await wanted.isChecked()) return;
      await this.press('ArrowDown');
    }
    throw new Error(`The arrow keys did not come to ${wanted}.`);
  }
}
