import { ROSTER } from '../../../sandbox/src/jira';
import { codeOf } from '../contacts/open-kith';
import { openSite, type Site } from './open-site';

const calls: [string, object][] = [
  ['getSyncStatus', {}],
  ['setSyncEnabled', { enabled: true }],
  ['syncNow', {}],
  ['listSkippedUsers', {}],
  ['getSettings', {}],
  ['updateSettings', { settings: { includeInactive: true } }],
];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});

describe.each(calls)('%s', (name, payload) => {
  it.each([
    ['an agent', ROSTER.agent, undefined],
    ['an account manager', ROSTER.accountManager, undefined],
    ['a portal customer', ROSTER.customer, undefined],
    ['a portal customer who says to be licensed', ROSTER.customer, 'licensed'],
    ['somebody who is not signed in', 'unidentified', 'anonymous'],
    ['an account that Jira does not know', 'nobody', 'licensed'],
  ] as const)('is forbidden to %s', async (_, accountId, accountType) => {
    const visitor = { accountId, ...(accountType === undefined ? {} : { accountType }) };
    expect(codeOf(await site.call('kith-admin', name, payload, visitor))).toBe('forbidden');
  });

  it('is forbidden to an agent before a malformed payload is looked at', async () => {
    const answer = await site.call('kith-admin', name, { junk: true }, { accountId: ROSTER.agent });
    expect(codeOf(answer)).toBe('forbidden');
  });

  it.each([['kith-contacts'], ['kith-issue-contact']])('cannot be reached from the page %s', async (moduleKey) => {
    const answer = await site.call(moduleKey, name, payload, { accountId: ROSTER.admin });
    expect(codeOf(answer)).toBe('invalid');
  });

  it.each([
    ['a text', 'x'],
    ['a number', 42],
    ['zero', 0],
    ['false', false],
    ['an empty text', ''],
    ['a list', []],
    ['a list of lists', [[]]],
    ['an unknown member', { ...payload, junk: 1 }],
  ])('finds %s invalid', async (_, junk) => {
    const answer = await site.call('kith-admin', name, junk, { accountId: ROSTER.admin });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', field: expect.any(String) } });
  });
});

describe('a malformed payload', () => {
  const settings = (changes: object) => ({ settings: changes });
  it.each([
    ['setSyncEnabled', {}, 'enabled'],
    ['setSyncEnabled', { enabled: 'yes' }, 'enabled'],
    ['setSyncEnabled', { enabled: null }, 'enabled'],
    ['setSyncEnabled', { enabled: 1 }, 'enabled'],
    ['listSkippedUsers', { limit: 0 }, 'limit'],
    ['listSkippedUsers', { limit: 101 }, 'limit'],
    ['listSkippedUsers', { limit: 1.5 }, 'limit'],
    ['listSkippedUsers', { limit: '10' }, 'limit'],
    ['listSkippedUsers', { cursor: 7 }, 'cursor'],
    ['listSkippedUsers', { cursor: '' }, 'cursor'],
    ['listSkippedUsers', { cursor: 'no cursor of ours!' }, 'cursor'],
    ['listSkippedUsers', { cursor: 'x'.repeat(5000) }, 'cursor'],
    ['updateSettings', {}, 'settings'],
    ['updateSettings', { settings: null }, 'settings'],
    ['updateSettings', { settings: [] }, 'settings'],
    ['updateSettings', settings({ junk: 1 }), 'settings.junk'],
    ['updateSettings', settings({ includeInactive: 'yes' }), 'settings.includeInactive'],
    ['updateSettings', settings({ hiddenEmails: 'sometimes' }), 'settings.hiddenEmails'],
    ['updateSettings', settings({ usersWithoutEmail: true }), 'settings.usersWithoutEmail'],
    ['updateSettings', settings({ editPolicy: '' }), 'settings.editPolicy'],
    ['updateSettings', settings({ accountTypes: { atlassian: true } }), 'settings.accountTypes.customer'],
    ['updateSettings', settings({ accountTypes: { atlassian: 1, customer: true } }), 'settings.accountTypes.atlassian'],
    ['updateSettings', settings({ excludedDomains: 'example.com' }), 'settings.excludedDomains'],
    ['updateSettings', settings({ excludedDomains: ['ok.example', 'not a domain'] }), 'settings.excludedDomains.1'],
    ['updateSettings', settings({ excludedDomains: [null] }), 'settings.excludedDomains.0'],
    ['updateSettings', settings({ companyFromDomain: {} }), 'settings.companyFromDomain'],
  ])('of %s: %j is invalid, and names %s', async (name, payload, field) => {
    const answer = await site.call('kith-admin', name, payload, { accountId: ROSTER.admin });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', field } });
  });

  it('changes nothing', async () => {
    expect(await site.status()).toEqual({ enabled: false, phase: 'off', syncedContacts: 0 });
    expect([...site.sandbox.storage.rows('sync-state')]).toEqual([]);
  });
});

