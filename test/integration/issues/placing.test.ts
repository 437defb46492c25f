import { ROSTER } from '../../../sandbox/src/jira';
import { valueIn } from '../contacts/open-kith';
import { everyStep, helpOne, type Issues, noStep, openIssues, projects } from './support';

let kith: Issues;
beforeEach(async () => {
  kith = await openIssues();
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const agentsIssue = () => kith.report(ROSTER.agent);

describe('an issue that is created', () => {
  it('gets the contact of its reporter’s account and the company of that contact, and is found by both', async () => {
    await kith.sync();
    const acme = await kith.company('Acme');
    const dana = await kith.giveCompany(await kith.find('dana'), acme.id);
    const { key } = await kith.report(ROSTER.customer);
    expect(kith.property(key)).toEqual({
      company: { id: acme.id, name: 'Acme' },
      contact: { id: dana.id },
      chosen: 'auto',
      because: 'contact',
    });
    expect(kith.found('kithCompany = "Acme"')).toEqual([key]);
    expect(kith.found(`kithContact = "${dana.id}"`)).toEqual([key]);
    expect(kith.found(`kithCompanyId = "${acme.id}"`)).toEqual([key]);
  });

  it('costs one read of the issue and one write', async () => {
    await kith.sync();
    kith.jira.meter.reset();
    await kith.report(ROSTER.customer);
    expect(kith.issueReads).toBe(1);
    expect(kith.propertyWrites).toBe(1);
    expect(kith.jira.meter.calls).toBe(2);
  });

  it('gets the contact of a portal customer whom Kith did not know, of whom no event had told', async () => {
    await kith.sync();
    const { accountId } = kith.jira.createUser({
      displayName: 'New Customer',
      accountType: 'customer',
      email: 'new@birch.example',
    });
    const birch = await kith.company('Birch', 'birch.example');
    const { key } = await kith.report(accountId);
    const { id } = await kith.find('New Customer');
    expect(kith.property(key)).toEqual({
      company: { id: birch.id, name: 'Birch' },
      contact: { id },
      chosen: 'auto',
      because: 'domain',
    });
  });

  it('gets them while sync is off, too: by the reporter’s email, or its domain alone', async () => {
    const acme = await kith.company('Acme', 'bluefinch.example');
    const first = await kith.report(ROSTER.customer);
    const company = { id: acme.id, name: 'Acme' };
    expect(kith.property(first.key)).toEqual({ company, chosen: 'auto', because: 'domain' });
    const typed = { name: 'Dana', email: 'Dana@Bluefinch.example' };
    const { id } = valueIn(await kith.contacts('createContact', { contact: typed }));
    const second = await kith.report(ROSTER.customer);
    expect(kith.property(second.key)).toEqual({ company, contact: { id }, chosen: 'auto', because: 'domain' });
  });

  it('is not written to when nothing is found, nor when an app reported it', async () => {
    const { key } = await kith.report(ROSTER.customer);
    expect(kith.property(key)).toBeUndefined();
    kith.jira.meter.reset();
    await kith.report(ROSTER.app);
    expect(kith.jira.meter.calls).toBe(0);
  });

  it('is not written to again when nothing differs', async () => {
    await kith.sync();
    const { key } = await kith.report(ROSTER.customer);
    await kith.changeReporter(key, ROSTER.customer);
    expect(kith.issueReads).toBe(2);
    expect(kith.propertyWrites).toBe(1);
  });

  it('has the same in the end when its event comes twice', async () => {
    await kith.sync();
    kith.sandbox.faults.set({ eventRepeated: 1 });
    const { key } = await kith.report(ROSTER.customer);
    expect(kith.property(key)).toEqual({ contact: { id: (await kith.find('dana')).id }, chosen: 'auto' });
  });

  it('has nothing about people in its property but the id of a contact', async () => {
    await kith.sync();
    const { key } = await kith.report(ROSTER.customer);
    const text = JSON.stringify(kith.property(key));
    for (const personal of ['Dana', 'Okafor', '@', ROSTER.customer]) expect(text).not.toContain(personal);
  });
});

describe('a change of reporter', () => {
  it('gives the issue what the new reporter leads to', async () => {
    await kith.sync();
    const acme = await kith.company('Acme', 'bluefinch.example');
    const { key } = await kith.report(ROSTER.customer);
    expect(kith.property(key)?.company?.id).toBe(acme.id);
    await kith.changeReporter(key, ROSTER.agent);
    const bruno = await kith.find('bruno');
    expect(kith.property(key)).toEqual({ contact: { id: bruno.id }, chosen: 'auto' });
    expect(kith.found('kithCompany = "Acme"')).toEqual([]);
  });

  it('to nobody, or to an app, leaves nothing', async () => {
    await kith.sync();
    for (const reporter of [undefined, ROSTER.app]) {
      const { key } = await kith.report(ROSTER.customer);
      await kith.changeReporter(key, reporter);
      expect(kith.property(key)).toEqual({ chosen: 'auto' });
    }
  });

  it('leaves a company that a person chose, and the choice is still marked', async () => {
    await kith.sync();
    const acme = await kith.company('Acme');
    valueIn(await kith.panel('setIssueCompany', { companyId: acme.id }, helpOne));
    await kith.changeReporter('HELP-1', ROSTER.agent);
    const bruno = await kith.find('bruno');
    expect(kith.property('HELP-1')).toEqual({
      company: { id: acme.id, name: 'Acme' },
      contact: { id: bruno.id },
      chosen: 'manual',
      because: 'manual',
    });
  });

  it('leaves a company that a person chose while the issue was waiting to be looked at', async () => {
    await kith.sync();
    await kith.company('Bluefinch', 'bluefinch.example');
    const acme = await kith.company('Acme');
    const { id, key } = kith.jira.createIssue({ projectKey: 'HELP', summary: 'Broken', reporter: ROSTER.customer });
    valueIn(await kith.panel('setIssueCompany', { companyId: acme.id }, { id, key }));
    await kith.idle();
    expect(kith.property(key)).toMatchObject({ company: { id: acme.id }, chosen: 'manual' });
  });

  it('is the only change of an issue that Kith looks at', async () => {
    await kith.sync();
    kith.jira.meter.reset();
    kith.jira.renameIssue('HELP-1', 'Another summary', ROSTER.agent);
    kith.jira.transitionIssue('HELP-1', 'Done', ROSTER.agent);
    await kith.idle();
    expect(kith.jira.meter.calls).toBe(0);
  });
});

describe('the steps of a project', () => {
  it('are taken for its issues only', async () => {
    await kith.sync();
    await kith.company('Harbourlight', 'harbourlight.example');
    await kith.steps(everyStep, { ...projects.ops, steps: { ...everyStep, domain: false } });
    const help = await kith.report(ROSTER.agent, 'HELP');
    const ops = await kith.report(ROSTER.agent, 'OPS');
    expect(kith.property(help.key)).toMatchObject({ because: 'domain' });
    expect(kith.property(ops.key)).toEqual({ contact: { id: (await kith.find('bruno')).id }, chosen: 'auto' });
  });

  it('none: nothing is written there, also when somebody opens an issue or chooses a contact', async () => {
    await kith.sync();
    await kith.steps(everyStep, { ...projects.help, steps: noStep });
    const { id, key } = await agentsIssue();
    expect(await kith.view({ id, key })).toMatchObject({ chosen: 'reporter', contact: { name: 'Bruno Keller' } });
    const dana = await kith.find('dana');
    valueIn(await kith.panel('linkIssueContact', { contactId: dana.id }, { id, key }));
    await kith.idle();
    expect(kith.property(key)).toBeUndefined();
    expect(kith.propertyWrites).toBe(0);
  });
});

describe('what could not be done at once', () => {
  const lost = async (work: () => Promise<unknown>) => {
    kith.sandbox.faults.set({ eventLost: 1 });
    await work();
    kith.sandbox.quiet();
  };

  it('because an event was lost is made up for when somebody opens the issue', async () => {
    await kith.sync();
    let issue = helpOne;
    await lost(async () => {
      issue = await agentsIssue();
    });
    expect(kith.property(issue.key)).toBeUndefined();
    await kith.view(issue);
    await kith.idle();
    expect(kith.property(issue.key)).toMatchObject({ chosen: 'auto' });
    kith.jira.meter.reset();
    await kith.view(issue);
    await kith.idle();
    expect(kith.propertyWrites).toBe(0);
    expect(kith.issueReads).toBe(1);
  });

  it.each(['burst', 'per-issue', 'quota', 'gateway', 'unavailable'] as const)(
    'because Jira refused (%s) is done later, and the refusal is kept to',
    async (kind) => {
      await kith.sync();
      kith.jira.throttle({ kind, seconds: 600, endpoint: 'PUT /issue/{issueIdOrKey}/properties/{propertyKey}' });
      const issue = kith.jira.createIssue({ projectKey: 'HELP', summary: 'Broken', reporter: ROSTER.customer });
      await kith.sandbox.passTime(60_000);
      expect(kith.property(issue.key)).toBeUndefined();
      await kith.idle();
      await kith.sandbox.passTime(3 * 3_600_000);
      expect(kith.property(issue.key)).toMatchObject({ chosen: 'auto' });
      expect(kith.propertyWrites).toBeLessThan(8);
    },
  );

  it('because the points of the hour are spent waits for the next hour', async () => {
    kith.sandbox.dispose();
    kith = await openIssues({ variables: { POINTS_PER_SITE: '40' } });
    await kith.company('Acme', 'bluefinch.example');
    kith.jira.meter.reset();
    const issues = Array.from({ length: 20 }, () =>
      kith.jira.createIssue({ projectKey: 'HELP', summary: 'Broken', reporter: ROSTER.customer }),
    );
    await kith.sandbox.passTime(120_000);
    const placed = () => issues.filter(({ key }) => kith.property(key) !== undefined).length;
    expect(placed()).toBeGreaterThan(0);
    expect(placed()).toBeLessThan(20);
    await kith.idle();
    expect(placed()).toBe(20);
  });

  it('because sync could not read the reporter is done once it could', async () => {
    await kith.sync();
    const { accountId } = kith.jira.createUser({
      displayName: 'New Customer',
      accountType: 'customer',
      email: 'new@birch.example',
    });
    kith.jira.throttle({ kind: 'unavailable', seconds: 45, headers: false, endpoint: 'GET /user' });
    const { key } = await kith.report(accountId);
    expect(kith.property(key)).toMatchObject({ contact: { id: (await kith.find('New Customer')).id } });
  });
});
