import { ROSTER } from '../../../sandbox/src/jira';
import type { IssueChanges } from '../../../src/contract';
import { codeOf, valueIn } from '../contacts/open-kith';
import { minute, type Site, syncedSite, user } from '../sync/open-site';
import { writeProperty } from './issue-property';

const customers = ['ann', 'ben'].map((name) =>
  user(`qm:${name}`, { accountType: 'customer', displayName: name, groups: [] }),
);

let site: Site;
let acme: string;
afterEach(() => {
  site.sandbox.expectNoProblems();
  site.sandbox.dispose();
});

/** Ann, and Ben, with so many open issues that were there before Kith. */
async function open(issues: { ann?: number; ben?: number } = {}, options: Parameters<typeof syncedSite>[1] = {}) {
  site = await syncedSite(customers, { ...options, jira: { issues: 0, ...options.jira } });
  acme = valueIn(await site.contacts('createCompany', { company: { name: 'Acme' } })).id;
  for (const [name, count] of Object.entries(issues)) report(name, count);
}

function report(name: string, count: number, projectKey = 'HELP'): string[] {
  const issues = Array.from({ length: count }, (_, nth) => ({ projectKey, summary: `${nth}`, reporter: `qm:${name}` }));
  return site.jira.addIssues(issues).map(({ key }) => key);
}

const contactId = async (name: string) => (await site.contactOf(`qm:${name}`))?.id ?? '';

async function giveCompany(name: string, companyId: string | null): Promise<void> {
  const { id = '', version = 0 } = (await site.contactOf(`qm:${name}`)) ?? {};
  valueIn(await site.contacts('updateContact', { id, version, changes: { companyId } }));
}

type Scope = { contactId: string } | { companyId: string };

async function preview(scope: Scope): Promise<IssueChanges> {
  valueIn(await site.contacts('previewIssueChanges', scope));
  await site.sandbox.settle();
  return changesOf(scope);
}

async function changesOf(scope: Scope): Promise<IssueChanges> {
  const { changes } = valueIn(await site.contacts('getIssueChanges', scope));
  if (changes === undefined) throw new Error('There are no changes.');
  return changes;
}

async function take(step: 'applyIssueChanges' | 'undoIssueChanges', scope: Scope): Promise<IssueChanges> {
  valueIn(await site.contacts(step, { id: (await changesOf(scope)).id }));
  await site.sandbox.settle();
  return changesOf(scope);
}

const propertyOf = (key: string) => site.jira.issueProperty(key, 'kith');
const found = (jql: string) => site.jira.searchIssues(jql, { visibleTo: ROSTER.agent }).total;

