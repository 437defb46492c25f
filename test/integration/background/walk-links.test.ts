import { day, hour, minute, Site, user, users } from './site';

let site: Site;
afterEach(() => site.close());

describe('the walk over our links heals within a day what no event told', () => {
  it('of a new name, a new email, and a deactivation', async () => {
    site = await Site.synced([user('renamed'), user('re-mailed'), user('deactivated'), user('same')]);
    const before = site.record('user', 'same');
    site.unnoticed(() => {
      site.jira.renameUser('renamed', 'New Name');
      site.jira.changeEmail('re-mailed', 'new@example.com');
      site.jira.deactivateUser('deactivated');
    });
    await site.sandbox.passTime(day);
    expect(site.contactOf('renamed')?.name).toBe('New Name');
    expect(site.contactOf('re-mailed')?.email).toBe('new@example.com');
    expect(site.record('user', 'deactivated')).toMatchObject({ kind: 'link', active: false });
    expect(site.record('user', 'same')).toEqual(before);
  });

  it('of swapped emails', async () => {
    site = await Site.synced([user('one'), user('two')]);
    const [one, two] = [site.contactOf('one')?.id, site.contactOf('two')?.id];
    site.unnoticed(() => {
      site.jira.changeEmail('one', 'two@example.com');
      site.jira.changeEmail('two', 'one@example.com');
    });
    await site.sandbox.passTime(day);
    expect(site.contactOf('one')).toMatchObject({ id: one, email: 'two@example.com' });
    expect(site.contactOf('two')).toMatchObject({ id: two, email: 'one@example.com' });
  });

  it('of an account that is hidden behind its profile and has a new email', async () => {
    site = await Site.synced([user('hidden', { emailHidden: true })]);
    expect(site.contactOf('hidden')?.email).toBe('hidden@example.com');
    site.unnoticed(() => void site.jira.changeEmail('hidden', 'new@example.com'));
    await site.sandbox.passTime(day);
    expect(site.contactOf('hidden')?.email).toBe('new@example.com');
  });

  it('of a deleted account that Jira no longer has', async () => {
    site = await Site.synced([user('deleted')], { jira: { deletedRead: 'not-found' } });
    const { id = '' } = site.contactOf('deleted') ?? {};
    site.unnoticed(() => void site.jira.deleteUser('deleted'));
    await site.sandbox.passTime(day);
    expect(site.record('user', 'deleted')).toBeUndefined();
    expect(site.record('contact', id)).toMatchObject({ name: 'Name of deleted', accounts: [] });
  });
});

describe('an account that is missing', () => {
  it('is unlinked after a second look, no sooner than ten minutes after the first', async () => {
    site = await Site.synced([user('missing')]);
    site.jira.misbehave.missing = (accountId) => accountId === 'missing';
    await site.sandbox.passTime(20 * hour - 5 * minute);
    while (site.record('waiting', 'missing') === undefined) await site.tick();
    const link = site.record('user', 'missing');
    const seen = link?.kind === 'link' ? (link.missingSince ?? '') : '';
    expect(site.record('waiting', 'missing')?.notBefore).toBe(new Date(Date.parse(seen) + 10 * minute).toISOString());
    await site.sandbox.passTime(Date.parse(seen) + 10 * minute - site.sandbox.clock.now() - 1);
    expect(site.record('user', 'missing')?.kind).toBe('link');
    await site.sandbox.passTime(6 * minute);
    expect(site.record('user', 'missing')).toBeUndefined();
    expect(site.record('skip', 'missing')).toMatchObject({ reason: 'inactive', gone: true });
    expect(site.record('waiting', 'missing')).toBeUndefined();
  });

  it('stays linked when it is there at the second look', async () => {
    site = await Site.synced([user('missing')]);
    site.jira.misbehave.missing = (accountId) => accountId === 'missing';
    await site.sandbox.passTime(20 * hour - 5 * minute);
    while (site.record('waiting', 'missing') === undefined) await site.tick();
    site.sandbox.quiet();
    await site.sandbox.passTime(day);
    expect(site.record('user', 'missing')).toMatchObject({ kind: 'link' });
    expect(site.record('user', 'missing')).not.toHaveProperty('missingSince');
    expect(site.record('waiting', 'missing')).toBeUndefined();
  });

  it('is not taken for gone when its record is degraded, however often', async () => {
    site = await Site.synced([user('degraded')]);
    const before = site.record('user', 'degraded');
    site.jira.misbehave.degraded = (accountId) => accountId === 'degraded';
    await site.sandbox.passTime(day);
    expect(site.record('user', 'degraded')).toEqual(before);
  });
});

