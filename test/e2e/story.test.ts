import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { SiteUser } from '../../sandbox/src/web/api-types';
import type { SyncRun } from '../../src/contract';
import { launchChromium } from './support/chromium';
import { describeInBrowser } from './support/in-browser';
import { newFolder, RunningKith } from './support/kith';
import { takePicture, takePictures } from './support/screenshots';
import { until } from './support/until';
import { countOnPage, Visitor } from './support/visitor';

jest.setTimeout(120_000);

const newName = 'Marguerite Lindqvist';
const invoice = { name: 'Invoice Office', email: 'invoices@tidewater.example' };

/** One after the other, as somebody would who has just cloned the repository. */
describeInBrowser('With 2,500 users, from the first start', () => {
  const data = newFolder();
  let browser: Browser;
  let kith: RunningKith;
  let visitor: Visitor;
  let users: SiteUser[];
  let renamed: SiteUser;
  let contactPath: string;

  beforeAll(async () => {
    [browser, kith] = await Promise.all([launchChromium(), RunningKith.start({ data, with: 'npm' })]);
    visitor = await Visitor.enter(browser, kith);
    users = await kith.api.allUsers();
  });

  afterEach(async () => {
    expect(visitor.troubles).toEqual([]);
    expect(await kith.api.problems()).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await kith?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test('`npm start` prints how many accounts there are and the address to open, which shows what to do first', async () => {
    expect(kith.output).toContain('A new site with 2,500 accounts is ready.');
    await visitor.open('/');
    await visitor.page.getByRole('heading', { name: 'Welcome, Ada' }).waitFor();
    await visitor.page.getByRole('heading', { name: 'Turn on Jira user sync' }).waitFor();
  });

  test('the admin turns user sync on and sees the numbers grow until the run is done', async () => {
    const page = visitor.adminPage;
    await visitor.goTo('Kith');
    await page.getByText('Sync has not run yet.').waitFor();
    await visitor.toggleSync();

    await page.getByRole('progressbar').waitFor();
    const looks: number[] = [];
    let pictured = false;
    await until('the numbers grow twice', async () => {
      const seen = await countOnPage(page, 'Read');
      if (seen > (looks.at(-1) ?? 0)) looks.push(seen);
      if (looks.length === 1 && !pictured) await takePictures(visitor, 'admin-running');
      pictured = looks.length > 0;
      return looks.length >= 2;
    });
    expect(looks[0]).toBeLessThan(looks[1] ?? 0);
    await page.getByText(/^Finished .*took/).waitFor({ timeout: 60_000 });
    await takePictures(visitor, 'admin-done');
  });

  test('the numbers on the page are those of the app, and count every person of the site exactly once', async () => {
    const accounts = users.filter(({ accountType }) => accountType !== 'app');
    // Of deleted accounts Jira tells nothing but "Former user": nobody who could be listed by name.
    const formerUsers = accounts.filter(({ deleted }) => deleted);
    const { run, syncedContacts, phase } = await kith.api.syncStatus();
    const { seen, created, linked, skipped } = run as SyncRun;

    expect(phase).toBe('on');
    expect(run).toMatchObject({ kind: 'initial', state: 'done', updated: 0, unchanged: 0, unlinked: 0, failed: 0 });
    expect(seen).toBe(accounts.length);
    expect(created + linked + skipped).toBe(seen);
    expect(skipped).toBe((await kith.api.skippedUsers()).length + formerUsers.length);
    expect(syncedContacts).toBe(created);

    const page = visitor.adminPage;
    const shown = ['Read', 'Created', 'Linked', 'Left out', 'Failed'].map((name) => countOnPage(page, name));
    expect(await Promise.all(shown)).toEqual([seen, created, linked, skipped, 0]);
    await page.getByText(`${created.toLocaleString('en')} synced contacts`).waitFor();
  });

  test('who was left out is listed with the reason', async () => {
    const skipped = await kith.api.skippedUsers();
    const reasonOf = ({ accountType, active, deleted, email }: SiteUser) => {
      if (accountType === 'app' || deleted) return undefined;
      if (!active) return 'inactive';
      return email === undefined ? 'no-email' : undefined;
    };
    const expected = new Map(users.filter(reasonOf).map((user) => [user.accountId, reasonOf(user)]));
    expect(new Map(skipped.map(({ accountId, reason }) => [accountId, reason]))).toEqual(expected);

    const table = visitor.adminPage.getByRole('table', { name: 'People left out of sync' });
    const rows = table.getByRole('row').filter({ has: visitor.adminPage.getByRole('cell') });
    expect(await rows.count()).toBe(25);
    const reasons = await rows.locator('td:nth-child(2)').allTextContents();
    for (const reason of reasons) expect(reason).toMatch(/^(Deactivated in Jira, or gone|Has no email in Jira)/);
  });

  test('the account manager finds the contacts of the users, with the tag Jira user', async () => {
    renamed = someUser(users);
    const page = visitor.contactsPage;
    await visitor.become('account manager');
    await visitor.goTo('Contacts');
    const tags = page.getByRole('table', { name: 'Contacts' }).getByText('Jira user', { exact: true });
    await tags.first().waitFor();
    expect(await tags.count()).toBe(25);
    await takePictures(visitor, 'contacts');

    await page.getByRole('searchbox', { name: 'Search contacts' }).fill(renamed.name);
    await page.getByRole('link', { name: renamed.name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: renamed.name }).waitFor();
    const section = page.getByRole('region', { name: 'Synced contact' });
    expect(await section.textContent()).toContain(renamed.email);
    contactPath = new URL(visitor.page.url()).pathname;
    await takePictures(visitor, 'contact');
  });

  test('a user who is renamed in the control panel has a renamed contact', async () => {
    const { page } = visitor;
    await visitor.goTo('Users');
    await page.getByRole('textbox', { name: /^Search users/ }).fill(renamed.email ?? '');
    await page.getByRole('button', { name: `Change ${renamed.name}` }).click();
    const dialog = page.getByRole('dialog', { name: `Change ${renamed.name}` });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(newName);
    await takePictures(visitor, 'control-panel');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const heading = visitor.contactsPage.getByRole('heading', { level: 1 });
    await until('the contact has the new name', async () => {
      await visitor.open(contactPath);
      await heading.waitFor();
      return (await heading.textContent())?.startsWith(newName);
    });
  });

  test('the agent opens an issue, expands the panel, and sees the contact of its reporter', async () => {
    const { issues } = await kith.api.issues();
    const named = new Map(users.filter(({ email, active }) => email && active).map((user) => [user.accountId, user]));
    const issue = issues.find(({ reporter }) => reporter !== undefined && named.has(reporter.accountId));
    if (issue?.reporter === undefined) throw new Error('No issue of the help desk has a reporter with an email.');

    await visitor.become('agent');
    await visitor.open(`/browse/${issue.key}`);
    expect(await visitor.page.locator('iframe').count()).toBe(0);
    await visitor.page.getByRole('button', { name: 'Contact', exact: true }).click();
    const panel = visitor.issuePanel;
    await panel.getByRole('heading', { name: issue.reporter.name }).waitFor();
    expect(await panel.locator('main').textContent()).toContain(named.get(issue.reporter.accountId)?.email);
    await takePictures(visitor, 'issue-panel');
  });

  test('the account manager creates, edits and deletes a contact', async () => {
    const page = visitor.contactsPage;
    await visitor.become('account manager');
    await visitor.goTo('Contacts');
    await page.getByRole('button', { name: 'Create contact' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Invoices');
    await page.getByRole('textbox', { name: 'Email' }).fill(invoice.email);
    await takePicture(visitor, 'contact-create');
    await page.getByRole('dialog').getByRole('button', { name: 'Create contact' }).click();

    const heading = page.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: 'Invoices' }).waitFor();
    await page.getByText('This is a regular contact').waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(invoice.name);
    await page.getByRole('button', { name: 'Save' }).click();
    await heading.filter({ hasText: invoice.name }).waitFor();

    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await heading.filter({ hasText: 'Contacts' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill(invoice.email);
    await page.getByText('No contact matches').first().waitFor();
  });

  test('a synced contact says why it cannot be deleted, nor its name and email be changed', async () => {
    const page = visitor.contactsPage;
    await visitor.open(contactPath);
    await page.getByRole('heading', { level: 1, name: newName }).waitFor();
    expect(await page.getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);
    await page.getByText('A synced contact cannot be deleted while Jira user sync is on.').last().waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByText('Name and email follow the Jira user and cannot be changed here.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).isEditable()).toBe(false);
    expect(await page.getByRole('textbox', { name: 'Email' }).isEditable()).toBe(false);
    await takePictures(visitor, 'contact-locked');
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  test('turned off, after a question, sync lets every contact be a regular one at once', async () => {
    const page = visitor.adminPage;
    await visitor.become('admin');
    await visitor.goTo('Kith');
    await visitor.toggleSync();
    const question = page.getByRole('dialog', { name: 'Switch off Jira user sync?' });
    await takePicture(visitor, 'admin-turn-off');
    await question.getByRole('button', { name: 'Switch off' }).click();
    await page.getByRole('heading', { name: 'Clearing up after switching off' }).waitFor();

    const contacts = visitor.contactsPage;
    await visitor.goTo('Contacts');
    const table = contacts.getByRole('table', { name: 'Contacts' });
    await table.getByRole('row').nth(25).waitFor();
    expect(await table.getByText('Jira user', { exact: true }).count()).toBe(0);
    await visitor.open(contactPath);
    await contacts.getByRole('heading', { level: 1, name: newName }).waitFor();
    await contacts.getByText('This is a regular contact').waitFor();
  });

  test('Ctrl+C stops it, and after the next start everything is as it was', async () => {
    await visitor.leave();
    expect((await kith.stop()).stdout).toContain('Kith has stopped; everything is kept.');
    kith = await RunningKith.start({ data, with: 'npm' });
    visitor = await Visitor.enter(browser, kith);
    expect(kith.output).toContain('Your saved site with 2,500 accounts is ready.');

    await visitor.open(contactPath);
    await visitor.contactsPage.getByRole('heading', { level: 1, name: newName }).waitFor();
    await visitor.contactsPage.getByText('This is a regular contact').waitFor();
    expect((await kith.api.syncStatus()).enabled).toBe(false);
  });

  test('portal customers cannot open the app', async () => {
    await visitor.become('customer');
    await visitor.open(contactPath);
    await visitor.page.getByRole('heading', { name: 'Contacts is not for portal customers' }).waitFor();
    expect(await visitor.page.locator('iframe').count()).toBe(0);
  });
});

/** Somebody, not of the people whom one can be, whose contact is easy to find: an active person with an email of their own and a name that nobody shares. */
function someUser(users: readonly SiteUser[]): SiteUser {
  const count = (value: (user: SiteUser) => string | undefined) => {
    const counts = new Map<string | undefined, number>();
    for (const user of users) counts.set(value(user), (counts.get(value(user)) ?? 0) + 1);
    return (user: SiteUser) => counts.get(value(user)) ?? 0;
  };
  const sameName = count(({ name }) => name.toLowerCase());
  const sameEmail = count(({ email }) => email?.toLowerCase());
  const found = users
    .slice(10)
    .find(
      (user) =>
        user.accountType === 'atlassian' &&
        user.active &&
        !user.emailHidden &&
        /^[a-z ]+$/i.test(user.name) &&
        sameName(user) === 1 &&
        sameEmail(user) === 1,
    );
  if (found === undefined) throw new Error('The site has nobody like that.');
  return found;
}