describe('the open issues of a contact', () => {
  it('are counted, then follow its company, then have again what they had', async () => {
    await open({ ann: 250, ben: 50 });
    await giveCompany('ann', acme);
    const id = await contactId('ann');
    const scope = { contactId: id };
    expect(await preview(scope)).toMatchObject({
      ...{ contactId: id, state: 'ready', seen: 250, count: 250, applied: 0, undone: 0, leftAlone: 0 },
      examples: Array.from({ length: 20 }, () => ({ issueKey: expect.stringMatching(/^HELP-/), to: 'Acme' })),
    });
    expect(propertyOf('HELP-1')).toBeUndefined();

    const applied = await take('applyIssueChanges', scope);
    expect(applied).toMatchObject({ state: 'applied', seen: 250, count: 250, applied: 250, leftAlone: 0 });
    expect(propertyOf('HELP-1')).toEqual({
      company: { id: acme, name: 'Acme' },
      contact: { id },
      chosen: 'auto',
      because: 'contact',
      changes: applied.id,
    });
    expect([found('kithCompany = "Acme"'), found(`kithChanges = "${applied.id}"`)]).toEqual([250, 250]);

    const undone = await take('undoIssueChanges', scope);
    expect(undone).toMatchObject({ state: 'undone', applied: 250, undone: 250, leftAlone: 0 });
    expect(propertyOf('HELP-1')).toEqual({ chosen: 'auto', changes: `${applied.id}.undone` });
    expect([found('kithCompany = "Acme"'), found(`kithChanges = "${applied.id}"`)]).toEqual([0, 0]);
  });

  it('leave out those that are done, that are others’, and that have it already', async () => {
    await open({ ann: 3, ben: 2 });
    site.jira.transitionIssue('HELP-1', 'Done');
    await site.sandbox.settle();
    const scope = { contactId: await contactId('ann') };
    await preview(scope);
    expect(await take('applyIssueChanges', scope)).toMatchObject({ seen: 2, applied: 2 });
    await giveCompany('ann', acme);
    report('ann', 1);
    writeProperty(site.jira, 'HELP-2', {
      ...(propertyOf('HELP-2') as object),
      company: { id: acme, name: 'Acme' },
      because: 'contact',
    });
    await site.sandbox.settle();
    expect(await preview(scope)).toMatchObject({ seen: 3, count: 2 });
  });

  it('keep what a person chose, before the preview, before the change and before its undoing', async () => {
    await open({ ann: 4 });
    await giveCompany('ann', acme);
    const other = valueIn(await site.contacts('createCompany', { company: { name: 'Other' } })).id;
    const contact = { id: await contactId('ann') };
    const chosen = { company: { id: other, name: 'Other' }, contact, chosen: 'manual', because: 'manual' };
    writeProperty(site.jira, 'HELP-1', chosen);
    await site.sandbox.settle();
    const scope = { contactId: contact.id };
    expect(await preview(scope)).toMatchObject({ seen: 4, count: 3 });
    writeProperty(site.jira, 'HELP-2', chosen);
    const applied = await take('applyIssueChanges', scope);
    expect(applied).toMatchObject({ state: 'applied', count: 3, applied: 2, leftAlone: 1 });
    writeProperty(site.jira, 'HELP-3', chosen);
    expect(await take('undoIssueChanges', scope)).toMatchObject({ state: 'undone', undone: 1, leftAlone: 1 });
    for (const key of ['HELP-1', 'HELP-2', 'HELP-3']) expect([key, propertyOf(key)]).toEqual([key, chosen]);
  });

  it('are decided anew when they are changed: another reporter since the preview brings another company', async () => {
    await open({ ann: 3 });
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    await preview(scope);
    const property = { company: { id: acme, name: 'Acme' }, contact: { id: scope.contactId }, chosen: 'auto' };
    site.jira.changeReporter('HELP-2', 'qm:ben');
    writeProperty(site.jira, 'HELP-2', { ...property, because: 'contact' });
    await take('applyIssueChanges', scope);
    expect(propertyOf('HELP-1')).toMatchObject(property);
    expect(propertyOf('HELP-2')).toMatchObject({ contact: { id: await contactId('ben') }, chosen: 'auto' });
    expect(propertyOf('HELP-2')).not.toHaveProperty('company');
  });
});

describe('the open issues of a company', () => {
  it('are those of its contacts, in any number, and those that have it', async () => {
    await open({ ann: 130, ben: 20 });
    await giveCompany('ann', acme);
    await giveCompany('ben', acme);
    const scope = { companyId: acme };
    expect(await preview(scope)).toMatchObject({ seen: 150, count: 150 });
    expect(await take('applyIssueChanges', scope)).toMatchObject({ applied: 150 });
    const other = valueIn(await site.contacts('createCompany', { company: { name: 'Other' } })).id;
    await giveCompany('ben', other);
    await site.sandbox.settle();
    expect(await preview(scope)).toMatchObject({ seen: 150, count: 20 });
    expect((await changesOf(scope)).examples[0]).toMatchObject({ from: 'Acme', to: 'Other' });
    expect(await preview({ companyId: other })).toMatchObject({ seen: 20, count: 20 });
    await take('applyIssueChanges', { companyId: other });
    expect([found('kithCompany = "Acme"'), found('kithCompany = "Other"')]).toEqual([130, 20]);
  });

  it('follow its new name, also where a person chose it', async () => {
    await open({ ann: 2 });
    await giveCompany('ann', acme);
    const contact = { id: await contactId('ann') };
    writeProperty(site.jira, 'HELP-1', {
      company: { id: acme, name: 'Acme' },
      contact,
      chosen: 'manual',
      because: 'manual',
    });
    await site.sandbox.settle();
    const scope = { companyId: acme };
    await preview(scope);
    await take('applyIssueChanges', scope);
    valueIn(await site.contacts('updateCompany', { id: acme, version: 1, changes: { name: 'Ajax' } }));
    expect(await preview(scope)).toMatchObject({ count: 2, examples: [{ from: 'Acme', to: 'Ajax' }, {}] });
    await take('applyIssueChanges', scope);
    expect(propertyOf('HELP-1')).toMatchObject({ company: { name: 'Ajax' }, chosen: 'manual' });
    expect(found('kithCompany = "Ajax"')).toBe(2);
  });
});

