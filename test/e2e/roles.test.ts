import type { Role } from '../../sandbox/src/web/api-types';
import { describeInBrowser } from './support/in-browser';
import type { RunningKith } from './support/kith';
import { takePicture } from './support/screenshots';
import { onSmallSite } from './support/small-site';
import type { Visitor } from './support/visitor';

jest.setTimeout(60_000);

/** One after the other: the admin lets more and more people do more and more. */
describeInBrowser('Who may do what', () => {
  let kith: RunningKith;
  let visitor: Visitor;
  let contactId: string;
  let companyId: string;

  onSmallSite(async (site) => {
    kith = site.kith;
    visitor = await site.enter();
    const company = await kith.api.invokeContacts('createCompany', { company: { name: 'Tidewater' } });
    const contact = await kith.api.invokeContacts('createContact', {
      contact: { name: 'Quentin Marsh', companyId: company.id },
    });
    companyId = company.id;
    contactId = contact.id;
    await visitor.open('/');
  });

  /** Gives a right to a group on the page. */
  async function give(right: string, group: string): Promise<void> {
    const page = visitor.adminPage;
    const row = page.getByRole('group', { name: `Who may: ${right}` });
    await row.getByRole('radio', { name: 'Groups' }).check();
    await row.getByRole('combobox', { name: `Groups for: ${right}` }).fill(group);
    await page.getByRole('option', { name: group, exact: true }).click();
    await row.getByText(group, { exact: true }).waitFor();
  }

  async function openAccess(): Promise<void> {
    await visitor.become('admin');
    await visitor.goTo('Kith');
    await visitor.adminPage.getByRole('link', { name: 'Access' }).click();
    await visitor.adminPage.getByRole('group', { name: 'Who may: See' }).waitFor();
  }

  async function saveAccess(): Promise<void> {
    await visitor.adminPage.getByRole('button', { name: 'Save access' }).click();
    await visitor.adminPage.getByText('Access saved.').waitFor();
  }

  /** What the page offers to do, by place; `known`: what is there once the page knows what the person may do. */
  async function offered(who: Role, known: string | RegExp): Promise<Record<string, string[]>> {
    const page = visitor.contactsPage;
    await visitor.become(who);
    await visitor.openContacts();
    await page.getByText(known).first().waitFor();
    const found: Record<string, string[]> = {};
    const look = async (heading: string): Promise<void> => {
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.getByText('Quentin Marsh').first().waitFor();
      const ways = ['Create contact', 'Edit', 'Delete'].map((name) => page.getByRole('button', { name, exact: true }));
      const others = [
        page.getByRole('button', { name: /Edit Name$/ }),
        page.getByRole('checkbox', { name: 'Select Quentin Marsh' }),
        page.getByRole('link', { name: 'Templates' }),
      ];
      const names: string[] = [];
      for (const [index, name] of ['Create', 'Edit', 'Delete', 'Edit in place', 'Select', 'Templates'].entries()) {
        if ((await [...ways, ...others][index]?.count()) === 1) names.push(name);
      }
      found[heading] = names;
    };
    await look('Contacts');
    await page.getByRole('link', { name: 'Tidewater' }).click();
    await look('Tidewater');
    await page.getByRole('link', { name: 'Quentin Marsh' }).click();
    await look('Quentin Marsh');
    return found;
  }

  const calls = (): [string, object][] => [
    ['listContacts', {}],
    ['getContact', { id: contactId }],
    ['listCompanies', {}],
    ['getCompany', { id: companyId }],
    ['getTemplate', { of: 'contact' }],
    ['createContact', { contact: { name: '' } }],
    ['updateContact', { id: 'nobody', version: 1, changes: { name: 'X' } }],
    ['setCompanyOfContacts', { contacts: [{ id: 'nobody', version: 1 }], companyId: null }],
    ['createCompany', { company: { name: '' } }],
    ['updateCompany', { id: 'nobody', version: 1, changes: { name: 'X' } }],
    ['previewCompanyChanges', { companyId: 'nobody' }],
    ['deleteContact', { id: 'nobody', version: 1 }],
    ['deleteContacts', { contacts: [{ id: 'nobody', version: 1 }] }],
    ['deleteCompany', { id: 'nobody', version: 1 }],
    ['updateTemplate', { of: 'contact', version: 7, sections: [] }],
  ];
  const everything = calls().map(([key]) => key);

  /** How the app answers when it is asked past the page, through its bridge: the functions that are forbidden. */
  async function forbidden(): Promise<string[]> {
    const answers = await Promise.all(
      calls().map(async ([key, payload]): Promise<[string, string]> => {
        const answer = await visitor.askContacts(key, payload);
        return [key, answer.ok ? 'ok' : answer.error.code];
      }),
    );
    return answers.filter(([, code]) => code === 'forbidden').map(([key]) => key);
  }

  test('until the admin decides otherwise, everybody with a licence sees, edits and deletes, and only admins arrange templates', async () => {
    const { holders } = await kith.api.invokeAdmin('getAccess', {});
    expect(holders).toMatchObject({
      see: { everyone: true },
      edit: { everyone: true },
      delete: { everyone: true },
      configure: { everyone: false, groups: [] },
    });
  });

  test('the admin lets one group edit, another one delete, and nobody else see', async () => {
    await openAccess();
    await give('See', 'account-managers');
    await give('Edit', 'account-managers');
    await give('Delete', 'site-admins');
    await takePicture(visitor, 'access');
    await saveAccess();
    expect((await kith.api.invokeAdmin('getAccess', {})).holders).toMatchObject({
      see: { everyone: false, groups: [{ name: 'account-managers' }] },
      edit: { everyone: false, groups: [{ name: 'account-managers' }] },
      delete: { everyone: false, groups: [{ name: 'site-admins' }] },
    });
  });

  test('what was decided and is not saved is asked about before the window is closed', async () => {
    const page = visitor.adminPage;
    await page.getByRole('group', { name: 'Who may: Export' }).getByRole('radio', { name: 'Everyone' }).check();
    const asked = visitor.page.waitForEvent('dialog');
    await visitor.page.evaluate('void setTimeout(() => location.reload())');
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByText('Changes discarded.').waitFor();
  });

  test('somebody who may not see is told whom to ask, on the page and on issues, and gets nothing past them', async () => {
    await visitor.become('agent');
    await visitor.openContacts(`/contacts/${contactId}`);
    await visitor.contactsPage.getByText('You may not see contacts').waitFor();
    expect(await visitor.contactsPage.locator('main').textContent()).not.toContain('Quentin');
    expect(await forbidden()).toEqual(everything);
  });

  test('the account manager, whose group may, edits and does not delete', async () => {
    expect(await offered('account manager', 'You may not delete anything here.')).toEqual({
      Contacts: ['Create', 'Select'],
      Tidewater: ['Edit', 'Edit in place'],
      'Quentin Marsh': ['Edit', 'Edit in place'],
    });
    expect(await forbidden()).toEqual(['deleteContact', 'deleteContacts', 'deleteCompany', 'updateTemplate']);
  });

  test('the admin does everything', async () => {
    expect(await offered('admin', 'Select this page')).toEqual({
      Contacts: ['Create', 'Select', 'Templates'],
      Tidewater: ['Edit', 'Delete', 'Edit in place'],
      'Quentin Marsh': ['Edit', 'Delete', 'Edit in place'],
    });
    expect(await forbidden()).toEqual([]);
  });

  test('the agent, once let in, sees and changes nothing', async () => {
    await openAccess();
    await give('See', 'service-agents');
    await saveAccess();
    expect(await offered('agent', 'You may look, but not change anything here.')).toEqual({
      Contacts: [],
      Tidewater: [],
      'Quentin Marsh': [],
    });
    expect(await forbidden()).toEqual(everything.filter((key) => !/^(list|get)/.test(key)));
  });

  test('and deletes, once that group may, without editing', async () => {
    await openAccess();
    await give('Delete', 'service-agents');
    await saveAccess();
    expect(await offered('agent', 'You may not change anything here.')).toEqual({
      Contacts: ['Select'],
      Tidewater: ['Delete'],
      'Quentin Marsh': ['Delete'],
    });
    const page = visitor.contactsPage;
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No contacts yet').waitFor();
  });

  test('the admin page is for admins alone, also when its functions are asked for past it', async () => {
    await visitor.become('account manager');
    await visitor.goTo('Kith');
    await visitor.page.getByRole('heading', { name: 'Only Jira admins can open this page' }).waitFor();
    await visitor.openContacts();
    await visitor.contactsPage.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
    expect(await visitor.askContacts('updateAccess', {})).toMatchObject({ ok: false, error: { code: 'invalid' } });
    const call = {
      moduleKey: 'kith-admin',
      functionKey: 'getAccess',
      payload: {},
      extension: { type: 'jira:adminPage' },
    };
    const answer = await visitor.page.evaluate(
      `fetch('/sandbox-api/invoke', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(call))} }).then((answer) => answer.json())`,
    );
    expect(answer).toMatchObject({ result: { ok: false, error: { code: 'forbidden' } } });
  });
});
