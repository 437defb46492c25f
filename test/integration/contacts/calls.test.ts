import { ROSTER } from '../../../sandbox/src/jira';
import type { Failure } from '../../../src/contract';
import { adminSchemas, contactsSchemas, issueSchemas } from '../../../src/contract';
import { directoryOf, type Kith, openKith, valueIn } from './open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith({
    directory: directoryOf(
      { accountId: 'no-licence', displayName: 'No Licence', groups: [] },
      { accountId: 'gone', displayName: 'Gone', active: false },
    ),
  });
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const issue = { id: '10001', key: 'HELP-1' };
const functions = [
  ...Object.keys(adminSchemas).map((name) => ['kith-admin', name] as const),
  ...Object.keys(contactsSchemas).map((name) => ['kith-contacts', name] as const),
  ...Object.keys(issueSchemas).map((name) => ['kith-issue-contact', name] as const),
];

const call = (module: string, name: string, payload: unknown, accountId: string = ROSTER.admin, more: object = {}) =>
  kith.call(module, name, payload, { accountId, extension: { issue }, ...more });
const errorOf = (answer: unknown): Failure => {
  const { ok, error } = answer as { ok: boolean; error?: Failure };
  if (ok || error === undefined) throw new Error(`This should have failed: ${JSON.stringify(answer)}`);
  return error;
};

describe.each(functions)('%s: %s', (module, name) => {
  it('answers a malformed payload with invalid and the first culprit', async () => {
    for (const junk of [
      'text',
      42,
      true,
      false,
      0,
      '',
      [],
      [{}],
      { surprise: 1 },
      JSON.parse('{"__proto__":{"a":1}}'),
    ]) {
      expect(errorOf(await call(module, name, junk))).toEqual({
        code: 'invalid',
        message: expect.any(String),
        field: expect.stringMatching(/./),
      });
    }
  });

  it('is forbidden to portal customers, people without a licence, deactivated people and strangers', async () => {
    for (const accountId of [ROSTER.customer, 'no-licence', 'gone', 'unidentified', 'unknown']) {
      expect(errorOf(await call(module, name, {}, accountId)).code).toBe('forbidden');
      expect(errorOf(await call(module, name, 'junk', accountId)).code).toBe('forbidden');
    }
  });

  it('believes Jira, not the browser, about who is licensed', async () => {
    for (const accountId of [ROSTER.customer, 'no-licence', 'gone']) {
      const answer = await call(module, name, {}, accountId, { accountType: 'licensed' });
      expect(errorOf(answer).code).toBe('forbidden');
    }
    for (const accountType of ['customer', 'unlicensed', 'anonymous']) {
      expect(errorOf(await call(module, name, {}, ROSTER.admin, { accountType })).code).toBe('forbidden');
    }
  });
});

describe('an unknown function', () => {
  it.each(['', 'nothing', 'toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'])(
    '(%j) is invalid on every page',
    async (name) => {
      for (const module of ['kith-admin', 'kith-configure', 'kith-contacts', 'kith-issue-contact']) {
        expect(errorOf(await call(module, name, {})).code).toBe('invalid');
        expect(errorOf(await call(module, name, {}, ROSTER.customer)).code).toBe('forbidden');
      }
    },
  );

  it('is one that belongs to another page', async () => {
    for (const name of Object.keys(adminSchemas)) {
      expect(errorOf(await call('kith-contacts', name, { enabled: true })).code).toBe('invalid');
      expect(errorOf(await call('kith-issue-contact', name, { enabled: true })).code).toBe('invalid');
    }
    expect(errorOf(await call('kith-admin', 'listContacts', {})).code).toBe('invalid');
    expect(errorOf(await call('kith-contacts', 'linkIssueContact', { contactId: 'a' })).code).toBe('invalid');
    expect(errorOf(await call('kith-issue-contact', 'deleteContact', { id: 'a', version: 1 })).code).toBe('invalid');
  });
});

describe('the functions of the admin page', () => {
  it.each(Object.keys(adminSchemas))('(%s) are forbidden to people who do not administer Jira', async (name) => {
    const payload = name === 'setSyncEnabled' ? { enabled: true } : name === 'updateSettings' ? { settings: {} } : {};
    for (const module of ['kith-admin', 'kith-configure']) {
      expect(errorOf(await call(module, name, payload, ROSTER.agent)).code).toBe('forbidden');
      expect(errorOf(await call(module, name, 'junk', ROSTER.agent)).code).toBe('forbidden');
    }
  });

  it('ask Jira once a minute for reading, and each time for writing', async () => {
    const jira = jest.spyOn(kith.sandbox.jira, 'handle');
    const checks = () => jira.mock.calls.filter(([request]) => request.path === '/rest/api/3/permissions/check').length;
    for (let times = 0; times < 3; times++) valueIn(await kith.admin('getSettings', {}));
    expect(checks()).toBe(1);
    for (let times = 0; times < 3; times++) valueIn(await kith.admin('updateSettings', { settings: {} }));
    expect(checks()).toBe(4);
    await kith.sandbox.passTime(61_000);
    valueIn(await kith.admin('getSettings', {}));
    expect(checks()).toBe(5);
  });
});