describe('all open issues', () => {
  it('are seen to by an admin, except in projects for which no step is taken', async () => {
    await open({ ann: 110, ben: 10 });
    await giveCompany('ann', acme);
    report('ann', 5, 'OPS');
    const steps = { account: true, email: true, 'contact-company': true, domain: true };
    const none = { account: false, email: false, 'contact-company': false, domain: false };
    const projects = [{ id: '10000', key: 'OPS', name: 'Operations', steps: none }];
    valueIn(await site.admin('updateIssueSettings', { version: 0, steps, projects }));
    const { id } = valueIn(await site.admin('previewIssueChanges', {}));
    await site.sandbox.settle();
    const changes = async () => valueIn(await site.admin('getIssueChanges', {})).changes;
    expect(await changes()).toMatchObject({ id, state: 'ready', seen: 120, count: 120 });
    valueIn(await site.admin('applyIssueChanges', { id }));
    await site.sandbox.settle();
    expect(await changes()).toMatchObject({ state: 'applied', applied: 120 });
    expect(found('kithCompany = "Acme"')).toBe(110);
    valueIn(await site.admin('undoIssueChanges', { id }));
    await site.sandbox.settle();
    expect(await changes()).toMatchObject({ state: 'undone', undone: 120 });
  });
});

describe('a step', () => {
  const counts = { seen: 120, count: 120, leftAlone: 0 };

  it('that crashes at any of its platform calls ends with exact counts', async () => {
    await open({ ann: 120 });
    const id = await contactId('ann');
    const scope = { contactId: id };
    const key = `contact:${id}`;
    const stored = () => [...site.sandbox.storage.rows('issue-changes')].find((row) => row.key === key)?.value;
    const jobs = () => [...site.sandbox.storage.rows('job')].length;
    const until = async () => {
      for (let tick = 0; tick < 24; tick++) {
        await site.idle();
        if (jobs() === 0) return site.sandbox.quiet();
        await site.sandbox.passTime(5 * minute);
      }
      throw new Error('The job did not end within two hours.');
    };
    for (let call = 1; call <= 33; call += 2) {
      await giveCompany('ann', acme);
      valueIn(await site.contacts('previewIssueChanges', scope));
      site.sandbox.faults.crashAtCall(call, 'after');
      await until();
      expect({ call, ...(stored() as object) }).toMatchObject({ call, state: 'ready', ...counts, applied: 0 });
      const { id: changesId } = stored() as IssueChanges;
      valueIn(await site.contacts('applyIssueChanges', { id: changesId }));
      site.sandbox.faults.crashAtCall(call, 'after');
      await until();
      expect({ call, ...(stored() as object) }).toMatchObject({ call, state: 'applied', ...counts, applied: 120 });
      valueIn(await site.contacts('undoIssueChanges', { id: changesId }));
      site.sandbox.faults.crashAtCall(call, 'after');
      await until();
      expect({ call, ...(stored() as object) }).toMatchObject({ call, state: 'undone', applied: 120, undone: 120 });
      expect(propertyOf('HELP-1')).toEqual({ chosen: 'auto', changes: `${changesId}.undone` });
    }
  }, 240_000);

  it('waits while Jira asks to, and goes on', async () => {
    await open({ ann: 120 });
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    site.jira.throttle({ kind: 'burst', seconds: 30, endpoint: 'POST /search/jql' });
    await preview(scope);
    await site.sandbox.passTime(10 * minute);
    expect(await changesOf(scope)).toMatchObject({ state: 'ready', ...counts });
    site.jira.throttle({ kind: 'per-issue', seconds: 30, endpoint: 'POST /issue/properties/multi' });
    site.jira.throttle({ kind: 'unavailable', seconds: 120, endpoint: 'GET /task/{taskId}' });
    await take('applyIssueChanges', scope);
    await site.sandbox.passTime(30 * minute);
    expect(await changesOf(scope)).toMatchObject({ state: 'applied', ...counts, applied: 120 });
    const { calls, refused } = site.jira.meter.of('POST /issue/properties/multi');
    expect(calls - refused).toBe(2);
  });

  it('waits for the next hour when the site’s points are spent, says so, and goes on', async () => {
    await open({ ann: 120 }, { variables: { POINTS_PER_SITE: '500' } });
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    await site.sandbox.passTime(60 * minute);
    valueIn(await site.contacts('previewIssueChanges', scope));
    await site.idle();
    valueIn(await site.contacts('applyIssueChanges', { id: (await changesOf(scope)).id }));
    await site.idle();
    const paused = await changesOf(scope);
    expect(paused).toMatchObject({ state: 'applying', pausedUntil: expect.any(String) });
    await site.sandbox.passTime(100 * minute);
    expect(await changesOf(scope)).toMatchObject({ state: 'applied', applied: 120 });
  });

  it('writes at most once to each issue, also where Jira’s answer is the task itself', async () => {
    await open({ ann: 120 }, { jira: { redirects: 'followed' } });
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    await preview(scope);
    expect(await take('applyIssueChanges', scope)).toMatchObject({ state: 'applied', applied: 120 });
    expect(site.jira.meter.of('POST /issue/properties/multi')).toMatchObject({ calls: 2, refused: 0 });
  });
});

