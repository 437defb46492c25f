import { ROSTER } from './directory/roster';
import { openSite } from './jira-fixture';

const NOW = Date.UTC(2026, 10, 2, 9, 0, 0);

describe('changes to accounts', () => {
  it('createUser sends avi:jira:created:user with the details of the user', () => {
    const { site, events } = openSite();
    const user = site.createUser({ displayName: 'Eva Lind', email: 'eva@bluefinch.example' });
    expect(user.accountId).toMatch(/^712020:[0-9a-f-]{36}$/);
    expect(events).toEqual([
      {
        name: 'avi:jira:created:user',
        payload: {
          eventType: 'avi:jira:created:user',
          selfGenerated: false,
          timestamp: NOW,
          user: expect.objectContaining({
            accountId: user.accountId,
            accountType: 'atlassian',
            displayName: 'Eva Lind',
            emailAddress: 'eva@bluefinch.example',
            active: true,
            locale: 'en-US',
            groups: { size: 1, items: [expect.objectContaining({ name: 'jira-users-kith' })] },
            applicationRoles: { size: 1, items: [{ key: 'jira-software', name: 'Jira' }] },
          }),
        },
      },
    ]);
  });

  it('renaming, changing the email, hiding and showing it, deactivating and reactivating send avi:jira:updated:user', () => {
    const { site, events } = openSite();
    site.renameUser(ROSTER.agent, 'Bruno K.');
    site.changeEmail(ROSTER.agent, 'bruno@bluefinch.example');
    site.hideEmail(ROSTER.agent);
    site.showEmail(ROSTER.agent);
    site.deactivateUser(ROSTER.agent);
    site.reactivateUser(ROSTER.agent);
    expect(events.map((event) => event.name)).toEqual(Array(6).fill('avi:jira:updated:user'));
    expect(events[0]?.payload).toMatchObject({ user: { displayName: 'Bruno K.' } });
    expect(events[1]?.payload).toMatchObject({ user: { emailAddress: 'bruno@bluefinch.example' } });
    expect(events[2]?.payload).not.toHaveProperty('user.emailAddress');
    expect(events[4]?.payload).toMatchObject({ user: { active: false } });
    expect(site.findUser(ROSTER.agent)).toMatchObject({ displayName: 'Bruno K.', active: true, updatedAt: NOW });
  });

  it('taking the email away leaves an account without one', () => {
    const { site, get } = openSite();
    site.changeEmail(ROSTER.agent, undefined);
    expect(site.findUser(ROSTER.agent)).not.toHaveProperty('email');
    expect(get(`/user/email?accountId=${ROSTER.agent}`).status).toBe(404);
  });

  it('deleteUser sends avi:jira:deleted:user once, and erases name and email', () => {
    const { site, events } = openSite();
    site.deleteUser(ROSTER.agent);
    site.deleteUser(ROSTER.agent);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      name: 'avi:jira:deleted:user',
      payload: { user: { accountId: ROSTER.agent, displayName: 'Bruno Keller' } },
    });
    expect(site.findUser(ROSTER.agent)).toMatchObject({ deleted: true, active: false, displayName: '' });
  });

  it('cannot be made to an account that is unknown or deleted', () => {
    const { site } = openSite();
    expect(() => site.renameUser('nobody', 'X')).toThrow('No such account: nobody');
    site.deleteUser(ROSTER.agent);
    expect(() => site.reactivateUser(ROSTER.agent)).toThrow(`The account is deleted: ${ROSTER.agent}`);
    expect(() => site.createUser({ accountId: ROSTER.admin, displayName: 'X' })).toThrow('The account exists');
  });

  it('of portal customers send no user event unless chosen otherwise', () => {
    const silent = openSite();
    silent.site.renameUser(ROSTER.customer, 'Dana O.');
    expect(silent.events).toEqual([]);
    const telling = openSite({ options: { customerUserEvents: true } });
    telling.site.renameUser(ROSTER.customer, 'Dana O.');
    expect(telling.events.map((event) => event.name)).toEqual(['avi:jira:updated:user']);
  });

  it('show in the personal data report: closed once deleted, updated when changed since, else nothing', async () => {
    const { site, clock } = openSite();
    const read = new Date(clock.now()).toISOString();
    expect(site.accountStatus(ROSTER.agent, read)).toBeUndefined();
    await clock.advance(1000);
    site.renameUser(ROSTER.agent, 'Bruno K.');
    expect(site.accountStatus(ROSTER.agent, read)).toBe('updated');
    expect(site.accountStatus(ROSTER.agent, new Date(clock.now()).toISOString())).toBeUndefined();
    site.deleteUser(ROSTER.agent);
    expect(site.accountStatus(ROSTER.agent, new Date(clock.now()).toISOString())).toBe('closed');
    expect(site.accountStatus('never-seen', read)).toBeUndefined();
  });
});

