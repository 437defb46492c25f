import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { launchChromium } from './support/chromium';
import { describeInBrowser } from './support/in-browser';
import { RunningKith } from './support/kith';
import { Visitor } from './support/visitor';

jest.setTimeout(60_000);

const mostKeys = 80;

const hasFocus = (element: Locator): Promise<boolean> => element.evaluate((found) => found.matches(':focus'));

describeInBrowser('By keyboard alone', () => {
  let browser: Browser;
  let kith: RunningKith;
  let visitor: Visitor;

  beforeAll(async () => {
    [browser, kith] = await Promise.all([launchChromium(), RunningKith.start({ options: ['--users', '50'] })]);
  });

  beforeEach(async () => {
    visitor = await Visitor.enter(browser, kith);
  });

  afterEach(async () => {
    expect(visitor.troubles).toEqual([]);
    expect(await kith.api.problems()).toEqual([]);
    await visitor.leave();
  });

  afterAll(async () => {
    await browser?.close();
    await kith?.stop();
  });

  const press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => visitor.page.keyboard.press(key)), Promise.resolve());

  /** Goes on with Tab until the wanted element has the focus. */
  async function tabTo(wanted: Locator): Promise<void> {
    await wanted.waitFor({ state: 'attached' });
    for (let keys = 0; keys < mostKeys; keys++) {
      if (await hasFocus(wanted)) return;
      await press('Tab');
    }
    throw new Error(`The focus did not come to ${wanted} within ${mostKeys} keys.`);
  }

  const entry = (name: string): Locator =>
    visitor.page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name, exact: true });

  async function goTo(name: string, arrived: FrameLocator, heading: string): Promise<void> {
    await visitor.open('/');
    await tabTo(entry(name));
    await press('Enter');
    await arrived.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  test('a contact can be created, and the focus goes to what was made', async () => {
    const page = visitor.contactsPage;
    await goTo('Contacts', page, 'Contacts');
    await tabTo(page.getByRole('button', { name: 'Create contact' }));
    await press('Enter');
    const name = page.getByRole('textbox', { name: 'Name' });
    await tabTo(name);
    await visitor.page.keyboard.type('Quentin Marsh');
    await press('Tab');
    await visitor.page.keyboard.type('quentin@marsh.example');
    await press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: 'Quentin Marsh' });
    await heading.waitFor();
    expect(await hasFocus(heading)).toBe(true);
  });

  test('Escape leaves the dialog without creating anybody, and the focus is back where it was', async () => {
    const page = visitor.contactsPage;
    await goTo('Contacts', page, 'Contacts');
    const button = page.getByRole('button', { name: 'Create contact' });
    await tabTo(button);
    await press('Enter');
    await page.getByRole('dialog').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('button:focus', { hasText: 'Create contact' }).waitFor();
  });

  test('user sync can be turned on, and off after the question', async () => {
    const page = visitor.adminPage;
    await goTo('Kith', page, 'Kith');
    const toggle = page.getByRole('checkbox', { name: 'Jira user sync' });
    await tabTo(toggle);
    await press('Space');
    await page.getByText(/^Finished .*took/).waitFor({ timeout: 30_000 });
    expect(await toggle.isChecked()).toBe(true);

    await tabTo(toggle);
    await press('Space');
    await tabTo(page.getByRole('dialog').getByRole('button', { name: 'Switch off' }));
    await press('Enter');
    await page.getByRole('heading', { name: 'Clearing up after switching off' }).waitFor();
    expect((await kith.api.syncStatus()).enabled).toBe(false);
  });
});
