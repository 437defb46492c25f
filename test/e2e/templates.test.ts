import type { FrameLocator, Locator } from 'playwright-core';
import { describeInBrowser } from './support/in-browser';
import { hasFocus, Keyboard } from './support/keyboard';
import type { RunningKith } from './support/kith';
import { takePicture, takePictures } from './support/screenshots';
import { onSmallSite } from './support/small-site';
import type { Visitor } from './support/visitor';

jest.setTimeout(90_000);

interface WantedField {
  name: string;
  kind: string;
  options?: readonly string[];
  help?: string;
  required?: boolean;
}

/** One after the other: the admin builds both templates, then the account manager fills them. Nobody touches a mouse. */
describeInBrowser('By keyboard alone, templates', () => {
  let kith: RunningKith;
  let visitor: Visitor;
  let keyboard: Keyboard;

  onSmallSite(async (site) => {
    kith = site.kith;
    visitor = await site.enter();
    keyboard = new Keyboard(visitor.page);
    await visitor.open('/');
  });

  async function addSection(page: FrameLocator, name: string): Promise<void> {
    await keyboard.activate(page.getByRole('button', { name: 'Add section' }));
    expect(await hasFocus(page.getByRole('region', { name: 'Section without a name' }).getByRole('textbox'))).toBe(
      true,
    );
    await keyboard.write(name);
    await page.getByRole('region', { name, exact: true }).waitFor();
  }

  async function addField(page: FrameLocator, section: string, field: WantedField): Promise<void> {
    const { name, kind, options = [], help, required = false } = field;
    await keyboard.activate(page.getByRole('button', { name: `Add field to ${section}` }));
    await keyboard.write(name);
    const form = page.getByRole('group', { name, exact: true });
    await keyboard.choose(
      form.getByRole('group', { name: 'Kind' }),
      form.getByRole('radio', { name: kind, exact: true }),
    );
    if (options.length > 0) {
      await keyboard.tabTo(form.getByRole('textbox', { name: 'Option 1', exact: true }));
      for (const [index, option] of options.entries()) {
        if (index > 0) await keyboard.press('Enter');
        await keyboard.write(option);
      }
    }
    if (help !== undefined) await keyboard.fill(form.getByRole('textbox', { name: 'Help text' }), help);
    if (required) {
      await keyboard.tabTo(form.getByRole('checkbox', { name: 'Required' }));
      await keyboard.press('Space');
    }
    await keyboard.press('Escape');
    await form.waitFor({ state: 'hidden' });
    expect(await hasFocus(page.getByRole('button', { name: `Edit ${name}` }))).toBe(true);
  }

  async function save(page: FrameLocator): Promise<void> {
    await keyboard.activate(page.getByRole('button', { name: 'Save template' }));
    await page.getByText('Template saved.').waitFor();
  }

  const namesIn = (section: Locator): Promise<string[]> =>
    section.getByRole('listitem').locator('bdi, [dir=auto]').allTextContents();

  test('the admin builds that of contacts: sections, fields of several kinds, one required, one with a help text', async () => {
    const page = visitor.adminPage;
    await keyboard.activate(visitor.entry('Kith'));
    await keyboard.activate(page.getByRole('link', { name: 'Templates' }));
    await page.getByRole('heading', { name: 'Templates' }).waitFor();

    await addSection(page, 'Person');
    await addField(page, 'Person', { name: 'Birthday', kind: 'Date' });
    await addField(page, 'Person', { name: 'Role', kind: 'Text', required: true, help: 'As on the business card.' });
    await addField(page, 'Person', { name: 'Mobile', kind: 'Phone' });
    await addSection(page, 'Marketing');
    await addField(page, 'Marketing', { name: 'Newsletter', kind: 'Yes or no' });
    await addField(page, 'Marketing', { name: 'Region', kind: 'One choice', options: ['North', 'South', 'Overseas'] });
    await addField(page, 'Marketing', {
      name: 'Interests',
      kind: 'Several choices',
      options: ['Sailing', 'Chess', 'Opera'],
    });
  });

  test('which is previewed as the form will be, and cannot be filled in there', async () => {
    const preview = visitor.adminPage.getByRole('region', { name: 'How it looks' });
    for (const name of ['Company', 'Newsletter', 'Region', 'Interests']) {
      expect(await preview.getByRole('combobox', { name, exact: true }).isDisabled()).toBe(true);
    }
    expect(await preview.getByRole('textbox').and(preview.locator(':enabled')).count()).toBe(0);
    expect(await preview.getByRole('group').evaluateAll(legendsOf)).toEqual(['Person', 'Marketing']);
  });

  test('moves a field within its section, into another one, and a section, and hears where they are now', async () => {
    const page = visitor.adminPage;
    const person = page.getByRole('region', { name: 'Person', exact: true });
    const marketing = page.getByRole('region', { name: 'Marketing', exact: true });
    expect(await namesIn(person)).toEqual(['Birthday', 'Role', 'Mobile']);

    await keyboard.tabTo(page.getByRole('button', { name: 'Move Role', exact: true }), { back: true });
    await keyboard.press('Alt+ArrowUp');
    await page.getByText('Role is now field 1 of 3 in Person.').waitFor();
    expect(await namesIn(person)).toEqual(['Role', 'Birthday', 'Mobile']);
    expect(await hasFocus(page.getByRole('button', { name: 'Move Role', exact: true }))).toBe(true);

    await keyboard.tabTo(page.getByRole('button', { name: 'Move Mobile', exact: true }));
    await keyboard.press('Enter');
    await page.getByRole('menu', { name: 'Move Mobile', exact: true }).waitFor();
    await keyboard.press('End', 'Enter');
    await page.getByText('Mobile is now field 4 of 4 in Marketing.').waitFor();
    expect(await namesIn(marketing)).toEqual(['Newsletter', 'Region', 'Interests', 'Mobile']);

    await keyboard.tabTo(page.getByRole('button', { name: 'Move Marketing', exact: true }), { back: true });
    await keyboard.press('Alt+ArrowUp');
    // The first is the one that every template begins with.
    await page.getByText('Marketing is now section 2 of 3.').waitFor();
    await visitor.page.evaluate('window.scrollTo(0, 0)');
    await takePictures(visitor, 'templates');
    await save(page);
  });

  test('and that of companies', async () => {
    const page = visitor.adminPage;
    await keyboard.tabTo(page.getByRole('radio', { name: 'Contacts' }), { back: true });
    await keyboard.press('ArrowDown');
    await page.getByText('Which fields a company has').waitFor();
    await addSection(page, 'Contract');
    await addField(page, 'Contract', { name: 'Customer number', kind: 'Number' });
    await addField(page, 'Contract', { name: 'Website', kind: 'Link' });
    await addField(page, 'Contract', { name: 'Invoices to', kind: 'Email' });
    await addField(page, 'Contract', { name: 'Notes', kind: 'Long text' });
    await save(page);
  });

  test('the account manager creates a contact with all fields, and its company on the fly', async () => {
    const page = visitor.contactsPage;
    await visitor.become('account manager');
    await keyboard.activate(visitor.entry('Contacts'));
    await keyboard.activate(page.getByRole('button', { name: 'Create contact' }));
    const dialog = page.getByRole('dialog', { name: 'Create contact' });
    await keyboard.fill(dialog.getByRole('textbox', { name: 'Name' }), 'Quentin Marsh');
    await keyboard.press('Tab');
    await keyboard.write('quentin@larkspur.example');
    await keyboard.tabTo(dialog.getByRole('combobox', { name: 'Company' }));
    await keyboard.write('Larkspur');
    await page.getByRole('option', { name: 'Create company “Larkspur”' }).waitFor();
    await keyboard.press('Enter');
    await dialog.getByText('Larkspur', { exact: true }).waitFor();

    await keyboard.activate(dialog.getByRole('button', { name: 'Create contact' }));
    await dialog.getByText('This field has to be filled in.').waitFor();
    const role = dialog.getByRole('textbox', { name: 'Role' });
    expect(await hasFocus(role)).toBe(true);
    await dialog.getByText('As on the business card.').waitFor();
    await keyboard.write('Harbour master');

    await keyboard.activate(dialog.getByRole('button', { name: 'Show all fields' }));
    await keyboard.tabTo(dialog.getByRole('combobox', { name: 'Newsletter' }));
    await keyboard.press('ArrowDown', 'Enter');
    await keyboard.tabTo(dialog.getByRole('combobox', { name: 'Region' }));
    await keyboard.write('South');
    await keyboard.press('Enter');
    await keyboard.tabTo(dialog.getByRole('combobox', { name: 'Interests' }));
    for (const interest of ['Sailing', 'Chess']) {
      await keyboard.write(interest);
      await page.getByRole('option', { name: interest }).waitFor();
      await keyboard.press('Enter');
    }
    await keyboard.press('Escape');
    await keyboard.fill(dialog.getByRole('textbox', { name: 'Mobile' }), '+49 170 1234567');
    // Whichever way round the browser writes day and month.
    await keyboard.tabTo(dialog.getByLabel('Birthday'));
    await visitor.page.keyboard.type('03031985');
    await keyboard.activate(dialog.getByRole('button', { name: 'Create contact' }));

    const heading = page.getByRole('heading', { level: 1, name: 'Quentin Marsh' });
    await heading.waitFor();
    expect(await hasFocus(heading)).toBe(true);
    expect(await valuesOf(page.getByRole('region', { name: 'Marketing' }))).toEqual({
      Newsletter: 'Yes',
      Region: 'South',
      Interests: 'SailingChess',
      Mobile: '+49 170 1234567',
    });
    expect(await valuesOf(page.getByRole('region', { name: 'Person' }))).toEqual({
      Role: 'Harbour master',
      Birthday: 'Mar 3, 1985',
    });
    await page.getByRole('link', { name: 'Larkspur' }).waitFor();
    await page.getByText('No open issues').waitFor();
    await takePicture(visitor, 'contact-fields');
  });

  test('changes values where they stand: Enter saves, Escape gives up, and the focus stays on the value', async () => {
    const page = visitor.contactsPage;
    const editRole = page.getByRole('button', { name: /Edit Role$/ });
    await keyboard.activate(editRole);
    await keyboard.write('Pilot');
    await keyboard.press('Enter');
    await page.getByText('Role saved.').waitFor();
    expect(await hasFocus(editRole)).toBe(true);

    await keyboard.press('Enter');
    await keyboard.write('Somebody else');
    await keyboard.press('Escape');
    await page.getByRole('button', { name: /^Pilot/ }).waitFor();
    expect(await hasFocus(editRole)).toBe(true);

    await keyboard.press('Enter');
    await keyboard.write(' ');
    await keyboard.press('Enter');
    await page.getByText('This field has to be filled in.').waitFor();
    await keyboard.press('Escape');

    const editRegion = page.getByRole('button', { name: /Edit Region$/ });
    await keyboard.activate(editRegion, { back: true });
    await page.getByRole('option', { name: 'Overseas' }).waitFor();
    await visitor.page.keyboard.type('Over');
    await keyboard.press('Enter');
    await page.getByText('Region saved.').waitFor();

    const editCompany = page.getByRole('button', { name: 'Edit Company' });
    await keyboard.activate(editCompany, { back: true });
    await page.getByRole('combobox', { name: 'Company' }).waitFor();
    await visitor.page.keyboard.type('Tidewater');
    await page.getByRole('option', { name: 'Create company “Tidewater”' }).waitFor();
    await keyboard.press('Enter');
    await page.getByText('Company saved.').waitFor();

    await visitor.page.reload();
    await page.getByRole('link', { name: 'Tidewater' }).waitFor();
    expect(await valuesOf(page.getByRole('region', { name: 'Marketing' }))).toMatchObject({ Region: 'Overseas' });
    expect(await valuesOf(page.getByRole('region', { name: 'Person' }))).toMatchObject({ Role: 'Pilot' });
  });

  test('and creates a company, whose domain may not be one where everybody has an email', async () => {
    const page = visitor.contactsPage;
    await keyboard.activate(visitor.entry('Contacts'));
    await keyboard.activate(page.getByRole('link', { name: 'Companies' }));
    await keyboard.activate(page.getByRole('button', { name: 'Create company' }));
    const dialog = page.getByRole('dialog', { name: 'Create company' });
    await keyboard.fill(dialog.getByRole('textbox', { name: 'Name' }), 'Bluefinch');
    await keyboard.fill(dialog.getByRole('textbox', { name: 'Add a domain' }), 'gmail.com');
    await keyboard.press('Enter');
    await keyboard.activate(dialog.getByRole('button', { name: 'Create company' }));
    await dialog.getByText('Everybody can have an email at gmail.com, so it tells nothing about a company.').waitFor();
    await keyboard.activate(dialog.getByRole('button', { name: 'Remove gmail.com' }), { back: true });
    await keyboard.write('bluefinch.example');
    await keyboard.press('Enter');
    await keyboard.activate(dialog.getByRole('button', { name: 'Show all fields' }));
    await keyboard.fill(dialog.getByRole('textbox', { name: 'Customer number' }), '4711');
    await keyboard.fill(dialog.getByRole('textbox', { name: 'Website' }), 'https://bluefinch.example/about');
    await keyboard.fill(dialog.getByRole('textbox', { name: 'Invoices to' }), 'invoices@bluefinch.example');
    await keyboard.fill(dialog.getByRole('textbox', { name: 'Notes' }), 'Two lines');
    await keyboard.press('End', 'Enter');
    await visitor.page.keyboard.type('of notes.');
    await keyboard.activate(dialog.getByRole('button', { name: 'Create company' }));

    const heading = page.getByRole('heading', { level: 1, name: 'Bluefinch' });
    await heading.waitFor();
    expect(await hasFocus(heading)).toBe(true);
    expect(await valuesOf(page.getByRole('region', { name: 'Contract' }))).toEqual({
      'Customer number': '4,711',
      Website: 'bluefinch.example/about',
      'Invoices to': 'invoices@bluefinch.example',
      Notes: 'Two lines\nof notes.',
    });
    await page.getByText('No contact belongs to this company yet.').waitFor();
    await page.getByText('No open issues').waitFor();
    await takePicture(visitor, 'company');
    expect(await valuesOf(page.getByRole('region', { name: 'About' }))).toMatchObject({
      'Email domains': 'bluefinch.example',
    });
  });

  test('a company that needs more than a name is asked for it where it is chosen, and what was typed there stays', async () => {
    const page = visitor.contactsPage;
    const { version, sections } = await kith.api.invokeContacts('getTemplate', { of: 'company' });
    for (const section of sections) {
      for (const field of section.kind === 'fields' ? section.fields : []) field.required = field.label === 'Website';
    }
    await kith.api.invokeContacts('updateTemplate', { of: 'company', version, sections });
    const company = page.getByRole('dialog', { name: 'Create company' });

    await keyboard.activate(visitor.entry('Contacts'));
    await keyboard.activate(page.getByRole('button', { name: 'Create contact' }));
    const contact = page.getByRole('dialog', { name: 'Create contact' });
    await keyboard.fill(contact.getByRole('textbox', { name: 'Name' }), 'Rosa Quill');
    const picker = contact.getByRole('combobox', { name: 'Company' });
    await keyboard.tabTo(picker);
    await keyboard.write('Kestrel');
    await page.getByRole('option', { name: 'Create company “Kestrel”' }).waitFor();
    await keyboard.press('Enter');
    expect(await company.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Kestrel');
    await keyboard.activate(company.getByRole('button', { name: 'Cancel' }));
    await company.waitFor({ state: 'hidden' });
    expect(await contact.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Rosa Quill');
    await keyboard.activate(contact.getByRole('button', { name: 'Cancel' }));

    const editCompany = page.getByRole('button', { name: 'Edit Company' });
    await keyboard.activate(page.getByRole('link', { name: 'Quentin Marsh' }));
    await keyboard.activate(editCompany);
    await page.getByRole('combobox', { name: 'Company' }).waitFor();
    await visitor.page.keyboard.type('Kestrel');
    await page.getByRole('option', { name: 'Create company “Kestrel”' }).waitFor();
    await keyboard.press('Enter');
    await keyboard.activate(company.getByRole('button', { name: 'Create company' }));
    await company.getByText('This field has to be filled in.').waitFor();
    await keyboard.write('https://kestrel.example');
    await keyboard.press('Enter');
    await page.getByText('Company saved.').waitFor();
    await page.getByRole('link', { name: 'Kestrel' }).waitFor();
    expect(await hasFocus(editCompany)).toBe(true);
  });
});

interface GroupInBrowser {
  querySelector(selector: ':scope > legend'): { textContent: string | null } | null;
}

/** The names of the groups that have one of their own. */
const legendsOf = (groups: GroupInBrowser[]): string[] =>
  groups.flatMap((group) => group.querySelector(':scope > legend')?.textContent ?? []);

interface RowInBrowser {
  children: Iterable<{ textContent: string | null }>;
}

/** The values that a section shows, by their names, without what only tells how to change them. */
async function valuesOf(section: Locator): Promise<Record<string, string>> {
  await section.waitFor();
  const pairs = await section.locator('dl > div').evaluateAll((rows: RowInBrowser[]) =>
    rows.map((row): [string, string] => {
      const [term = '', value = ''] = [...row.children].map(({ textContent }) => textContent ?? '');
      return [term, value.replace(new RegExp(`,? ?Edit ${term}$`), '')];
    }),
  );
  return Object.fromEntries(pairs);
}