describe('a bulk answer that Jira gives in pages', () => {
  /** Jira gives fewer accounts at a time than it was asked for, and says that there are more. */
  function cutBulkAnswers(most: number): void {
    const { jira } = site;
    const handle = jira.handle.bind(jira);
    jira.handle = (request, ...rest) => {
      const cut = (asked: string) => `maxResults=${Math.min(Number(asked.slice(11)), most)}`;
      const path = request.path.includes('/user/bulk?') ? request.path.replace(/maxResults=\d+/, cut) : request.path;
      return handle({ ...request, path }, ...rest);
    };
  }

  it('is read to its end: who is on a later page is not missing', async () => {
    site = await Site.synced(users(60));
    const before = site.revisions();
    cutBulkAnswers(7);
    await site.sandbox.passTime(day);
    expect(site.revisions()).toEqual(before);
    site.unnoticed(() => void site.jira.renameUser('u059', 'New Name'));
    await site.sandbox.passTime(day);
    expect(site.contactOf('u059')?.name).toBe('New Name');
  });
});

describe('a site with few points', () => {
  it.each(['60', '200'])('is walked through, too, within its fifth (%s an hour)', async (points) => {
    site = await Site.synced([user('one'), user('two')], { variables: { POINTS_PER_SITE: points } });
    site.unnoticed(() => void site.jira.renameUser('two', 'New Name'));
    site.jira.meter.reset();
    await site.sandbox.passTime(2 * day);
    expect(site.contactOf('two')?.name).toBe('New Name');
    expect(site.pointsSpent()).toBeLessThanOrEqual((Number(points) / 5) * 48);
  });
});

describe('a turn over unchanged accounts', () => {
  it('takes a day, looks at each account once, and writes no contact, claim, link or skip', async () => {
    site = await Site.synced([...users(100), user('left-out', { email: undefined as never })]);
    const before = site.revisions();
    const turn = site.record('walk', 'walk')?.links.startedAt ?? '';
    site.jira.meter.reset();
    await site.sandbox.passTime(day);
    expect(site.revisions()).toEqual(before);
    const links = site.record('walk', 'walk')?.links;
    const took = Date.parse(links?.startedAt ?? '') - Date.parse(turn);
    expect(took / hour).toBeGreaterThanOrEqual(20);
    expect(took / hour).toBeLessThan(21);
    expect(links?.total).toBe(104);
    const { calls, points } = site.jira.meter.of('GET /user/bulk');
    expect(points).toBeLessThan(1.3 * 2 * 104 + calls);
    expect(calls).toBeLessThanOrEqual(8);
  });

  it('keeps its place between slices by the last account id', async () => {
    site = await Site.synced(users(100));
    await site.sandbox.passTime(12 * hour);
    const { after = '', done } = site.record('walk', 'walk')?.links ?? {};
    expect(done).toBeGreaterThanOrEqual(40);
    expect(done).toBeLessThanOrEqual(66);
    const ids = [...site.sandbox.storage.rows('jira-user')].map(({ key }) => key).sort();
    expect(ids.indexOf(after) + 1).toBe(done);
  });

  it('is told as the time of the last complete pass', async () => {
    site = await Site.synced([user('one')]);
    const { lastCompletedAt: afterRun = '' } = await site.admin('getSyncStatus', {});
    await site.sandbox.passTime(day);
    const { lastCompletedAt = '', run } = await site.admin('getSyncStatus', {});
    expect(Date.parse(lastCompletedAt) - Date.parse(afterRun)).toBeGreaterThan(19 * hour);
    expect(run).toMatchObject({ kind: 'initial', state: 'done' });
  });
});
