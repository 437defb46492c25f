import { minute, openSite, people, syncedSite, user } from './open-site';

const hidden = (accountId: string) => user(accountId, { emailHidden: true });
const hiddenCrowd = (count: number) => Array.from({ length: count }, (_, nth) => hidden(`user${nth}`));

describe('emails that people hide in their profile', () => {
  it('are looked up, and their accounts get contacts', async () => {
    const site = await syncedSite([hidden('ann')]);
    expect(await site.contactOf('ann')).toMatchObject({
      email: 'ann@example.com',
      jiraUser: { email: 'ann@example.com' },
    });
    site.sandbox.expectNoProblems();
  });

  it('are looked up whether Jira says null or nothing', async () => {
    const site = await syncedSite([user('ann', { emailHidden: true, emailNullWhenHidden: true })]);
    expect(await site.contactOf('ann')).toMatchObject({ email: 'ann@example.com' });
  });

  it('are looked up in bulk, ninety at a time', async () => {
    const site = await openSite(hiddenCrowd(180));
    await site.turnOn();
    await site.idle();
    expect(site.jira.meter.of('GET /user/email/bulk').calls).toBe(2);
    expect((await site.counts()).created).toBe(180 + people.count);
  });

  it('cost what the design says: about 4.02 points an account', async () => {
    const site = await openSite(hiddenCrowd(500 - people.count));
    await site.turnOn();
    const before = site.jira.points.used;
    await site.idle();
    expect(site.jira.points.used - before).toBeLessThanOrEqual(Math.ceil((2.001 + 2.02) * 500 + 10));
  });

  it('that the endpoint leaves out count as none', async () => {
    const site = await openSite([hidden('ann')]);
    site.jira.misbehave.emailMissing = () => true;
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.skipped()).toEqual([{ accountId: 'ann', name: 'Ann', reason: 'no-email' }]);
  });

  it('follow when they change', async () => {
    const site = await syncedSite([hidden('ann')]);
    site.jira.changeEmail('ann', 'marsh@example.com');
    await site.sandbox.settle();
    expect((await site.contactOf('ann'))?.email).toBe('marsh@example.com');
  });
});

describe('an email that is handed on after the list was read and before the hidden emails are', () => {
  it('does not make one person of two', async () => {
    const site = await syncedSite([user('ann', { email: 'shared@example.com' })]);
    const { id } = (await site.contactOf('ann')) ?? {};
    const { jira, sandbox } = site;
    sandbox.faults.set({ eventLost: 1 });
    jira.createUser({ accountId: 'bob', displayName: 'Bob', email: 'bob@example.com', emailHidden: true });
    const handle = jira.handle.bind(jira);
    jira.handle = (request, ...rest) => {
      const answer = handle(request, ...rest);
      if (request.path.includes('/users/search')) {
        jira.handle = handle;
        jira.changeEmail('ann', 'ann@example.com');
        jira.changeEmail('bob', 'shared@example.com');
      }
      return answer;
    };
    await site.admin('syncNow', {});
    await sandbox.settle();
    await site.admin('syncNow', {});
    await sandbox.settle();
    expect(await site.contactOf('ann')).toMatchObject({ id, name: 'Ann', email: 'ann@example.com' });
    expect(await site.contactOf('bob')).toMatchObject({ name: 'Bob', email: 'shared@example.com' });
  });
});

describe.each(['not-approved', 'missing-scope'] as const)('when Jira refuses them altogether (%s)', (emails) => {
  it('the run goes on with visible emails, and the others are listed as hidden-email', async () => {
    const site = await openSite([hidden('ann'), user('bob')]);
    site.jira.misbehave.emails = emails;
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.skipped()).toEqual([{ accountId: 'ann', name: 'Ann', reason: 'hidden-email' }]);
    expect(await site.contactOf('bob')).toBeDefined();
  });

  it('the admin page says so', async () => {
    const site = await openSite([hidden('ann')]);
    site.jira.misbehave.emails = emails;
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.status()).toMatchObject({ phase: 'on', hiddenEmailsRefused: true });
  });

  it('they are used from the next run on once Jira gives them, and the admin page no longer says so', async () => {
    const site = await openSite([hidden('ann')]);
    site.jira.misbehave.emails = emails;
    await site.turnOn();
    await site.sandbox.settle();
    site.jira.misbehave.emails = 'none';
    await site.admin('syncNow', {});
    await site.sandbox.settle();
    expect(await site.contactOf('ann')).toMatchObject({ email: 'ann@example.com' });
    expect(await site.status()).not.toHaveProperty('hiddenEmailsRefused');
  });

  it('a link that has such an email keeps it', async () => {
    const site = await syncedSite([hidden('ann')]);
    site.jira.misbehave.emails = emails;
    await site.admin('syncNow', {});
    await site.sandbox.settle();
    expect(await site.contactOf('ann')).toMatchObject({
      email: 'ann@example.com',
      jiraUser: { email: 'ann@example.com' },
    });
  });
});

describe('when looking them up fails', () => {
  it('those accounts count as failed, the others do not, and nobody is listed as without email', async () => {
    const site = await openSite([hidden('ann'), user('bob')]);
    site.jira.misbehave.emails = 'failing';
    await site.turnOn();
    await site.idle();
    const { failed, created } = await site.counts();
    expect({ failed, created }).toEqual({ failed: 1, created: 1 + people.count });
    expect(await site.skipped()).toEqual([]);
  });

  it('those accounts are looked at again, and get their contacts once it works', async () => {
    const site = await openSite([hidden('ann')]);
    site.jira.misbehave.emails = 'failing';
    await site.turnOn();
    await site.idle();
    site.jira.misbehave.emails = 'none';
    await site.sandbox.passTime(11 * minute);
    expect(await site.contactOf('ann')).toMatchObject({ email: 'ann@example.com' });
  });
});

describe('hiddenEmails: skip', () => {
  it('looks up no email, and lists such accounts as hidden-email', async () => {
    const site = await openSite([hidden('ann')]);
    await site.admin('updateSettings', { settings: { hiddenEmails: 'skip', usersWithoutEmail: 'create' } });
    await site.turnOn();
    await site.sandbox.settle();
    expect(await site.skipped()).toEqual([{ accountId: 'ann', name: 'Ann', reason: 'hidden-email' }]);
    expect(site.jira.meter.of('GET /user/email/bulk').calls).toBe(0);
  });

  it('takes looked-up emails off what is shown of the account, and leaves the contact its own', async () => {
    const site = await syncedSite([hidden('ann')]);
    await site.admin('updateSettings', { settings: { hiddenEmails: 'skip' } });
    await site.sandbox.settle();
    const ann = await site.contactOf('ann');
    expect(ann).toMatchObject({ email: 'ann@example.com', jiraUser: { accountId: 'ann' } });
    expect(ann?.jiraUser).not.toHaveProperty('email');
  });
});
