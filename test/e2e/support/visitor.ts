import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { Role } from '../../../sandbox/src/web/api-types';
import type { Result } from '../../../src/contract';
import type { RunningKith } from './kith';

const viewport = { width: 1280, height: 860 };
const longestMs = 15_000;

export type Colours = 'light' | 'dark';

/** Colours fade into each other. */
const transitionsAreOver = `Promise.all(
  document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? [one.finished.catch(() => undefined)] : [])),
)`;

const LABELS: Record<Role, RegExp> = {
  admin: /\(Jira admin\)/,
  agent: /\(agent\)/,
  'account manager': /\(account manager\)/,
  customer: /\(portal customer\)/,
};

/** Somebody with a browser window of their own; whatever goes wrong in it is written down. */
export class Visitor {
  /** Errors of the console (refused content included), of scripts, and requests that failed or were refused. */
  readonly troubles: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly kith: RunningKith,
  ) {
    page.setDefaultTimeout(longestMs);
    page.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.troubles.push(`script: ${error.message}`));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'no reason';
      // Leaving a page ends what it was still asking for.
      if (reason !== 'net::ERR_ABORTED') this.troubles.push(`request: ${request.method()} ${request.url()}: ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.troubles.push(`answer: ${response.status()} ${response.url()}`);
    });
  }

  static async enter(browser: Browser, kith: RunningKith, colours: Colours = 'light'): Promise<Visitor> {
    const context = await browser.newContext({
      viewport,
      colorScheme: colours,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
    });
    return new Visitor(await context.newPage(), kith);
  }

  leave(): Promise<void> {
    return this.page.context().close();
  }

  /** Opens a page of the site by its path, as from a bookmark. */
  async open(path: string): Promise<void> {
    await this.page.goto(this.kith.address + path);
  }

  /** Opens a place within the contacts page, as from a bookmark. */
  async openContacts(place = ''): Promise<void> {
    const { app } = await this.kith.api.site();
    await this.open(`/jira/apps/${app.id}/${app.environmentId}${place}`);
  }

  /** Becomes somebody else at the top right. */
  async become(role: Role): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Signed in as' }).click();
    await this.page.getByRole('option', { name: LABELS[role] }).click();
    await this.page.locator('.person-select').filter({ hasText: LABELS[role] }).waitFor();
  }

  /** Chooses the language of apps at the top right. */
  async speak(language: 'English' | 'Deutsch'): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Language of apps' }).click();
    await this.page.getByRole('option', { name: language }).click();
    await this.page.locator('.language-select').filter({ hasText: language }).waitFor();
  }

  /** An entry of the navigation at the left. */
  entry(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name, exact: true });
  }

  goTo(entry: string): Promise<void> {
    return this.entry(entry).click();
  }

  async switchColours(to: Colours): Promise<void> {
    // Not by the mouse: a dialog may lie over the button.
    const button = this.page.locator('button', { hasText: `Switch to ${to} colours` });
    if ((await button.count()) > 0) await button.dispatchEvent('click');
    for (const frame of this.page.frames()) {
      await frame.locator(`html[data-color-mode="${to}"]`).waitFor();
      await frame.evaluate(transitionsAreOver);
    }
  }

  /** Clicks the switch of user sync; the input that it stands for is not visible. */
  toggleSync(): Promise<void> {
    return this.adminPage.getByRole('checkbox', { name: 'Jira user sync' }).click({ force: true });
  }

  get adminPage(): FrameLocator {
    return this.page.frameLocator('iframe[title="Kith"]');
  }

  get contactsPage(): FrameLocator {
    return this.page.frameLocator('iframe[title="Contacts"]');
  }

  /** Asks the app for a function of the contacts page as that page does, through its bridge. */
  async askContacts(functionKey: string, payload: object): Promise<Result<unknown>> {
    const frame = await this.page
      .locator('iframe[title="Contacts"]')
      .elementHandle()
      .then((found) => found?.contentFrame());
    const call = JSON.stringify({ functionKey, payload });
    if (!frame) throw new Error('The contacts page is not open.');
    return frame.evaluate(`__bridge.callBridge('invoke', ${call})`);
  }

  get issuePanel(): FrameLocator {
    return this.page.frameLocator('iframe[title="Contact"]');
  }
}

/** A count that the admin page shows for the run, such as "Created". */
export async function countOnPage(frame: FrameLocator, name: string): Promise<number> {
  const count = frame.locator('dl > div').filter({ has: frame.locator(`dt:text-is("${name}")`) });
  return numberIn(count.locator('dd'));
}

const numberIn = async (place: Locator): Promise<number> => Number((await place.textContent())?.replace(/\D/g, ''));
