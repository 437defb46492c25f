import { callGo, fixtureSandbox, go } from '../testing/fixture';

const report = go(`
  const { __requestAtlassianAsApp: request } = await import('@forge/api');
  const response = await request('/app/report-accounts', { method: 'POST', headers: {}, body: JSON.stringify(payload) });
  return { status: response.status, cycle: response.headers.get('Cycle-Period'), body: await response.text() };`);

const at = '2026-11-01T00:00:00.000Z';

describe('the personal data report', () => {
  it('names closed accounts and those updated since, and leaves out the rest', async () => {
    const sandbox = await fixtureSandbox({ resolver: go('return privacy.reportPersonalData(payload.accounts)') });
    const create = (displayName: string): string => sandbox.jira.createUser({ displayName }).accountId;
    const living = create('Ada Byron');
    const deleted = create('Grace Hop');
    const renamed = create('Lin Wei');
    await sandbox.passTime(1_000);
    const updatedAt = new Date(sandbox.clock.now()).toISOString();
    await sandbox.passTime(1_000);
    sandbox.jira.deleteUser(deleted);
    sandbox.jira.renameUser(renamed, 'Lin Chen');
    const accounts = [living, deleted, renamed].map((accountId) => ({ accountId, updatedAt }));
    expect(await callGo(sandbox, { accounts })).toEqual([
      { accountId: deleted, status: 'closed' },
      { accountId: renamed, status: 'updated' },
    ]);
  });

  it('answers 204 when nothing is to be done, with the cycle period in its header', async () => {
    const sandbox = await fixtureSandbox({ resolver: report });
    const { accountId } = sandbox.jira.createUser({ displayName: 'Ada Byron', email: 'a@example.com' });
    const updatedAt = new Date(sandbox.clock.now() + 1000).toISOString();
    expect(await callGo(sandbox, { accounts: [{ accountId, updatedAt }] })).toEqual({
      status: 204,
      cycle: '7',
      body: '',
    });
  });

  it('takes 90 accounts and refuses 91, none, the id unknown and a malformed time with 400', async () => {
    const sandbox = await fixtureSandbox({ resolver: report });
    const accounts = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ accountId: `a${n}`, updatedAt: at }));
    const statuses = [];
    for (const list of [
      accounts(90),
      accounts(91),
      [],
      [{ accountId: 'unknown', updatedAt: at }],
      [{ accountId: 'a', updatedAt: 'today' }],
    ]) {
      statuses.push(((await callGo(sandbox, { accounts: list })) as { status: number }).status);
    }
    expect(statuses).toEqual([expect.any(Number), 400, 400, 400, 400]);
  });

  it('needs the scope report:personal-data', async () => {
    const sandbox = await fixtureSandbox(
      { resolver: report },
      { edit: (text) => text.replace(', report:personal-data', '') },
    );
    expect(await callGo(sandbox, { accounts: [{ accountId: 'a', updatedAt: at }] })).toMatchObject({ status: 403 });
    expect(sandbox.problems).toHaveLength(1);
  });
});
