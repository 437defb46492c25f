import { ROSTER } from '../../../sandbox/src/jira';
import { valueIn } from '../contacts/open-kith';
import {
  acme,
  changesOf,
  contactId,
  found,
  giveCompany,
  open,
  preview,
  propertyOf,
  report,
  site,
  take,
} from './changing-issues';
import { writeProperty } from './issue-property';

afterEach(() => {
  site.sandbox.expectNoProblems();
  site.sandbox.dispose();
});

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
    const given = { company: { id: acme, name: 'Acme' }, contact: { id }, chosen: 'auto', because: 'contact' };
    const restored = { chosen: 'auto', changes: `${applied.id}.undone`, undone: given };
    expect(propertyOf('HELP-1')).toEqual(restored);
    expect([found('kithCompany = "Acme"'), found(`kithChanges = "${applied.id}"`)]).toEqual([0, 0]);

    const opened = valueIn(await site.panel('getIssueContact', {}, site.jira.findIssue('HELP-1')));
    await site.sandbox.settle();
    expect([opened.company, propertyOf('HELP-1')]).toEqual([undefined, restored]);
  });

  it('are shown as examples only as far as the caller may browse them', async () => {
    await open({ ann: 1 });
    const [hidden] = report('ann', 1, 'BOARD');
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    await preview(scope);
    const seenBy = async (accountId: string) => {
      const { changes } = valueIn(await site.contacts('getIssueChanges', scope, accountId));
      return [changes?.count, changes?.examples.map(({ issueKey }) => issueKey).sort()];
    };
    expect(await seenBy(ROSTER.agent)).toEqual([2, ['HELP-1']]);
    expect(await seenBy(ROSTER.admin)).toEqual([2, [hidden, 'HELP-1']]);
  });

  it('are not told of by any step to whoever may not browse them', async () => {
    await open();
    report('ann', 1, 'BOARD');
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    const { id } = await preview(scope);
    for (const step of ['applyIssueChanges', 'undoIssueChanges', 'discardIssueChanges'] as const) {
      expect([step, valueIn(await site.contacts(step, { id })).examples]).toEqual([step, []]);
      await site.sandbox.settle();
    }
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
