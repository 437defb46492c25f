import { type RecordKind, registry } from '../../../src/store/records';
import { writeProperty } from '../issues/issue-property';
import { day, hour, minute, Site, user, users } from './site';

let site: Site;
afterEach(() => site.close());

const name = 'Xaver Quastenflosser';
const email = 'Xaver.Q@Quastenflosser.example';
const xaver = user('xaver', { displayName: name, email });

/** Lets the weekly report come now and learn that the account was closed, of which no event told. */
async function close(accountId: string): Promise<void> {
  site.unnoticed(() => void site.jira.deleteUser(accountId));
  await site.report();
}

/** Rows of any entity in which something of the account is found. */
function traces(): string[] {
  const wanted = ['xaver quastenflosser', 'quastenflosser', 'xaver.q@'];
  const entities = new Set(Object.values(registry).map(({ entity }) => entity));
  return [...entities].flatMap((entity) =>
    [...site.sandbox.storage.rows(entity)]
      .filter(({ key, value }) => wanted.some((text) => `${key} ${JSON.stringify(value)}`.toLowerCase().includes(text)))
      .map(({ key }) => `${entity} ${key}`),
  );
}

/**
 * A site that holds a record of every kind; gives the key of one of each. Whoever registers a new kind has it filled here
 * with what it may hold of an account.
 */
async function filledSite(): Promise<Record<RecordKind, string>> {
  const skipped = user('skipped', { email: undefined as never });
  site = await Site.open([...users(60), xaver, skipped], { variables: { POINTS_PER_SITE: '100' } });
  const company = await site.contacts('createCompany', { company: { name: 'Acme', domains: ['acme.example'] } });
  const everyone = { everyone: true as const };
  const holders = { see: everyone, edit: everyone, delete: everyone, import: everyone, export: everyone };
  await site.admin('updateAccess', { version: 0, holders: { ...holders, configure: everyone } });
  await site.admin('updateTemplate', { of: 'contact', version: 0, sections: [] });
  const steps = { account: true, email: true, 'contact-company': true, domain: false };
  await site.admin('updateIssueSettings', { version: 0, steps, projects: [] });
  const { id: organization } = site.jira.createOrganization('Acme');
  await site.contacts('tieOrganization', { id: organization, companyId: company.id });
  const [first] = site.jira.addIssues([{ projectKey: 'OPS', summary: 'Open' }]);
  writeProperty(site.jira, first?.key ?? '', { company: { id: company.id, name: 'Acme' }, chosen: 'auto' });
  await site.sandbox.settle();
  await site.contacts('previewIssueChanges', { companyId: company.id });
  await site.sandbox.settle();
  await site.turnOn();
  await site.sandbox.passTime(4 * hour);
  const contactId = site.contactOf('xaver')?.id ?? '';
  const [issue] = site.jira.listIssues().issues;
  await site.onIssue(issue?.key ?? '', 'linkIssueContact', { contactId });
  await site.sandbox.passTime(hour - (site.sandbox.clock.now() % hour));
  site.jira.throttle({ kind: 'unavailable', seconds: 1200, headers: false, endpoint: 'GET /user' });
  site.jira.renameUser('xaver', name);
  await site.sandbox.passTime(10_000);
  await site.admin('syncNow', {});
  await site.sandbox.passTime(10_000);
  const runId = site.record('state', 'state')?.activeRunId ?? '';
  await site.contacts('previewCompanyChanges', { companyId: company.id });
  return {
    contact: contactId,
    claim: email.toLowerCase(),
    user: 'xaver',
    skip: 'skipped',
    waiting: 'xaver',
    state: 'state',
    points: 'points',
    walk: 'walk',
    report: 'report',
    run: runId,
    seen: `${runId}:seen:0`,
    company: company.id,
    companyDomain: 'acme.example',
    issueContact: issue?.id ?? '',
    job: 'company-changes',
    companyChanges: company.id,
    access: 'access',
    template: 'contact',
    issueSettings: 'issues',
    organization,
    issueChanges: `company:${company.id}`,
    plannedIssues: `plan:company:${company.id}:0`,
  };
}

