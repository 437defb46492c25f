import { ROSTER } from '../../../sandbox/src/jira';
import { codeOf, type Kith, openKith, valueIn } from './open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith();
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const helpOne = { id: '10001', key: 'HELP-1' };
const panel = async (issue: unknown = helpOne) => valueIn(await kith.panel('getIssueContact', {}, issue));

describe('the contact of an issue', () => {
  it('is none while nobody is linked; the reporter is named all the same', async () => {
    expect(await panel()).toEqual({
      issueKey: 'HELP-1',
      reporter: { accountId: ROSTER.customer, name: 'Dana Okafor', email: 'dana@bluefinch.example' },
      chosen: 'none',
      panelFields: [],
      mayEdit: true,
    });
  });

  it('is the reporter’s, with the company', async () => {
    await kith.sync();
    const company = valueIn(await kith.contacts('createCompany', { company: { name: 'Bluefinch' } }));
    const dana = await kith.find('dana');
    const changed = { id: dana.id, version: dana.version, changes: { companyId: company.id } };
    const contact = valueIn(await kith.contacts('updateContact', changed));
    expect(await panel()).toEqual({
      issueKey: 'HELP-1',
      reporter: { accountId: ROSTER.customer, name: 'Dana Okafor', email: 'dana@bluefinch.example' },
      contact,
      contactBecause: 'account',
      company,
      companyBecause: 'contact',
      chosen: 'reporter',
      panelFields: [],
      mayEdit: true,
    });
  });

  it('costs one request to Jira and at most three to storage, once the caller is known', async () => {
    await kith.sync();
    await panel();
    const jira = jest.spyOn(kith.sandbox.jira, 'handle');
    const storage = jest.spyOn(kith.sandbox.storage, 'handle');
    await panel();
    const read = '/rest/api/3/issue/10001?fields=reporter,project&properties=kith';
    expect(jira.mock.calls.map(([request]) => request.path)).toEqual([read]);
    expect(storage.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('of an issue without a reporter is none', async () => {
    kith.sandbox.jira.changeReporter('HELP-1', undefined);
    expect(await panel()).toEqual({ issueKey: 'HELP-1', chosen: 'none', panelFields: [], mayEdit: true });
  });

  it('is found soon after a reporter whom sync does not know yet was seen', async () => {
    await kith.sync();
    kith.sandbox.faults.set({ eventLost: 1 });
    const { accountId } = kith.sandbox.jira.createUser({
      displayName: 'New Customer',
      accountType: 'customer',
      email: 'new@customer.example',
    });
    kith.sandbox.jira.changeReporter('HELP-1', accountId);
    kith.sandbox.quiet();
    expect((await panel()).chosen).toBe('none');
    await kith.sandbox.settle();
    expect(await panel()).toMatchObject({ chosen: 'reporter', contact: { name: 'New Customer', synced: true } });
  });

  it('is still the reporter’s after turning off, as a regular contact, unless a person gave it another email', async () => {
    await kith.sync();
    const dana = await kith.find('dana');
    await kith.turnOff();
    expect(await panel()).toMatchObject({ chosen: 'reporter', contact: { id: dana.id, synced: false } });
    await kith.sandbox.settle();
    expect(await panel()).toMatchObject({ chosen: 'reporter', contact: { id: dana.id, synced: false } });
    const other = { id: dana.id, version: dana.version, changes: { email: 'other@example.com' } };
    valueIn(await kith.contacts('updateContact', other));
    expect(await panel()).toMatchObject({ chosen: 'none' });
  });
});

describe('choosing a contact for an issue', () => {
  it('puts it in place of the reporter’s, for this issue only, until it is taken back', async () => {
    await kith.sync();
    const mine = valueIn(await kith.panel('createContactForIssue', { contact: { name: 'Mine' } }, helpOne));
    const chosen = valueIn(await kith.panel('linkIssueContact', { contactId: mine.id }, helpOne));
    expect(chosen).toMatchObject({ chosen: 'manual', contact: mine, reporter: { accountId: ROSTER.customer } });
    expect(await panel()).toEqual(chosen);
    expect(await panel({ key: 'HELP-1' })).toEqual(chosen);
    expect(await panel({ id: '10002', key: 'HELP-2' })).toMatchObject({ chosen: 'reporter' });
    expect(valueIn(await kith.panel('linkIssueContact', { contactId: mine.id }, helpOne))).toEqual(chosen);

    const back = valueIn(await kith.panel('unlinkIssueContact', {}, helpOne));
    expect(back).toMatchObject({ chosen: 'reporter', contact: { name: 'Dana Okafor' } });
    expect(valueIn(await kith.panel('unlinkIssueContact', {}, helpOne))).toEqual(back);
  });

  it('takes only a contact that exists', async () => {
    for (const contactId of ['none', 'a/b', 'é']) {
      expect(codeOf(await kith.panel('linkIssueContact', { contactId }, helpOne))).toBe('not-found');
    }
  });

  it('ends when that contact is deleted', async () => {
    const { id } = valueIn(await kith.contacts('createContact', { contact: { name: 'Mine' } }));
    valueIn(await kith.panel('linkIssueContact', { contactId: id }, helpOne));
    valueIn(await kith.contacts('deleteContact', { id, version: 1 }));
    expect(await panel()).toMatchObject({ chosen: 'none' });
  });

  it('can begin with a search, in the panel', async () => {
    await kith.sync();
    const found = valueIn(await kith.panel('findContactsForIssue', { search: 'dana' }, helpOne));
    expect(found.items.map((contact) => contact.name)).toEqual(['Dana Okafor']);
  });
});

describe('an issue that the caller cannot see', () => {
  const functions = [
    ['getIssueContact', {}],
    ['linkIssueContact', { contactId: 'x' }],
    ['unlinkIssueContact', {}],
    ['findContactsForIssue', {}],
    ['createContactForIssue', { contact: { name: 'A' } }],
  ] as const;

  it.each(functions)('is not-found for %s', async (name, payload) => {
    const issue = kith.sandbox.jira.findIssue('BOARD-1');
    expect(issue).toBeDefined();
    const { id, key } = issue ?? {};
    expect(codeOf(await kith.panel(name, payload, { id, key }))).toBe('not-found');
    expect(codeOf(await kith.panel(name, payload, { id: '999999', key: 'HELP-1' }))).toBe('not-found');
  });

  it.each(functions)(
    'or that is named by junk is not-found for %s, and Jira is not asked for it',
    async (name, payload) => {
      await panel();
      const jira = jest.spyOn(kith.sandbox.jira, 'handle');
      const junk = [
        undefined,
        null,
        7,
        'HELP-1',
        {},
        { id: 10001 },
        { id: '../myself' },
        { id: '1%2E%2E' },
        { id: '', key: '../../serverInfo' },
        { key: 'HELP-1/../../myself' },
        { key: 'HELP-1?fields=*all' },
        { key: 'HELP-1\n' },
      ];
      for (const issue of junk) expect(codeOf(await kith.panel(name, payload, issue))).toBe('not-found');
      const asked = new Set(jira.mock.calls.map(([{ path }]) => path));
      asked.delete('/rest/api/3/myself?expand=groups,applicationRoles');
      expect([...asked]).toEqual([]);
    },
  );

  it('is seen by those who may', async () => {
    const { id, key } = kith.sandbox.jira.findIssue('BOARD-1') ?? {};
    expect(codeOf(await kith.panel('getIssueContact', {}, { id, key }, ROSTER.admin))).toBe('ok');
  });
});
