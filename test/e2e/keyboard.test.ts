import type { FrameLocator } from 'playwright-core';
import { describeInBrowser } from './support/in-browser';
import { hasFocus, Keyboard } from './support/keyboard';
import type { RunningKith } from './support/kith';
import { onSmallSite, type SmallSite } from './support/small-site';
import type { Visitor } from './support/visitor';

jest.setTimeout(60_000);

describeInBrowser('By keyboard alone', () => {
  let kith: RunningKith;
  let enter: SmallSite['enter'];
  let visitor: Visitor;
  let keyboard: Keyboard;

  onSmallSite((site) => {
    kith = site.kith;
    enter = site.enter;
  });

  beforeEach(async () => {
    visitor = await enter();
    keyboard = new Keyboard(visitor.page);
  });

  afterEach(() => visitor.leave());

  async function goTo(name: string, arrived: FrameLocator, heading: string): Promise<void> {
    await visitor.open('/');
    await keyboard.activate(visitor.entry(name));
    await arrived.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  test('a contact can be created, and the focus goes to what was made', async () => {
    const page = visitor.contactsPage;
    await goTo('Contacts', page, 'Contacts');
    await keyboard.activate(page.getByRole('button', { name: 'Create contact' }));
    await keyboard.fill(page.getByRole('textbox', { name: 'Name' }), 'Quentin Marsh');
    await keyboard.press('Tab');
    await keyboard.write('quentin@marsh.example');
    await keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: 'Quentin Marsh' });
    await heading.waitFor();
    expect(await hasFocus(heading)).toBe(true);
  });

  test('Escape leaves the dialog without creating anybody, and the focus is back where it was', async () => {
    const page = visitor.contactsPage;
    await goTo('Contacts', page, 'Contacts');
    const button = page.getByRole('button', { name: 'Create contact' });
    await keyboard.activate(button);
    await page.getByRole('dialog').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('button:focus', { hasText: 'Create contact' }).waitFor();
  });

  test('user sync can be turned on, and off after the question', async () => {
    const page = visitor.adminPage;
    await goTo('Kith', page, 'Kith');
    const toggle = page.getByRole('checkbox', { name: 'Jira user sync' });
    await keyboard.tabTo(toggle);
    await keyboard.press('Space');
    await page.getByText(/^Finished .*took/).waitFor({ timeout: 30_000 });
    expect(await toggle.isChecked()).toBe(true);

    await keyboard.tabTo(toggle);
    await keyboard.press('Space');
    await keyboard.activate(page.getByRole('dialog').getByRole('button', { name: 'Switch off' }));
    await page.getByRole('heading', { name: 'Clearing up after switching off' }).waitFor();
    expect((await kith.api.syncStatus()).enabled).toBe(false);
  });
});
