import { ROSTER } from '../../../sandbox/src/jira';
import type { TemplateField } from '../../../src/contract';
import { codeOf, directoryOf, valueIn } from '../contacts/open-kith';
import { helpOne, type Issues, openIssues } from './support';

let kith: Issues;
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

async function open(...options: Parameters<typeof openIssues>): Promise<void> {
  kith = await openIssues(...options);
}

describe('why the panel shows what it shows', () => {
  it('the reporter’s account, and the contact’s company', async () => {
    await open();
    await kith.sync();
    await kith.giveCompany(await kith.find('dana'), (await kith.company('Acme')).id);
    expect(await kith.view()).toMatchObject({
      chosen: 'reporter',
      contactBecause: 'account',
      company: { name: 'Acme' },
      companyBecause: 'contact',
    });
  });

  it('the reporter’s email, and its domain, while sync is off', async () => {
    await open();
    await kith.company('Bluefinch', 'bluefinch.example');
    const typed = { name: 'Dana', email: 'dana@bluefinch.example' };
    valueIn(await kith.panel('createContactForIssue', { contact: typed }, helpOne));
    expect(await kith.view()).toMatchObject({
      chosen: 'reporter',
      contact: { name: 'Dana', synced: false },
      contactBecause: 'email',
      company: { name: 'Bluefinch' },
      companyBecause: 'domain',
    });
    await kith.idle();
    expect(kith.property('HELP-1')).toMatchObject({ company: { name: 'Bluefinch' }, because: 'domain' });
  });

  it('what a person chose', async () => {
    await open();
    await kith.sync();
    const bruno = await kith.find('bruno');
    valueIn(await kith.panel('linkIssueContact', { contactId: bruno.id }, helpOne));
    valueIn(await kith.panel('setIssueCompany', { companyId: null }, helpOne));
    const view = await kith.view();
    expect(view).toMatchObject({ chosen: 'manual', contactBecause: 'manual', companyBecause: 'none' });
    expect(view.company).toBeUndefined();
  });
});

describe('a contact that a person chose', () => {
  it('gets onto the issue, with its company, and goes from it when it is taken back', async () => {
    await open();
    await kith.sync();
    const harbour = await kith.company('Harbourlight', 'harbourlight.example');
    const bruno = await kith.find('bruno');
    valueIn(await kith.panel('linkIssueContact', { contactId: bruno.id }, helpOne));
    await kith.idle();
    expect(kith.property('HELP-1')).toEqual({
      company: { id: harbour.id, name: 'Harbourlight' },
      contact: { id: bruno.id },
      chosen: 'auto',
      because: 'domain',
    });
    valueIn(await kith.panel('unlinkIssueContact', {}, helpOne));
    await kith.idle();
    expect(kith.property('HELP-1')).toEqual({ contact: { id: (await kith.find('dana')).id }, chosen: 'auto' });
  });
});

describe('the company of an issue', () => {
  it('is chosen by hand, found by JQL at once, and given back', async () => {
    await open();
    await kith.sync();
    const acme = await kith.company('Acme');
    const [found] = valueIn(await kith.panel('findCompaniesForIssue', { search: 'acm' }, helpOne)).items;
    expect(found).toEqual(acme);
    const chosen = valueIn(await kith.panel('setIssueCompany', { companyId: acme.id }, helpOne));
    expect(chosen).toMatchObject({ company: { id: acme.id }, companyBecause: 'manual', mayEdit: true });
    expect(await kith.view()).toEqual(chosen);
    await kith.idle();
    expect(kith.found('kithCompany = "Acme"')).toEqual(['HELP-1']);

    const back = valueIn(await kith.panel('unsetIssueCompany', {}, helpOne));
    expect(back.company).toBeUndefined();
    expect(back.companyBecause).toBeUndefined();
    await kith.idle();
    expect(kith.found('kithCompany = "Acme"')).toEqual([]);
    expect(kith.found(`kithContact = "${(await kith.find('dana')).id}"`)).toEqual(['HELP-1']);
  });

  it('is written as the person who chooses, so that who may not edit the issue in Jira may not choose', async () => {
    await open();
    const acme = await kith.company('Acme');
    const { jira } = kith;
    const real = jira.handle.bind(jira);
    const identities: unknown[] = [];
    jest.spyOn(jira, 'handle').mockImplementation((request, identity, ...rest) => {
      if (request.method !== 'PUT') return real(request, identity, ...rest);
      identities.push(identity);
      return { status: 403, body: { errorMessages: ['You do not have permission to edit issues.'], errors: {} } };
    });
    expect(codeOf(await kith.panel('setIssueCompany', { companyId: acme.id }, helpOne))).toBe('forbidden');
    expect(identities).toEqual([{ as: 'user', accountId: ROSTER.agent }]);
    expect(kith.property('HELP-1')).toBeUndefined();
  });

  it('is one that exists', async () => {
    await open();
    for (const companyId of ['none', 'a/b', 'é']) {
      expect(codeOf(await kith.panel('setIssueCompany', { companyId }, helpOne))).toBe('not-found');
    }
  });

  it('is not believed where the property names a company or a contact that is none, or is no property of Kith', async () => {
    await open();
    const path = '/rest/api/3/issue/HELP-1/properties/kith';
    const put = (value: unknown) =>
      kith.jira.handle({ method: 'PUT', path, headers: {}, body: JSON.stringify(value) }, { as: 'app' }, [
        'write:jira-work',
      ]);
    const forged = [
      { chosen: 'manual', because: 'manual', company: { id: 'none', name: 'Forged' }, contact: { id: 'none' } },
      { chosen: 'manual', because: 'manual', company: { id: '../x y', name: 'Forged' } },
      { company: 7 },
      'Forged',
    ];
    for (const value of forged) {
      put(value);
      const view = await kith.view();
      expect(JSON.stringify(view)).not.toContain('Forged');
      expect(view).toMatchObject({ chosen: 'none' });
      await kith.idle();
    }
  });
});

