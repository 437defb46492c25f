import { accessibilityProblems } from './support/accessibility';
import { describeInBrowser } from './support/in-browser';
import type { RunningKith } from './support/kith';
import { onSmallSite } from './support/small-site';
import { until } from './support/until';
import type { Visitor } from './support/visitor';

jest.setTimeout(90_000);

describeInBrowser('Every page and state is free of accessibility problems that axe finds, in light and dark', () => {
  let kith: RunningKith;
  let visitor: Visitor;
  let found: string[];

  onSmallSite(async (site) => {
    kith = site.kith;
    visitor = await site.enter();
  });

  beforeEach(() => {
    found = [];
  });

  afterEach(() => expect(found).toEqual([]));

  async function check(): Promise<void> {
    await visitor.switchColours('dark');
    for (const problem of await accessibilityProblems(visitor.page, 'colours')) found.push(`dark: ${problem}`);
    await visitor.switchColours('light');
    found.push(...(await accessibilityProblems(visitor.page, 'all')));
  }

  async function syncOn(): Promise<void> {
    await kith.api.setSyncEnabled(true);
    await until('the first run is done', async () => (await kith.api.syncStatus()).phase === 'on');
  }

  test("the site's start page", async () => {
    await visitor.open('/');
    await visitor.page.getByRole('heading', { name: 'Welcome, Ada' }).waitFor();
    await check();
  });

  test('contacts while there are none, and the form of a new one with what is wrong', async () => {
    const page = visitor.contactsPage;
    await visitor.goTo('Contacts');
    await page.getByText('No contacts yet').waitFor();
    await check();
    await page.getByRole('button', { name: 'Create contact' }).click();
    await page.getByRole('textbox', { name: 'Email' }).fill('no email');
    await page.getByRole('dialog').getByRole('button', { name: 'Create contact' }).click();
    await page.getByText('Write a name.').waitFor();
    await check();
  });

  test('the admin page before, while and after sync runs, and its question before turning off', async () => {
    const page = visitor.adminPage;
    await visitor.open('/');
    await visitor.goTo('Kith');
    await page.getByText('Sync has not run yet.').waitFor();
    await page.getByText('Nobody is left out').waitFor();
    await check();
    await visitor.toggleSync();
    await page.getByRole('progressbar').waitFor();
    await check();
    await page.getByText(/^Finished .*took/).waitFor({ timeout: 30_000 });
    await page.getByRole('table', { name: 'People left out of sync' }).waitFor();
    await check();
    await visitor.toggleSync();
    await page.getByRole('dialog', { name: 'Switch off Jira user sync?' }).waitFor();
    await check();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  test('contacts, one synced contact, its form, and a search without a result', async () => {
    const page = visitor.contactsPage;
    await syncOn();
    await visitor.goTo('Contacts');
    await page.getByRole('link', { name: 'Bruno Keller' }).waitFor();
    await page.getByRole('combobox', { name: 'Company' }).waitFor();
    await check();
    await page.getByRole('checkbox', { name: 'Select Bruno Keller' }).check();
    await check();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete 1 contact' }).click();
    await page.getByText('1 contact follows a Jira user').waitFor();
    await check();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('link', { name: 'Bruno Keller' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bruno Keller' }).waitFor();
    await page.getByText('Why is this linked?').click();
    await check();
    await page.getByRole('button', { name: 'Edit Company' }).click();
    await page.getByRole('combobox', { name: 'Company' }).waitFor();
    await check();
    await visitor.page.keyboard.press('Escape');
    await visitor.page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByText('Name and email follow the Jira user').waitFor();
    await check();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('nobody at all');
    await page.getByRole('button', { name: 'Clear search' }).waitFor();
    await check();
  });

  test('a contact that is not there', async () => {
    await visitor.open(`${new URL(visitor.page.url()).pathname}/contacts/no-such-contact`);
    await visitor.contactsPage.getByText('Not found').waitFor();
    await check();
  });

  test('companies: none, the form, and one', async () => {
    const page = visitor.contactsPage;
    await visitor.goTo('Contacts');
    await page.getByRole('link', { name: 'Companies' }).click();
    await page.getByText('No companies yet').waitFor();
    await check();
    await page.getByRole('button', { name: 'Create company' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Tidewater');
    await check();
    await page.getByRole('dialog').getByRole('button', { name: 'Create company' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tidewater' }).waitFor();
    await check();
  });

  test('the templates: none, a field that is not complete, and a removed one', async () => {
    const page = visitor.adminPage;
    await visitor.open('/');
    await visitor.goTo('Kith');
    await page.getByRole('link', { name: 'Templates' }).click();
    await page.getByRole('button', { name: 'Add section' }).waitFor();
    await check();
    await page.getByRole('button', { name: 'Add section' }).click();
    await page.getByRole('region', { name: 'Section without a name' }).getByRole('textbox').fill('Person');
    await page.getByRole('button', { name: 'Add field to Person' }).click();
    await page.getByRole('radio', { name: 'One choice' }).check();
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByText('Give the field a name.').waitFor();
    await check();
    await page.getByRole('textbox', { name: 'Name of the field' }).fill('Region');
    await page.getByRole('textbox', { name: 'Option 1' }).fill('North');
    await page.getByRole('textbox', { name: 'Option 2' }).fill('South');
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByText('Template saved.').waitFor();
    await page.getByRole('button', { name: 'Move Region', exact: true }).click();
    await page.getByRole('menu').waitFor();
    await check();
    await visitor.page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove Region' }).click();
    await page.getByText('Removed when you save').waitFor();
    await check();
    await page.getByRole('link', { name: 'Access' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await check();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
  });

  test('access: as it is, with groups, and while something is missing', async () => {
    const page = visitor.adminPage;
    const row = page.getByRole('group', { name: 'Who may: See' });
    await row.waitFor();
    await check();
    await row.getByRole('radio', { name: 'Groups' }).check();
    await page.getByRole('button', { name: 'Save access' }).click();
    await page.getByText('Choose at least one group').waitFor();
    await check();
    await row.getByRole('combobox').fill('service');
    await page.getByRole('option', { name: 'service-agents' }).waitFor();
    await check();
    await visitor.page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByText('Changes discarded.').waitFor();
  });

  test('a contact with fields: each kind of control, and two versions', async () => {
    const page = visitor.contactsPage;
    const contact = await kith.api.invokeContacts('createContact', { contact: { name: 'Quentin Marsh' } });
    await visitor.openContacts(`/contacts/${contact.id}`);
    await page.getByRole('button', { name: /Edit Region$/ }).click();
    await page.getByRole('option', { name: 'South' }).waitFor();
    await check();
    await visitor.page.keyboard.press('Escape');
    await visitor.page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Edit Name$/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Quentin Hill');
    await check();
    await kith.api.invokeContacts('updateContact', { id: contact.id, version: 1, changes: { name: 'Q. Marsh' } });
    await page.getByRole('textbox', { name: 'Name' }).press('Enter');
    await page.getByRole('dialog', { name: 'Which value shall stay?' }).waitFor();
    await check();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('heading', { level: 1, name: 'Quentin Hill' }).waitFor();
  });

  test('what the domain of a company would change, and the question before contacts get a company', async () => {
    const page = visitor.contactsPage;
    const { id } = await kith.api.invokeContacts('createCompany', {
      company: { name: 'Harbourlight', domains: ['harbourlight.example'] },
    });
    await visitor.openContacts(`/companies/${id}`);
    await page.getByRole('button', { name: 'Look which contacts would change' }).click();
    await page.getByRole('heading', { name: /would change their company$/ }).waitFor();
    await check();
    await visitor.goTo('Contacts');
    await page.getByRole('checkbox', { name: 'Select this page' }).check();
    await page.getByRole('button', { name: 'Set company' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Company' }).waitFor();
    await check();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  test('in a window of 320 pixels, nothing of the app has to be scrolled sideways', async () => {
    const page = visitor.contactsPage;
    const [contact] = (await kith.api.invokeContacts('listContacts', { search: 'Bruno' })).items;
    const [company] = (await kith.api.invokeContacts('listCompanies', { search: 'Tidewater' })).items;
    const wide = visitor.page.viewportSize() ?? { width: 1280, height: 860 };
    await visitor.page.setViewportSize({ width: 320, height: 860 });
    for (const [place, shown] of [
      ['', page.getByRole('checkbox', { name: 'Select this page' })],
      [`/contacts/${contact?.id}`, page.getByRole('region', { name: 'Synced contact' })],
      ['/companies', page.getByRole('link', { name: 'Tidewater' })],
      [`/companies/${company?.id}`, page.getByRole('region', { name: 'About' })],
      ['/templates', page.getByRole('button', { name: 'Add section' })],
    ] as const) {
      await visitor.openContacts(place);
      await shown.waitFor();
      const [width = 0, needed = 0] = await page
        .locator('html')
        .evaluate((html: { scrollWidth: number; clientWidth: number }) => [html.clientWidth, html.scrollWidth]);
      if (width > 320 || needed > width) found.push(`${place}: ${needed} in ${width}`);
    }
    await visitor.page.setViewportSize(wide);
  });

  test('the issue panel with a contact, while one is chosen, and without one', async () => {
    const { issues } = await kith.api.issues();
    const { accountId } = await kith.api.person('customer');
    const known = issues.find(({ reporter }) => reporter?.accountId === accountId);
    const without = issues.find(({ reporter }) => reporter === undefined);
    await visitor.become('agent');
    for (const issue of [known, without]) {
      await visitor.open(`/browse/${issue?.key}`);
      await visitor.page.getByRole('button', { name: 'Contact', exact: true }).click();
      const panel = visitor.issuePanel;
      const choose = panel.getByRole('button', { name: /^Choose a(nother)? contact$/ });
      await choose.waitFor();
      await check();
      await choose.click();
      await panel.getByRole('searchbox').fill('a');
      await panel.getByRole('listitem').first().waitFor();
      await check();
    }
  });

  test.each([
    ['Help desk issues', 'Help desk issues'],
    ['Users', 'Users of the site'],
    ['What happens', 'What happens'],
    ['Make trouble', 'Make trouble'],
    ['Manage apps', 'Only Jira admins can manage apps'],
    ['Kith', 'Only Jira admins can open this page'],
  ])("the site's page %s", async (name, heading) => {
    await visitor.open('/');
    await visitor.goTo(name);
    await visitor.page.getByRole('heading', { name: heading }).waitFor();
    await check();
  });

  test('the dialog of a user, and an address without a page', async () => {
    await visitor.goTo('Users');
    await visitor.page.getByRole('button', { name: 'Change Bruno Keller' }).click();
    await visitor.page.getByRole('dialog').waitFor();
    await check();
    await visitor.open('/nowhere');
    await visitor.page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    await check();
  });

  test('contacts for somebody who may not see them', async () => {
    const { version, holders } = await kith.api.invokeAdmin('getAccess', {});
    const nobody = { everyone: false as const, groups: [] };
    await kith.api.invokeAdmin('updateAccess', {
      version,
      holders: { ...holders, see: nobody, edit: nobody, delete: nobody, import: nobody, export: nobody },
    });
    await visitor.open('/');
    await visitor.become('account manager');
    await visitor.goTo('Contacts');
    await visitor.contactsPage.getByText('You may not see contacts').waitFor();
    await check();
  });

  test('the app for a portal customer', async () => {
    await visitor.open('/');
    await visitor.become('customer');
    await visitor.goTo('Contacts');
    await visitor.page.getByRole('heading', { name: 'Contacts is not for portal customers' }).waitFor();
    await check();
  });
});
