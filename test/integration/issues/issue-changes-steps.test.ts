import type { IssueChanges } from '../../../src/contract';
import { codeOf, valueIn } from '../contacts/open-kith';
import { minute } from '../sync/open-site';
import {
  acme,
  changesOf,
  contactId,
  found,
  giveCompany,
  open,
  preview,
  propertyOf,
  site,
  take,
} from './changing-issues';

afterEach(() => {
  site.sandbox.expectNoProblems();
  site.sandbox.dispose();
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
      expect(propertyOf('HELP-1')).toMatchObject({ chosen: 'auto', changes: `${changesId}.undone` });
    }
  }, 240_000);

  it('goes on while storage keeps failing, before and after it wrote', async () => {
    await open({ ann: 250 });
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    const steps = [
      ['previewIssueChanges', { state: 'ready', seen: 250, count: 250 }],
      ['applyIssueChanges', { state: 'applied', count: 250, applied: 250, leftAlone: 0 }],
      ['undoIssueChanges', { state: 'undone', applied: 250, undone: 250, leftAlone: 0 }],
    ] as const;
    for (const [step, expected] of steps) {
      const payload = step === 'previewIssueChanges' ? scope : { id: (await changesOf(scope)).id };
      valueIn(await site.contacts(step, payload as never));
      site.sandbox.faults.set({ storageFailsAfter: 0.15, storageFailsBefore: 0.15 });
      await site.idle();
      site.sandbox.quiet();
      await site.sandbox.passTime(60 * minute);
      expect(await changesOf(scope)).toMatchObject(expected);
    }
  });

  it('begins anew, and counts and plans nothing twice, when Jira has forgotten where its search was', async () => {
    await open({ ann: 250 });
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    valueIn(await site.contacts('previewIssueChanges', scope));
    const { meter } = site.jira;
    while (meter.of('POST /search/jql').calls === 0) await site.sandbox.passTime(50);
    site.jira.throttle({ kind: 'burst', seconds: 8 * 24 * 3_600, endpoint: 'POST /search/jql' });
    await site.sandbox.passTime(10 * minute);
    expect(await changesOf(scope)).toMatchObject({ state: 'previewing', pausedUntil: expect.any(String) });
    await site.sandbox.passTime(9 * 24 * 60 * minute);
    expect(await changesOf(scope)).toMatchObject({ state: 'ready', seen: 250, count: 250 });
    expect(await take('applyIssueChanges', scope)).toMatchObject({ state: 'applied', applied: 250, leftAlone: 0 });
    expect(found('kithCompany = "Acme"')).toBe(250);
  });

  it('fails in time, and costs no more, when Jira forgets where its search was again and again', async () => {
    await open({ ann: 120 });
    const scope = { contactId: await contactId('ann') };
    const real = site.jira.handle.bind(site.jira);
    jest.spyOn(site.jira, 'handle').mockImplementation((request, ...rest) => {
      const isLaterPage = request.path.endsWith('/search/jql') && request.body?.includes('nextPageToken') === true;
      return isLaterPage ? { status: 400, body: {} } : real(request, ...rest);
    });
    valueIn(await site.contacts('previewIssueChanges', scope));
    await site.sandbox.passTime(3 * 60 * minute);
    expect(await changesOf(scope)).toMatchObject({ state: 'failed', message: expect.stringContaining('Jira') });
    expect(site.jira.meter.of('POST /search/jql').calls).toBe(4);
  });

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

  it('leaves alone what Jira does not write, and the one issue for which it refuses all', async () => {
    await open({ ann: 130 });
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    await preview(scope);
    const idOf = (key: string) => Number(site.jira.findIssue(key)?.id);
    const [refused, failing] = [idOf('HELP-7'), idOf('HELP-9')];
    const real = site.jira.handle.bind(site.jira);
    const handle = jest.spyOn(site.jira, 'handle').mockImplementation((request, ...rest) => {
      if (!request.path.endsWith('/issue/properties/multi')) return real(request, ...rest);
      const { issues } = JSON.parse(request.body ?? '') as { issues: { issueID: number }[] };
      if (issues.some(({ issueID }) => issueID === refused)) return { status: 400, body: {} };
      const written = issues.filter(({ issueID }) => issueID !== failing);
      return real({ ...request, body: JSON.stringify({ issues: written }) }, ...rest);
    });
    expect(await take('applyIssueChanges', scope)).toMatchObject({ state: 'applied', applied: 128, leftAlone: 2 });
    handle.mockRestore();
    expect([propertyOf('HELP-7'), propertyOf('HELP-9'), found('kithCompany = "Acme"')]).toEqual([
      undefined,
      undefined,
      128,
    ]);
    expect(await take('undoIssueChanges', scope)).toMatchObject({ state: 'undone', undone: 128, leftAlone: 0 });
  });

  it('comes to its end where Jira takes its time over each task, and never does all of one', async () => {
    await open({ ann: 3 });
    await giveCompany('ann', acme);
    const scope = { contactId: await contactId('ann') };
    await preview(scope);
    const failing = Number(site.jira.findIssue('HELP-2')?.id);
    const real = site.jira.handle.bind(site.jira);
    let isUnderWayUntil = 0;
    jest.spyOn(site.jira, 'handle').mockImplementation((request, ...rest) => {
      const now = site.sandbox.clock.now();
      if (request.path.startsWith('/rest/api/3/task/') && now < isUnderWayUntil) {
        return { status: 200, body: { status: 'RUNNING' } };
      }
      if (!request.path.endsWith('/issue/properties/multi')) return real(request, ...rest);
      isUnderWayUntil = now + 20_000;
      const { issues } = JSON.parse(request.body ?? '') as { issues: { issueID: number }[] };
      const written = issues.filter(({ issueID }) => issueID !== failing);
      return written.length === 0
        ? { status: 303, headers: { location: '/rest/api/3/task/1' }, body: {} }
        : real({ ...request, body: JSON.stringify({ issues: written }) }, ...rest);
    });
    valueIn(await site.contacts('applyIssueChanges', { id: (await changesOf(scope)).id }));
    await site.sandbox.passTime(60 * minute);
    expect(await changesOf(scope)).toMatchObject({ state: 'applied', applied: 2, leftAlone: 1 });
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
