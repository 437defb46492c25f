import type { Browser } from 'playwright-core';
import { launchChromium } from './support/chromium';
import { describeInBrowser } from './support/in-browser';
import { RunningKith } from './support/kith';
import { Visitor } from './support/visitor';

jest.setTimeout(60_000);

describeInBrowser('In German', () => {
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

  test('the pages and their places on the site are German once a person has chosen it', async () => {
    await visitor.open('/');
    await visitor.speak('Deutsch');
    await visitor.goTo('Kontakte');
    const contacts = visitor.page.frameLocator('iframe[title="Kontakte"]');
    await contacts.getByRole('heading', { level: 1, name: 'Kontakte' }).waitFor();
    expect(await contacts.locator('html').getAttribute('lang')).toBe('de-DE');
    await visitor.goTo('Kith');
    await visitor.adminPage.getByRole('heading', { name: 'Ausgelassene Personen' }).waitFor();
  });

  test('they are English before, and again when the person goes back to it', async () => {
    await visitor.open('/');
    await visitor.goTo('Contacts');
    await visitor.contactsPage.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
    await visitor.speak('Deutsch');
    await visitor.page.frameLocator('iframe[title="Kontakte"]').getByRole('heading', { level: 1 }).waitFor();
    await visitor.speak('English');
    await visitor.contactsPage.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
  });
});