describe('the fields of the panel', () => {
  it('are those of contacts that the admin chose, in the order of the template', async () => {
    await open();
    await kith.sync();
    const field = (id: string, onPanel?: boolean): TemplateField => ({
      id,
      kind: 'text',
      label: id,
      required: false,
      ...(onPanel === undefined ? {} : { onPanel }),
    });
    const sections = [
      { id: 'one', kind: 'fields' as const, title: 'One', fields: [field('role', true), field('notes')] },
      { id: 'two', kind: 'fields' as const, title: 'Two', fields: [field('tier', true)] },
      { id: 'synced' as const, kind: 'synced' as const },
    ];
    valueIn(await kith.admin('updateTemplate', { of: 'contact', version: 0, sections }));
    expect((await kith.view()).panelFields?.map(({ id }) => id)).toEqual(['role', 'tier']);
  });
});

describe('what a caller may do', () => {
  it('is told: whoever may not edit contacts does not choose', async () => {
    await open({ directory: directoryOf({ accountId: 'reader', displayName: 'Reader' }) });
    const everyone = { everyone: true as const };
    const nobody = { everyone: false as const, groups: [] };
    const rest = { delete: nobody, import: nobody, export: nobody, configure: nobody };
    valueIn(await kith.admin('updateAccess', { version: 0, holders: { see: everyone, edit: nobody, ...rest } }));
    expect((await kith.view(helpOne, 'reader')).mayEdit).toBe(false);
    expect((await kith.view(helpOne, ROSTER.admin)).mayEdit).toBe(true);
    const jira = jest.spyOn(kith.jira, 'handle');
    await kith.view(helpOne, 'reader');
    expect(jira.mock.calls).toHaveLength(1);
  });
});

describe('the costs of opening a panel', () => {
  it('are one read of Jira and at most three requests to storage, with two accounts and a company, before and after the issue was placed', async () => {
    await open({
      directory: directoryOf({ accountId: 'dana2', displayName: 'Dana Two', email: 'dana@bluefinch.example' }),
    });
    await kith.sync();
    await kith.giveCompany(await kith.find('dana'), (await kith.company('Acme', 'bluefinch.example')).id);
    await kith.view({ id: '10003', key: 'OPS-1' });
    await kith.sandbox.passTime(10_000);
    for (const placed of [false, true]) {
      expect(kith.property('HELP-1') !== undefined).toBe(placed);
      const jira = jest.spyOn(kith.jira, 'handle').mockClear();
      const storage = jest.spyOn(kith.sandbox.storage, 'handle').mockClear();
      const view = await kith.view();
      expect(jira.mock.calls.map(([, identity]) => identity.as)).toEqual(['user']);
      expect(storage.mock.calls.length).toBeLessThanOrEqual(3);
      expect(view).toMatchObject({ company: { name: 'Acme' }, contact: { otherJiraUsers: [expect.anything()] } });
      await kith.idle();
      await kith.sandbox.passTime(10_000);
    }
  });
});