describe('after an account was closed', () => {
  it('no stored record of any kind holds its name or email', async () => {
    const keys = await filledSite();
    const kinds = Object.keys(registry) as RecordKind[];
    expect(Object.keys(keys).sort()).toEqual([...kinds].sort());
    for (const kind of kinds) expect([kind, site.record(kind, keys[kind])]).toEqual([kind, expect.anything()]);
    expect(traces().sort()).toEqual([`contact ${keys.contact}`, 'jira-user xaver'].sort());
    await close('xaver');
    expect(traces()).toEqual([]);
    const gone: RecordKind[] = ['claim', 'waiting'];
    for (const kind of gone) expect([kind, site.record(kind, keys[kind])]).toEqual([kind, undefined]);
    expect(site.record('user', 'xaver')).toEqual({
      kind: 'tombstone',
      accountId: 'xaver',
      rev: expect.any(Number),
      decision: expect.any(String),
    });
  });

  it('its contact is a regular one called Former user, without an email', async () => {
    site = await Site.synced([xaver]);
    const { id = '' } = site.contactOf('xaver') ?? {};
    await close('xaver');
    const contact = await site.contacts('getContact', { id });
    expect(contact).toMatchObject({ name: 'Former user', synced: false });
    expect(contact.email).toBeUndefined();
    expect(contact.jiraUser).toBeUndefined();
  });

  it('no later run, walk, event or hint brings the person back', async () => {
    site = await Site.synced([xaver], { jira: { issues: 3 } });
    await close('xaver');
    site.sandbox.forge.events.emit('avi:jira:updated:user', {
      eventType: 'avi:jira:updated:user',
      user: { accountId: 'xaver', accountType: 'atlassian' },
    });
    await site.admin('syncNow', {});
    await site.sandbox.settle();
    await site.turnOff();
    await site.sandbox.settle();
    await site.turnOn();
    await site.sandbox.settle();
    await site.sandbox.passTime(day);
    expect(traces()).toEqual([]);
    expect(site.record('user', 'xaver')?.kind).toBe('tombstone');
    expect((await site.admin('listSkippedUsers', {})).items).toEqual([]);
  });

  it('its email is free for whoever waited for it', async () => {
    site = await Site.open([xaver, user('heir')]);
    await site.admin('updateSettings', { settings: { editPolicy: 'follow-until-edited' } });
    await site.turnOn();
    await site.sandbox.settle();
    // The email of the closed account goes to another one, while Jira still gives it as that of the first.
    site.jira.changeEmail('heir', email);
    await site.sandbox.settle();
    const shared = site.contactOf('xaver')?.email;
    expect(shared).toBe(email);
    expect(site.record('skip', 'heir')?.reason).toBe('email-taken');
    await close('xaver');
    await site.sandbox.settle();
    expect(site.contactOf('heir')?.email).toBe(email);
    expect(site.record('skip', 'heir')).toBeUndefined();
  });
});

describe('what a person wrote stays', () => {
  it('on a contact whose name and email no longer follow', async () => {
    site = await Site.open([xaver]);
    await site.admin('updateSettings', { settings: { editPolicy: 'follow-until-edited' } });
    await site.turnOn();
    await site.sandbox.settle();
    const contact = await site.named(name);
    const { id = '', version = 0 } = contact ?? {};
    await site.contacts('updateContact', {
      id,
      version,
      changes: { name: 'My Guest', email: 'guest@example.com', fields: { note: 'likes tea' } },
    });
    await close('xaver');
    expect(await site.contacts('getContact', { id })).toMatchObject({
      name: 'My Guest',
      email: 'guest@example.com',
      fields: { note: 'likes tea' },
      synced: false,
    });
    expect(traces()).toEqual([]);
  });

  it('as the name before sync, unless that is the account’s, too', async () => {
    site = await Site.open([xaver, user('yves', { displayName: 'Yves', email: 'yves@example.com' })]);
    const guest = await site.contacts('createContact', { contact: { name: 'My Guest', email } });
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.contacts('getContact', { id: guest.id })).toMatchObject({ name, nameBeforeSync: 'My Guest' });
    await close('xaver');
    expect(await site.contacts('getContact', { id: guest.id })).toMatchObject({
      name: 'Former user',
      nameBeforeSync: 'My Guest',
    });
    expect(traces()).toEqual([]);
  });
});

describe('a contact with another living account', () => {
  it('keeps what that one gives', async () => {
    site = await Site.synced([xaver, user('portal', { displayName: 'Xaver at the portal', email, groups: [] })]);
    const { id = '' } = site.contactOf('xaver') ?? {};
    expect(site.contactOf('portal')?.id).toBe(id);
    await close('xaver');
    await site.sandbox.settle();
    expect(await site.contacts('getContact', { id })).toMatchObject({
      name: 'Xaver at the portal',
      email,
      synced: true,
      jiraUser: { accountId: 'portal' },
    });
  });
});