describe('a licensed user', () => {
  it('is asked for once a minute', async () => {
    const jira = jest.spyOn(kith.sandbox.jira, 'handle');
    for (let times = 0; times < 3; times++) valueIn(await kith.contacts('listContacts', {}));
    expect(jira).toHaveBeenCalledTimes(1);
    valueIn(await kith.contacts('listContacts', {}, ROSTER.accountManager));
    expect(jira).toHaveBeenCalledTimes(2);
    await kith.sandbox.passTime(61_000);
    valueIn(await kith.contacts('listContacts', {}));
    expect(jira).toHaveBeenCalledTimes(3);
  });
});

describe('a payload with one mistake', () => {
  const long = (length: number) => 'x'.repeat(length);
  it.each([
    ['getContact', {}, 'id'],
    ['getContact', { id: '' }, 'id'],
    ['getContact', { id: long(129) }, 'id'],
    ['createContact', {}, 'contact'],
    ['createContact', { contact: {} }, 'contact.name'],
    ['createContact', { contact: { name: '' } }, 'contact.name'],
    ['createContact', { contact: { name: ' \u00a0 ' } }, 'contact.name'],
    ['createContact', { contact: { name: long(256) } }, 'contact.name'],
    ['createContact', { contact: { name: null } }, 'contact.name'],
    ['createContact', { contact: { name: 'A', email: '' } }, 'contact.email'],
    ['createContact', { contact: { name: 'A', email: 'a' } }, 'contact.email'],
    ['createContact', { contact: { name: 'A', email: 'a@b@c' } }, 'contact.email'],
    ['createContact', { contact: { name: 'A', email: 'a b@c' } }, 'contact.email'],
    ['createContact', { contact: { name: 'A', email: `${long(250)}@b.cd` } }, 'contact.email'],
    ['createContact', { contact: { name: 'A', email: null } }, 'contact.email'],
    ['createContact', { contact: { name: 'A', fields: [] } }, 'contact.fields'],
    ['createContact', { contact: { name: 'A', fields: { a: { b: 1 } } } }, 'contact.fields.a'],
    ['createContact', { contact: { name: 'A', id: 'mine' } }, 'contact.id'],
    ['createContact', { contact: { name: 'A', synced: true } }, 'contact.synced'],
    ['updateContact', { id: 'a', changes: {} }, 'version'],
    ['updateContact', { id: 'a', version: 0, changes: {} }, 'version'],
    ['updateContact', { id: 'a', version: 1.5, changes: {} }, 'version'],
    ['updateContact', { id: 'a', version: '1', changes: {} }, 'version'],
    ['updateContact', { id: 'a', version: 1 }, 'changes'],
    ['updateContact', { id: 'a', version: 1, changes: { name: null } }, 'changes.name'],
    ['updateContact', { id: 'a', version: 1, changes: { email: 'no' } }, 'changes.email'],
    ['updateContact', { id: 'a', version: 1, changes: { accounts: [] } }, 'changes.accounts'],
    ['deleteContact', { id: 'a' }, 'version'],
    ['listContacts', { limit: 0 }, 'limit'],
    ['listContacts', { limit: 101 }, 'limit'],
    ['listContacts', { limit: '5' }, 'limit'],
    ['listContacts', { search: long(256) }, 'search'],
    ['listContacts', { search: 5 }, 'search'],
    ['listContacts', { kind: 'some' }, 'kind'],
    ['listContacts', { cursor: '' }, 'cursor'],
    ['listContacts', { cursor: 'bm9uZQ' }, 'cursor'],
    ['refreshContacts', { ids: 'a' }, 'ids'],
    ['refreshContacts', { ids: Array.from({ length: 101 }, (_, i) => `id${i}`) }, 'ids'],
    ['refreshContacts', { ids: ['a', 5] }, 'ids.1'],
    ['createCompany', { company: { name: 'A', domains: ['nodot'] } }, 'company.domains.0'],
    ['createCompany', { company: { name: 'A', domains: 'a.example' } }, 'company.domains'],
    ['updateCompany', { id: 'a', version: 1, changes: { name: '' } }, 'changes.name'],
    ['listCompanies', { limit: -1 }, 'limit'],
  ])('%s %j is invalid in %s', async (name, payload, field) => {
    expect(errorOf(await call('kith-contacts', name, payload))).toMatchObject({ code: 'invalid', field });
  });
});