describe('participants of a request', () => {
  it('are told with their contacts', async () => {
    await open();
    await kith.sync();
    kith.jira.setRequestParticipants('HELP-1', [ROSTER.agent, ROSTER.accountManager]);
    const bruno = await kith.find('bruno');
    const { items } = valueIn(await kith.panel('listParticipants', {}, helpOne));
    expect(items).toContainEqual({ accountId: ROSTER.agent, name: 'Bruno Keller', contactId: bruno.id });
    expect(items.map(({ name }) => name).sort()).toEqual(['Bruno Keller', 'Chiara Rossi']);
  });

  it('have no contact before sync made one', async () => {
    await open();
    kith.jira.setRequestParticipants('HELP-1', [ROSTER.agent]);
    expect(valueIn(await kith.panel('listParticipants', {}, helpOne)).items).toEqual([
      { accountId: ROSTER.agent, name: 'Bruno Keller' },
    ]);
  });

  it('are none on an issue that is no request, and on a site without service management', async () => {
    await open();
    const ops = { id: '10003', key: 'OPS-1' };
    expect(valueIn(await kith.panel('listParticipants', {}, ops)).items).toEqual([]);
    kith.sandbox.dispose();
    await open({ jira: { serviceManagement: false } });
    expect(valueIn(await kith.panel('listParticipants', {}, helpOne)).items).toEqual([]);
  });
});

describe('other issues of the same contact', () => {
  /** Two issues of the help desk by Dana, and one of operations. */
  const few = { jira: { issues: 3 } };

  it('are those of its accounts and those that have it, the latest change first, without this one', async () => {
    await open(few);
    await kith.sync();
    const dana = await kith.find('dana');
    const linked = await kith.report(ROSTER.agent);
    valueIn(await kith.panel('linkIssueContact', { contactId: dana.id }, linked));
    await kith.idle();
    const { items, jql } = valueIn(await kith.panel('listIssuesOfIssueContact', {}, helpOne));
    expect(items[0]).toMatchObject({ key: linked.key, summary: 'Broken', status: 'Open', statusCategory: 'new' });
    expect(items.map(({ key }) => key).sort()).toEqual(['HELP-2', linked.key].sort());
    expect(kith.found(jql).sort()).toEqual(['HELP-2', linked.key].sort());
  });

  it('are ten at most, and only those that the caller may see', async () => {
    await open(few);
    await kith.sync();
    const many = Array.from({ length: 12 }, () => ({ projectKey: 'HELP', summary: 'x', reporter: ROSTER.customer }));
    kith.jira.addIssues([...many, { projectKey: 'BOARD', summary: 'Secret', reporter: ROSTER.customer }]);
    const { items, jql } = valueIn(await kith.panel('listIssuesOfIssueContact', {}, helpOne));
    expect(items).toHaveLength(10);
    expect(items.some(({ summary }) => summary === 'Secret')).toBe(false);
    expect(kith.found(jql)).toHaveLength(13);
    expect(kith.found(jql, ROSTER.admin)).toHaveLength(14);
  });

  it('are the reporter’s where there is no contact, and none without a reporter', async () => {
    await open(few);
    const { items } = valueIn(await kith.panel('listIssuesOfIssueContact', {}, helpOne));
    expect(items.map(({ key }) => key)).toEqual(['HELP-2']);
    await kith.changeReporter('HELP-1', undefined);
    expect(valueIn(await kith.panel('listIssuesOfIssueContact', {}, helpOne)).items).toEqual([]);
  });
});

describe('a reporter who was changed meanwhile', () => {
  it('is noticed by each call, whatever the page showed', async () => {
    await open();
    await kith.sync();
    expect((await kith.view()).reporter?.accountId).toBe(ROSTER.customer);
    kith.sandbox.faults.set({ eventLost: 1 });
    kith.jira.changeReporter('HELP-1', ROSTER.agent, ROSTER.admin);
    kith.sandbox.quiet();
    expect(await kith.view()).toMatchObject({
      reporter: { accountId: ROSTER.agent },
      contact: { name: 'Bruno Keller' },
    });
    const chosen = valueIn(await kith.panel('setIssueCompany', { companyId: null }, helpOne));
    expect(chosen).toMatchObject({ contact: { name: 'Bruno Keller' } });
    expect(kith.property('HELP-1')?.contact?.id).toBe((await kith.find('bruno')).id);
  });
});
