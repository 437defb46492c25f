import { ROSTER, Site, user } from './site';

let site: Site;
afterEach(() => site.close());

const portal = (accountId: string) => user(accountId, { accountType: 'customer', groups: [] });

const issueRead = 'GET /issue/{issueIdOrKey}';
const issueWrite = 'PUT /issue/{issueIdOrKey}/properties/{propertyKey}';

/** What Jira was asked. */
const asked = () => Object.keys(site.jira.meter.byEndpoint()).sort();

/** Creates an issue and waits until all that follows is done, except what the schedule does. */
async function createIssue(reporter: string): Promise<void> {
  site.jira.meter.reset();
  site.jira.createIssue({ projectKey: site.jira.listProjects()[0]?.key ?? '', summary: 'Help', reporter });
  await site.sandbox.passTime(20_000);
}

describe('an issue is a hint at its reporter', () => {
  it('who has no link: a portal customer of whom no event tells gets a contact', async () => {
    site = await Site.synced();
    site.jira.createUser({
      accountId: 'qm:new',
      displayName: 'New',
      email: 'new@example.com',
      accountType: 'customer',
    });
    await site.sandbox.passTime(20_000);
    expect(site.contactOf('qm:new')).toBeUndefined();
    await createIssue('qm:new');
    expect(site.contactOf('qm:new')).toMatchObject({ name: 'New', email: 'new@example.com' });
  });

  it('who was skipped: a portal customer who has an email by now gets a contact', async () => {
    site = await Site.synced([{ ...portal('qm:no-email'), email: undefined as never }]);
    expect(site.record('skip', 'qm:no-email')?.reason).toBe('no-email');
    site.jira.changeEmail('qm:no-email', 'found@example.com');
    await createIssue('qm:no-email');
    expect(site.contactOf('qm:no-email')?.email).toBe('found@example.com');
  });

  it('who has a link: then only the issue itself is read, and written to', async () => {
    site = await Site.synced([portal('qm:one')]);
    await createIssue('qm:one');
    expect(asked()).toEqual([issueRead, issueWrite]);
  });

  it('of an excluded type: then only the issue itself is read', async () => {
    site = await Site.open([portal('qm:one')]);
    await site.admin('updateSettings', { settings: { accountTypes: { atlassian: true, customer: false } } });
    await site.turnOn();
    await site.sandbox.settle();
    await createIssue('qm:one');
    expect(asked()).toEqual([issueRead]);
  });

  it('but not at an app, and not while sync is off', async () => {
    site = await Site.synced();
    await createIssue(ROSTER.app);
    expect(site.jira.meter.calls).toBe(0);
    await site.turnOff();
    await site.sandbox.settle();
    site.jira.createUser({
      accountId: 'qm:new',
      displayName: 'New',
      email: 'new@example.com',
      accountType: 'customer',
    });
    await createIssue('qm:new');
    expect(asked()).toEqual([issueRead]);
    expect(site.record('user', 'qm:new')).toBeUndefined();
  });
});
