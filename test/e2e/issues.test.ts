import type { Browser } from 'playwright-core';
import type { SiteIssue } from '../../sandbox/src/web/api-types';
import { launchChromium } from './support/chromium';
import { describeInBrowser } from './support/in-browser';
import { RunningKith } from './support/kith';
import { until } from './support/until';
import { Visitor } from './support/visitor';

jest.setTimeout(120_000);

const customer = 'Dana Okafor';

describeInBrowser('Who is asking', () => {
  let browser: Browser;
  let kith: RunningKith;
  let visitor: Visitor;

  beforeAll(async () => {
    [browser, kith] = await Promise.all([launchChromium(), RunningKith.start({ options: ['--users', '50'] })]);
    visitor = await Visitor.enter(browser, kith);
    await kith.api.setSyncEnabled(true);
    await until('the first run is done', async () => (await kith.api.syncStatus()).phase === 'on');
  });

  afterAll(async () => {
    await browser?.close();
    await kith?.stop();
  });

  const openPanel = () => visitor.page.getByRole('button', { name: /^Contact/ }).click();

  async function issueOf(wanted: (issue: SiteIssue) => boolean): Promise<SiteIssue> {
    const { issues } = await kith.api.issues();
    const found = issues.find(wanted);
    if (found === undefined) throw new Error('There is no such issue.');
    return found;
  }

  async function find(jql: string): Promise<void> {
    await visitor.open(`/issues/?jql=${encodeURIComponent(jql)}`);
    await visitor.page.getByRole('heading', { name: 'Search issues' }).waitFor();
  }

  /** What the app answers to a browser that says it is on this issue, whoever is signed in there. */
  const askOfPanel = (issue: { id: string; key: string }): Promise<unknown> =>
    visitor.page.evaluate(
      async (extension) => {
        const call = { moduleKey: 'kith-issue-contact', functionKey: 'getIssueContact', payload: {}, extension };
        const answer = await fetch('/sandbox-api/invoke', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(call),
        });
        return ((await answer.json()) as { result: unknown }).result;
      },
      { type: 'jira:issueContext', issue },
    );

  test('an agent opens an issue, sees the contact of a portal customer, corrects the company, finds the issue by JQL in the sandbox’s search (kithCompany = "…"), and a person without access gets nothing', async () => {
    const { accountId } = await kith.api.person('customer');
    const issue = await issueOf(({ reporter }) => reporter?.accountId === accountId);
    await kith.api.invokeContacts('createCompany', { company: { name: 'Blue Finch' } });
    await kith.api.invokeContacts('createCompany', { company: { name: 'Tidewater' } });

    await visitor.open('/');
    await visitor.become('agent');
    await visitor.open(`/browse/${issue.key}`);
    await openPanel();
    const panel = visitor.issuePanel;
    await panel.getByRole('heading', { name: customer }).waitFor();
    await panel.getByText('dana@bluefinch.example').waitFor();
    await panel.getByText('Reporter · Portal customer').waitFor();
    await panel.getByRole('heading', { name: 'Other issues of this contact' }).waitFor();

    await panel.getByRole('button', { name: 'Choose company' }).click();
    await panel.getByRole('searchbox', { name: 'Search companies' }).fill('tide');
    await panel.getByRole('button', { name: 'Tidewater' }).click();
    await panel.getByRole('button', { name: 'Tidewater' }).waitFor();
    await panel.getByText('Chosen by hand').waitFor();

    await find('kithCompany = "Tidewater"');
    await visitor.page.getByRole('link', { name: issue.key, exact: true }).waitFor();
    await find('kithCompany = "Blue Finch"');
    await visitor.page.getByText('No issue that you can see matches.').waitFor();
    expect(visitor.troubles).toEqual([]);

    // The board's issues are for administrators alone: what is refused to the agent is written down as trouble.
    await visitor.open('/browse/BOARD-1');
    await visitor.page.getByRole('heading', { name: 'You cannot see BOARD-1' }).waitFor();
    expect(await visitor.page.locator('iframe').count()).toBe(0);
    expect(await askOfPanel({ id: '10005', key: 'BOARD-1' })).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'There is no such issue.' },
    });
    expect(await kith.api.problems()).toEqual([]);
  });

  test('the collapsed panel tells the name of the contact', async () => {
    const { accountId } = await kith.api.person('customer');
    const issue = await issueOf(({ reporter }) => reporter?.accountId === accountId);
    await visitor.open(`/browse/${issue.key}`);
    await visitor.page
      .getByRole('button', { name: /^Contact/ })
      .filter({ hasText: customer })
      .waitFor();
  });

  test('the open panel follows the issue: another reporter, another contact', async () => {
    const { accountId } = await kith.api.person('customer');
    const { accountId: agent, name } = await kith.api.person('account manager');
    const issue = await issueOf(({ reporter }) => reporter?.accountId === accountId);
    await visitor.open(`/browse/${issue.key}`);
    await openPanel();
    await visitor.issuePanel.getByRole('heading', { name: customer }).waitFor();
    await kith.api.changeIssue(issue.key, { change: 'reporter', accountId: agent });
    await visitor.issuePanel.getByRole('heading', { name }).waitFor();
  });
});
