import { GROUPS, ROSTER } from '../directory/roster';
import { ADMIN, AGENT, APP, CUSTOMER, NOBODY, openSite } from '../jira-fixture';

const namesIn = (body: unknown): string[] => (body as { groups: { name: string }[] }).groups.map(({ name }) => name);

describe('GET /groups/picker', () => {
  it('gives the groups whose name contains the text, by name, with the text in bold', () => {
    const { get, site } = openSite();
    const [found] = site.listGroups().filter(({ name }) => name === 'account-managers');
    expect(get('/groups/picker?query=manage&maxResults=1', { as: ADMIN }).body).toEqual({
      header: 'Showing 1 of 2 matching groups',
      total: 2,
      groups: [{ name: 'account-managers', html: 'account-<b>manage</b>rs', labels: [], groupId: found?.groupId }],
    });
  });

  it('minds case unless it is told not to', () => {
    const { get } = openSite();
    expect(namesIn(get('/groups/picker?query=ACCOUNT', { as: ADMIN }).body)).toEqual([]);
    expect(namesIn(get('/groups/picker?query=ACCOUNT&caseInsensitive=true', { as: ADMIN }).body)).toEqual([
      'account-managers',
    ]);
  });

  it('gives up to 20 groups without a text, also those made since', () => {
    const { get, site } = openSite();
    for (let at = 0; at < 30; at++) site.createGroup(`a-team-${at}`);
    expect(namesIn(get('/groups/picker', { as: AGENT }).body)).toHaveLength(20);
    expect(get('/groups/picker?query=a-team-29', { as: AGENT }).body).toMatchObject({ total: 1 });
  });

  it.each([
    ['a customer', CUSTOMER],
    ['nobody', NOBODY],
  ])('shows %s a group by its exact name only', (_, as) => {
    const { get } = openSite();
    expect(namesIn(get('/groups/picker?query=account', { as }).body)).toEqual([]);
    expect(namesIn(get('/groups/picker?query=account-managers', { as }).body)).toEqual(['account-managers']);
  });

  it('needs one of its scopes', () => {
    const { get } = openSite();
    expect(get('/groups/picker', { scopes: ['read:jira-user'] }).status).toBe(200);
    expect(get('/groups/picker', { scopes: ['read:group:jira'] }).status).toBe(200);
    expect(get('/groups/picker', { scopes: ['read:jira-work'] }).status).toBe(401);
  });
});

describe('GET /group/bulk', () => {
  it('gives the groups of the given ids that there are', () => {
    const { get, site } = openSite();
    const { groupId } = site.createGroup('partners');
    expect(get(`/group/bulk?groupId=${groupId}&groupId=none`, { as: ADMIN }).body).toEqual({
      maxResults: 50,
      startAt: 0,
      total: 1,
      isLast: true,
      values: [{ name: 'partners', groupId }],
    });
  });

  it('is refused to those who may not browse groups', () => {
    const { get } = openSite();
    expect(get('/group/bulk', { as: APP }).status).toBe(200);
    expect(get('/group/bulk', { as: CUSTOMER }).status).toBe(403);
  });
});

describe('the members of a group', () => {
  it('have it in their own record, when asked for', () => {
    const { get, site } = openSite();
    const { groupId } = site.createGroup('partners');
    site.addToGroup(ROSTER.agent, 'partners');
    expect(get('/myself?expand=groups', { as: AGENT }).body).toMatchObject({
      groups: { size: 4, items: expect.arrayContaining([{ name: 'partners', groupId }]) },
    });
    expect(get('/myself', { as: AGENT }).body).toMatchObject({ groups: { size: 4, items: [] } });
    site.removeFromGroup(ROSTER.agent, 'partners');
    expect(get('/myself?expand=groups', { as: AGENT }).body).toMatchObject({ groups: { size: 3 } });
  });

  it('come and go without a product event', () => {
    const { site, events } = openSite();
    site.addToGroup(ROSTER.accountManager, GROUPS.agents);
    site.removeFromGroup(ROSTER.accountManager, GROUPS.agents);
    expect(events).toEqual([]);
  });

  it('are accounts of the site, and the group is one', () => {
    const { site } = openSite();
    expect(() => site.addToGroup('nobody', GROUPS.agents)).toThrow(RangeError);
    expect(() => site.addToGroup(ROSTER.agent, 'none')).toThrow(RangeError);
    expect(() => site.createGroup(GROUPS.agents)).toThrow(RangeError);
  });
});