describe('while sync is off', () => {
  it('an account is erased all the same, by its former link and the hashes of what was copied', async () => {
    site = await Site.synced([xaver]);
    const { id = '' } = site.contactOf('xaver') ?? {};
    await site.turnOff();
    await site.sandbox.settle();
    expect(site.record('user', 'xaver')?.kind).toBe('former');
    await close('xaver');
    expect(await site.contacts('getContact', { id })).toMatchObject({ name: 'Former user' });
    expect(traces()).toEqual([]);
    await site.turnOn();
    await site.sandbox.settle();
    expect(traces()).toEqual([]);
  });

  it('also before its link was reduced', async () => {
    site = await Site.synced([xaver]);
    const link = site.record('user', 'xaver');
    const contact = site.contactOf('xaver');
    await site.turnOff();
    await site.sandbox.settle();
    site.put('jira-user', 'xaver', link);
    site.put('contact', contact?.id ?? '', contact);
    await close('xaver');
    expect(traces()).toEqual([]);
  });

  it('and what a person wrote since stays', async () => {
    site = await Site.synced([xaver]);
    const { id = '', version = 0 } = site.contactOf('xaver') ?? {};
    await site.turnOff();
    await site.sandbox.settle();
    await site.contacts('updateContact', { id, version, changes: { name: 'My Guest', email: 'guest@example.com' } });
    await close('xaver');
    expect(await site.contacts('getContact', { id })).toMatchObject({ name: 'My Guest', email: 'guest@example.com' });
    expect(traces()).toEqual([]);
  });
});

describe('a contact that the account was taken off', () => {
  it('loses what it copied, after the account was excluded', async () => {
    site = await Site.synced([xaver]);
    const { id = '' } = site.contactOf('xaver') ?? {};
    await site.admin('updateSettings', { settings: { accountTypes: { atlassian: false, customer: true } } });
    await site.sandbox.settle();
    expect(site.record('user', 'xaver')).toBeUndefined();
    expect(traces()).toEqual([`contact ${id}`]);
    await close('xaver');
    expect(await site.contacts('getContact', { id })).toMatchObject({ name: 'Former user' });
    expect(traces()).toEqual([]);
    expect(site.record('skip', 'xaver')).toBeUndefined();
  });

  it('loses it also when the account has another contact by now', async () => {
    site = await Site.synced([xaver]);
    const { id = '', version = 0 } = site.contactOf('xaver') ?? {};
    await site.turnOff();
    await site.sandbox.settle();
    await site.contacts('updateContact', { id, version, changes: { email: 'guest@example.com' } });
    await site.turnOn();
    await site.sandbox.settle();
    const other = site.contactOf('xaver')?.id ?? '';
    expect(other).not.toBe(id);
    await close('xaver');
    expect(await site.contacts('getContact', { id })).toMatchObject({
      name: 'Former user',
      email: 'guest@example.com',
    });
    expect(await site.contacts('getContact', { id: other })).toMatchObject({ name: 'Former user' });
    expect(traces()).toEqual([]);
  });
});

describe('an erasure', () => {
  it('that crashes at any call is completed by the next report', async () => {
    for (let call = 1; call <= 7; call++) {
      site = await Site.synced([xaver], { seed: call });
      await site.sandbox.passTime(12 * minute);
      site.unnoticed(() => void site.jira.deleteUser('xaver'));
      const longAgo = new Date(site.sandbox.clock.now() - 8 * day).toISOString();
      site.put('sync-state', 'report', { startedAt: longAgo, finishedAt: longAgo, rev: 1000, decision: 'test' });
      site.sandbox.faults.crashAtCall(2 * call + 3);
      await site.sandbox.passTime(25 * minute);
      expect(traces()).toEqual([]);
      expect(site.record('user', 'xaver')?.kind).toBe('tombstone');
      site.close();
    }
  });

  it('is made although storage fails before or after it wrote', async () => {
    site = await Site.synced([xaver]);
    await site.sandbox.passTime(12 * minute);
    site.sandbox.faults.set({ storageFailsBefore: 0.1, storageFailsAfter: 0.1 });
    await close('xaver');
    site.sandbox.faults.quiet();
    await site.sandbox.passTime(30 * minute);
    expect(traces()).toEqual([]);
    expect(site.record('user', 'xaver')?.kind).toBe('tombstone');
  });
});