describe('changes to issues', () => {
  it('createIssue sends avi:jira:created:issue with the reporter', () => {
    const { site, events } = openSite();
    const { id, key } = site.createIssue({ projectKey: 'HELP', summary: 'Help', reporter: ROSTER.customer });
    expect(events).toEqual([
      {
        name: 'avi:jira:created:issue',
        payload: expect.objectContaining({
          eventType: 'avi:jira:created:issue',
          selfGenerated: false,
          atlassianId: ROSTER.customer,
          issue: {
            id,
            key,
            fields: expect.objectContaining({
              summary: 'Help',
              created: '2026-11-02T09:00:00.000+0000',
              project: expect.objectContaining({ key: 'HELP' }),
              reporter: expect.objectContaining({ accountId: ROSTER.customer, accountType: 'customer' }),
              assignee: null,
            }),
          },
          associatedUsers: { users: [expect.objectContaining({ accountId: ROSTER.customer })] },
        }),
      },
    ]);
  });

  it('changeReporter sends avi:jira:updated:issue with account ids in the changelog', () => {
    const { site, events } = openSite();
    const { key } = site.createIssue({ projectKey: 'OPS', summary: 'Who', reporter: ROSTER.agent });
    site.changeReporter(key, undefined, ROSTER.admin);
    expect(events[1]).toMatchObject({
      name: 'avi:jira:updated:issue',
      payload: {
        atlassianId: ROSTER.admin,
        issue: { key, fields: { reporter: null } },
        changelog: {
          items: [{ field: 'reporter', from: ROSTER.agent, fromString: 'Bruno Keller', to: null, toString: null }],
        },
      },
    });
    expect(site.findIssue(key)).not.toHaveProperty('reporter');
  });

  it('transitionIssue sends avi:jira:updated:issue with status and resolution', () => {
    const { site, events } = openSite({ options: { issues: 0 } });
    const { key } = site.createIssue({ projectKey: 'OPS', summary: 'Do it' });
    site.transitionIssue(key, 'In Progress', ROSTER.agent);
    site.transitionIssue(key, 'Done');
    site.transitionIssue(key, 'Done');
    expect(events).toHaveLength(3);
    expect(events[1]).toMatchObject({
      payload: {
        atlassianId: ROSTER.agent,
        changelog: { items: [{ field: 'status', fromString: 'Open', toString: 'In Progress' }] },
      },
    });
    expect(events[2]).toMatchObject({
      payload: {
        issue: { fields: { status: { name: 'Done', statusCategory: { key: 'done' } } } },
        changelog: {
          items: [
            { field: 'resolution', from: null, toString: 'Done' },
            { field: 'status', from: '10001', toString: 'Done' },
          ],
        },
      },
    });
  });

  it('addIssues sends nothing, and searches see the issues at once', () => {
    const { site, events } = openSite({ options: { issues: 0, searchLagMs: 500 } });
    site.addIssues(
      Array.from({ length: 1_000 }, (_, at) => ({ projectKey: 'HELP', summary: `${at}`, reporter: ROSTER.agent })),
    );
    expect(events).toEqual([]);
    expect(site.searchIssues(`reporter = "${ROSTER.agent}"`, { visibleTo: ROSTER.agent }).total).toBe(1_000);
  });

  it('need a project, and a reporter that exists', () => {
    const { site } = openSite();
    expect(() => site.createIssue({ projectKey: 'NONE', summary: 'x' })).toThrow('No such project: NONE');
    expect(() => site.createIssue({ projectKey: 'OPS', summary: 'x', reporter: 'y' })).toThrow('No such account: y');
  });
});