describe('steps are refused', () => {
  it('for contacts and companies that there are not, foreign ids, and out of turn', async () => {
    await open({ ann: 1 });
    const scope = { contactId: await contactId('ann') };
    for (const none of [{ contactId: 'none' }, { companyId: 'none' }, { contactId: '" OR' }]) {
      expect(codeOf(await site.contacts('previewIssueChanges', none))).toBe('not-found');
      expect(codeOf(await site.contacts('getIssueChanges', none))).toBe('not-found');
    }
    valueIn(await site.contacts('previewIssueChanges', scope));
    expect(codeOf(await site.contacts('previewIssueChanges', scope))).toBe('conflict');
    await site.sandbox.settle();
    const { id } = await changesOf(scope);
    const all = valueIn(await site.admin('previewIssueChanges', {})).id;
    await site.sandbox.settle();
    expect(codeOf(await site.contacts('undoIssueChanges', { id }))).toBe('conflict');
    expect(codeOf(await site.contacts('applyIssueChanges', { id: all }))).toBe('not-found');
    expect(codeOf(await site.admin('applyIssueChanges', { id }))).toBe('not-found');
    for (const forged of ['none', `${id}x`, `contact:${'x'.repeat(90)}.y`]) {
      expect(codeOf(await site.contacts('applyIssueChanges', { id: forged }))).toBe('not-found');
    }
    expect(valueIn(await site.contacts('discardIssueChanges', { id }))).toMatchObject({ state: 'discarded', count: 1 });
    expect(valueIn(await site.contacts('getIssueChanges', scope))).toEqual({});
    expect(codeOf(await site.contacts('applyIssueChanges', { id }))).toBe('not-found');
    const rows = [...site.sandbox.storage.rows('issue-changes')].map(({ key }) => key);
    expect(rows.sort()).toEqual(['all', 'plan:all:0']);
  });
});