describe('a function that there is not', () => {
  it.each([['getEverything'], ['toString'], ['constructor'], ['__proto__'], ['hasOwnProperty'], ['']])(
    '%j is invalid',
    async (name) => {
      expect(codeOf(await site.call('kith-admin', name, {}, { accountId: ROSTER.admin }))).toBe('invalid');
    },
  );
});

describe('a right that is lost', () => {
  it('no longer lets anybody change anything, at once', async () => {
    const own = await openSite();
    await own.admin('getSyncStatus', {});
    own.jira.deactivateUser(ROSTER.admin);
    const visitor = { accountId: ROSTER.admin, accountType: 'licensed' as const };
    expect(codeOf(await own.call('kith-admin', 'setSyncEnabled', { enabled: true }, visitor))).toBe('forbidden');
  });

  it('lets nobody read any more after a minute', async () => {
    const own = await openSite();
    await own.admin('getSyncStatus', {});
    own.jira.deactivateUser(ROSTER.admin);
    await own.sandbox.passTime(60_000);
    const visitor = { accountId: ROSTER.admin, accountType: 'licensed' as const };
    expect(codeOf(await own.call('kith-admin', 'getSyncStatus', {}, visitor))).toBe('forbidden');
  });
});

describe('what Jira or storage are to blame for', () => {
  it('is rate-limited when Jira asks to wait', async () => {
    const own = await openSite();
    own.jira.throttle({ kind: 'burst', seconds: 60 });
    expect(codeOf(await own.admin('setSyncEnabled', { enabled: true }))).toBe('rate-limited');
  });

  it('is unavailable when Jira fails', async () => {
    const own = await openSite();
    own.jira.throttle({ kind: 'unavailable', seconds: 60 });
    expect(codeOf(await own.admin('setSyncEnabled', { enabled: true }))).toBe('unavailable');
  });

  it('is rate-limited when storage asks to wait', async () => {
    const own = await openSite();
    own.sandbox.faults.set({ storageThrottled: 1 });
    expect(codeOf(await own.admin('setSyncEnabled', { enabled: true }))).toBe('rate-limited');
  });

  it('is unavailable when storage fails', async () => {
    const own = await openSite();
    own.sandbox.storage.handle = () => ({ status: 500, text: 'Internal Server Error' });
    expect(codeOf(await own.admin('setSyncEnabled', { enabled: true }))).toBe('unavailable');
  });

  it('is not an error at all when the answer of a write was lost: its own write is found', async () => {
    const own = await openSite();
    const { storage } = own.sandbox;
    const handle = storage.handle.bind(storage);
    let lost = 0;
    storage.handle = (path, body) => {
      const answer = handle(path, body);
      if (path !== '/api/v1/transaction' || lost++ > 0) return answer;
      return { status: 502, text: 'Bad gateway' };
    };
    expect(codeOf(await own.admin('setSyncEnabled', { enabled: true }))).toBe('ok');
    expect((await own.status()).enabled).toBe(true);
  });
});
