import type { Contact } from '../../src/contract';
import { describeInBrowser } from './support/in-browser';
import type { RunningKith } from './support/kith';
import { takePicture } from './support/screenshots';
import { onSmallSite } from './support/small-site';
import { until } from './support/until';
import type { Visitor } from './support/visitor';

jest.setTimeout(90_000);

/** What is done to many contacts at once, one after the other. */
describeInBrowser('Many contacts at once', () => {
  let kith: RunningKith;
  let visitor: Visitor;

  onSmallSite(async (site) => {
    kith = site.kith;
    visitor = await site.enter();
    await kith.api.setSyncEnabled(true);
    await until('the first run is done', async () => (await kith.api.syncStatus()).phase === 'on');
    for (const name of ['Quentin Marsh', 'Quentina Reed', 'Quincy Lake']) {
      await kith.api.invokeContacts('createContact', { contact: { name } });
    }
    await visitor.open('/');
    await visitor.become('account manager');
  });

  const all = async (): Promise<Contact[]> => (await kith.api.invokeContacts('listContacts', { limit: 100 })).items;

  test('get a company, which is created on the fly, after a question that counts them', async () => {
    const page = visitor.contactsPage;
    await visitor.goTo('Contacts');
    await page.getByRole('button', { name: 'Regular' }).click();
    await page.getByRole('row').nth(3).waitFor();
    await page.getByRole('row').nth(4).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'Select this page' }).check();
    await page.getByRole('button', { name: 'Set company' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set the company of 3 contacts' });
    await dialog.getByText('3 contacts will have no company.').waitFor();
    await dialog.getByRole('combobox', { name: 'Company' }).fill('Tidewater');
    await page.getByRole('option', { name: 'Create company “Tidewater”' }).click();
    await dialog.getByText('3 contacts will belong to “Tidewater”.').waitFor();
    await takePicture(visitor, 'contacts-bulk');
    await dialog.getByRole('button', { name: 'Set company of 3 contacts' }).click();
    await dialog.getByText('The company of 3 contacts was set.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('link', { name: 'Tidewater' }).nth(2).waitFor();
    const named = (await all()).filter(({ companyName }) => companyName === 'Tidewater').map(({ name }) => name);
    expect(named).toEqual(['Quentin Marsh', 'Quentina Reed', 'Quincy Lake']);
  });

  test('are deleted after a question, except those who follow a Jira user', async () => {
    const page = visitor.contactsPage;
    await page.getByRole('button', { name: 'All', exact: true }).click();
    for (const name of ['Quentin Marsh', 'Quincy Lake', 'Bruno Keller']) {
      await page.getByRole('searchbox', { name: 'Search contacts' }).fill(name);
      await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    }
    await page.getByText('3 contacts selected').first().waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 contacts and everything written about them will be gone.').waitFor();
    await dialog.getByText('1 of those you selected follows a Jira user').waitFor();
    await dialog.getByRole('button', { name: 'Delete 3 contacts' }).click();
    await dialog.getByText('2 contacts were deleted. For 1 contact it could not be done.').waitFor();
    await dialog.getByText('1 contact follows a Jira user and cannot be deleted').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    const left = (await all()).filter(({ name }) => /^Q|^Bruno Keller/.test(name)).map(({ name }) => name);
    expect(left).toEqual(['Bruno Keller', 'Quentina Reed']);
  });

  test('join a company by the domain of their email, once somebody has looked and agreed, and leave it again', async () => {
    const page = visitor.contactsPage;
    const theirs = (await all()).filter(({ email }) => email?.endsWith('@harbourlight.example')).length;
    expect(theirs).toBeGreaterThan(2);
    const { id } = await kith.api.invokeContacts('createCompany', { company: { name: 'Harbourlight' } });
    await visitor.openContacts(`/companies/${id}`);
    await page.getByRole('button', { name: /Edit Email domains$/ }).click();
    await page.getByRole('textbox', { name: 'Add a domain' }).fill('gmail.com');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Everybody can have an email at gmail.com, so it tells nothing about a company.').waitFor();
    await page.getByRole('textbox', { name: 'Add a domain' }).fill('harbourlight.example');
    await page.getByRole('button', { name: 'Save', exact: true }).click();

    const changes = page.getByRole('region', { name: 'Contacts by email domain' });
    await changes.getByText('Nothing has been changed yet.').waitFor();
    await changes.getByRole('button', { name: 'Look which contacts would change' }).click();
    await changes.getByRole('heading', { name: `${theirs} contacts would change their company` }).waitFor();
    await takePicture(visitor, 'company-changes');
    expect((await all()).filter(({ companyId }) => companyId === id)).toEqual([]);

    await changes.getByRole('button', { name: `Change ${theirs} contacts` }).click();
    await changes.getByRole('heading', { name: `${theirs} contacts were changed` }).waitFor();
    expect((await all()).filter(({ companyId }) => companyId === id).length).toBe(theirs);

    await changes.getByRole('button', { name: 'Undo' }).click();
    await changes.getByRole('heading', { name: `${theirs} contacts have their former company again` }).waitFor();
    expect((await all()).filter(({ companyId }) => companyId === id)).toEqual([]);
  });
});
