import { describeInBrowser } from './support/in-browser';
import { onSmallSite, type SmallSite } from './support/small-site';
import type { Visitor } from './support/visitor';

jest.setTimeout(60_000);

describeInBrowser('In German', () => {
  let enter: SmallSite['enter'];
  let visitor: Visitor;

  onSmallSite((site) => {
    enter = site.enter;
  });

  beforeEach(async () => {
    visitor = await enter();
  });

  afterEach(() => visitor.leave());

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
