import type { FrameLocator } from 'playwright-core';
import type { Contact } from '../../src/contract';
import { describeInBrowser } from './support/in-browser';
import { hasFocus, Keyboard } from './support/keyboard';
import type { RunningKith } from './support/kith';
import { takePicture } from './support/screenshots';
import { onSmallSite } from './support/small-site';
import type { Visitor } from './support/visitor';

jest.setTimeout(60_000);

/** Ada, the admin, and Chiara, the account manager, each at a window of her own. */
describeInBrowser('When two people change the same record', () => {
  let kith: RunningKith;
  let ada: Visitor;
  let chiara: Visitor;

  onSmallSite(async (site) => {
    kith = site.kith;
    [ada, chiara] = await Promise.all([site.enter(), site.enter()]);
    await chiara.open('/');
    await chiara.become('account manager');
  });

  const nameOf = (page: FrameLocator) => page.getByRole('button', { name: /Edit Name$/ });
  const name = (page: FrameLocator) => page.getByRole('textbox', { name: 'Name' });

  async function newContact(): Promise<Contact> {
    const contact = await kith.api.invokeContacts('createContact', {
      contact: { name: 'Quentin Marsh', email: `quentin.${Date.now()}@marsh.example` },
    });
    for (const visitor of [ada, chiara]) {
      await visitor.openContacts(`/contacts/${contact.id}`);
      await nameOf(visitor.contactsPage).waitFor();
    }
    return contact;
  }

  /** Chiara, by keyboard alone, begins to write a name; Ada saves another one; Chiara presses Enter. */
  async function meetConflict(): Promise<{ contact: Contact; keyboard: Keyboard }> {
    const contact = await newContact();
    const keyboard = new Keyboard(chiara.page);
    await keyboard.activate(nameOf(chiara.contactsPage));
    await keyboard.write('Quentin Marsh-Hill');

    await nameOf(ada.contactsPage).click();
    await name(ada.contactsPage).fill('Q. Marsh');
    await name(ada.contactsPage).press('Enter');
    await ada.contactsPage.getByRole('heading', { level: 1, name: 'Q. Marsh' }).waitFor();

    await keyboard.press('Enter');
    await chiara.contactsPage.getByRole('dialog', { name: 'Which value shall stay?' }).waitFor();
    return { contact, keyboard };
  }

  const nameNow = async ({ id }: Contact) => (await kith.api.invokeContacts('getContact', { id })).name;

  test('who saves second sees both values; what was typed is still there, and can be kept', async () => {
    const { contact, keyboard } = await meetConflict();
    const page = chiara.contactsPage;
    const dialog = page.getByRole('dialog', { name: 'Which value shall stay?' });
    const row = dialog.getByRole('row').filter({ has: page.getByRole('cell') });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['Name', 'Q. Marsh', 'Quentin Marsh-Hill']);
    await takePicture(chiara, 'contact-conflict');
    expect(await nameNow(contact)).toBe('Q. Marsh');

    await keyboard.activate(dialog.getByRole('button', { name: 'Back to editing' }));
    await page.getByText('Somebody else changed this meanwhile. Save to decide which value stays.').waitFor();
    expect(await name(page).inputValue()).toBe('Quentin Marsh-Hill');

    await keyboard.tabTo(name(page));
    await keyboard.press('Enter');
    await keyboard.activate(dialog.getByRole('button', { name: 'Keep mine' }));
    await page.getByRole('heading', { level: 1, name: 'Quentin Marsh-Hill' }).waitFor();
    expect(await nameNow(contact)).toBe('Quentin Marsh-Hill');
    expect(await hasFocus(nameOf(page))).toBe(true);
  });

  test('or given up for what the other one saved', async () => {
    const { contact, keyboard } = await meetConflict();
    const page = chiara.contactsPage;
    await keyboard.activate(page.getByRole('button', { name: 'Use what is there now' }));
    await page.getByRole('heading', { level: 1, name: 'Q. Marsh', exact: true }).waitFor();
    expect(await nameNow(contact)).toBe('Q. Marsh');
  });

  test('of different values of a contact, both are kept without a question', async () => {
    const contact = await newContact();
    await nameOf(chiara.contactsPage).click();
    await name(chiara.contactsPage).fill('Quentin Marsh-Hill');

    await ada.contactsPage.getByRole('button', { name: /Edit Email$/ }).click();
    await ada.contactsPage.getByRole('textbox', { name: 'Email' }).fill(`q.${contact.email}`);
    await ada.contactsPage.getByRole('textbox', { name: 'Email' }).press('Enter');
    await ada.contactsPage.getByRole('button', { name: `q.${contact.email}` }).waitFor();

    await name(chiara.contactsPage).press('Enter');
    await chiara.contactsPage.getByRole('heading', { level: 1, name: 'Quentin Marsh-Hill' }).waitFor();
    expect(await kith.api.invokeContacts('getContact', { id: contact.id })).toMatchObject({
      name: 'Quentin Marsh-Hill',
      email: `q.${contact.email}`,
    });
  });

  test('the form shows both versions too, says what else was changed, and loses nothing that was typed', async () => {
    const contact = await newContact();
    const page = chiara.contactsPage;
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit contact' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Quentin Marsh-Hill');
    await kith.api.invokeContacts('updateContact', {
      id: contact.id,
      version: contact.version,
      changes: { name: 'Q. Marsh', email: null },
    });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Somebody else changed this contact').waitFor();
    const row = dialog.getByRole('row').filter({ has: page.getByRole('cell') });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['Name', 'Q. Marsh', 'Quentin Marsh-Hill']);
    await dialog.getByText('Also changed meanwhile, and left as they are now: Email.').waitFor();
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('heading', { level: 1, name: 'Quentin Marsh-Hill' }).waitFor();
    const now = await kith.api.invokeContacts('getContact', { id: contact.id });
    expect(now).toMatchObject({ name: 'Quentin Marsh-Hill', version: contact.version + 2 });
    expect(now.email).toBeUndefined();
  });

  test('a company is no different', async () => {
    const company = await kith.api.invokeContacts('createCompany', { company: { name: 'Tidewater' } });
    const page = chiara.contactsPage;
    await chiara.openContacts(`/companies/${company.id}`);
    await nameOf(page).click();
    await name(page).fill('Tidewater Ltd');
    await kith.api.invokeContacts('updateCompany', {
      id: company.id,
      version: company.version,
      changes: { name: 'Tidewater Group' },
    });
    await name(page).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Which value shall stay?' });
    const row = dialog.getByRole('row').filter({ has: page.getByRole('cell') });
    await row.waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual(['Name', 'Tidewater Group', 'Tidewater Ltd']);
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tidewater Ltd' }).waitFor();
  });
});
