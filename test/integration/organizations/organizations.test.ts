import { ROSTER } from '../../../sandbox/src/jira';
import type { Organization } from '../../../src/contract';
import { codeOf, valueIn } from '../contacts/open-kith';
import { minute, type Site, syncedSite, user } from '../sync/open-site';

const day = 24 * 60 * minute;
const customer = (name: string, domain = 'acme.example') =>
  user(`qm:${name}`, { accountType: 'customer', displayName: name, email: `${name}@${domain}`, groups: [] });
const names = ['ann', 'ben', 'cleo', 'dora'];

let site: Site;
afterEach(() => {
  site.sandbox.expectNoProblems();
  site.sandbox.dispose();
});

async function open(options = {}): Promise<void> {
  site = await syncedSite([...names.map((name) => customer(name))], options);
}

const company = async (name: string, domains: string[] = []) =>
  valueIn(await site.contacts('createCompany', { company: { name, domains } }));

async function list(accountId: string = ROSTER.agent): Promise<Organization[]> {
  return valueIn(await site.contacts('listOrganizations', {}, accountId)).items;
}

const named = async (name: string) => (await list()).find((organization) => organization.name === name);

const tie = (id: string, companyId: string | null, accountId: string = ROSTER.agent) =>
  site.contacts('tieOrganization', { id, companyId }, accountId);

const companyOf = async (name: string) => (await site.contactOf(`qm:${name}`))?.companyName;

describe('the list of organizations', () => {
  it('suggests the company of the same name, or that of the domain most members have', async () => {
    await open();
    const ids = names.map((name) => `qm:${name}`);
    site.jira.createOrganization('Ácme gmbh', ids);
    site.jira.createOrganization('Buyers', ids);
    site.jira.createOrganization('Half', ['qm:ann', ROSTER.customer]);
    const acme = await company('ACME GmbH', ['acme.example']);
    await site.sandbox.settle();
    const suggestion = { companyId: acme.id, companyName: 'ACME GmbH' };
    expect((await named('Ácme gmbh'))?.suggestion).toEqual({ ...suggestion, because: 'name' });
    expect((await named('Buyers'))?.suggestion).toEqual({ ...suggestion, because: 'domain' });
    expect(await named('Half')).toEqual({ id: expect.any(String), name: 'Half' });
  });

  it('comes without suggestions by domain where Jira does not give the members', async () => {
    await open();
    site.jira.createOrganization('Buyers', ['qm:ann', 'qm:ben']);
    site.jira.createOrganization('Ajax');
    await company('Ajax', ['acme.example']);
    await site.sandbox.settle();
    const suggested = async () => (await list()).filter(({ suggestion }) => suggestion).map(({ name }) => name);
    const endpoint = 'GET /servicedeskapi/organization/{organizationId}/user';
    for (const kind of ['unavailable', 'burst'] as const) {
      site.jira.throttle({ kind, seconds: 60, endpoint });
      expect([kind, await suggested()]).toEqual([kind, ['Ajax']]);
      await site.sandbox.passTime(minute);
    }
    expect(await suggested()).toEqual(['Acme', 'Buyers', 'Ajax']);
  });

  it('costs a look at the first members once in ten minutes for each person, however often it is shown', async () => {
    await open();
    site.jira.createOrganization('Buyers', ['qm:ann', 'qm:ben']);
    const looks = () => site.jira.meter.of('GET /servicedeskapi/organization/{organizationId}/user').calls;
    const organizations = (await list()).length;
    expect(looks()).toBe(organizations);
    await company('Ajax', ['acme.example']);
    await site.sandbox.settle();
    expect((await named('Buyers'))?.suggestion).toMatchObject({ companyName: 'Ajax' });
    expect(looks()).toBe(organizations);
    await list(ROSTER.admin);
    expect(looks()).toBe(2 * organizations);
    await site.sandbox.passTime(10 * minute);
    await list();
    expect(looks()).toBe(3 * organizations);
  });

  it('comes page by page, and a cursor is good for its user only', async () => {
    await open();
    for (let nth = 1; nth <= 24; nth++) site.jira.createOrganization(`Organization ${nth}`);
    const first = valueIn(await site.contacts('listOrganizations', {}));
    const cursor = first.cursor ?? '';
    const second = valueIn(await site.contacts('listOrganizations', { cursor }));
    const all = [...first.items, ...second.items].map(({ name }) => name);
    expect(new Set(all).size).toBe(site.jira.listOrganizations().length);
    expect(second.cursor).toBeUndefined();
    expect(codeOf(await site.contacts('listOrganizations', { cursor }, ROSTER.admin))).toBe('invalid');
    expect(codeOf(await site.contacts('listOrganizations', { cursor: 'forged' }))).toBe('invalid');
  });

  it('is empty without service management, and for people who see no organization', async () => {
    await open();
    expect(await list(ROSTER.accountManager)).toEqual([]);
    expect((await list()).length).toBeGreaterThan(0);
    site.sandbox.dispose();
    await open({ jira: { serviceManagement: false } });
    expect(await list()).toEqual([]);
  });
});

describe('an organization that is tied to a company', () => {
  let acme: string;
  let organization: string;
  beforeEach(async () => {
    await open();
    acme = (await company('Acme')).id;
    organization = site.jira.createOrganization('Buyers', ['qm:ann', 'qm:ben', 'qm:cleo']).id;
  });

  it('gives it to its members who have none, within minutes, as something nobody chose', async () => {
    const other = (await company('Other')).id;
    const ben = await site.contactOf('qm:ben');
    const changes = { companyId: other };
    valueIn(await site.contacts('updateContact', { id: ben?.id ?? '', version: ben?.version ?? 0, changes }));
    const cleo = await site.contactOf('qm:cleo');
    for (const companyId of [other, null]) {
      const { version } = valueIn(await site.contacts('getContact', { id: cleo?.id ?? '' }));
      valueIn(await site.contacts('updateContact', { id: cleo?.id ?? '', version, changes: { companyId } }));
    }
    const calls = site.jira.meter.calls;
    expect(valueIn(await tie(organization, acme))).toEqual({
      id: organization,
      name: 'Buyers',
      companyId: acme,
      companyName: 'Acme',
    });
    await site.sandbox.passTime(6 * minute);
    expect(site.jira.meter.calls).toBeGreaterThan(calls);
    expect(await companyOf('ann')).toBe('Acme');
    expect(await companyOf('ben')).toBe('Other');
    expect(await companyOf('cleo')).toBeUndefined();
    expect(await companyOf('dora')).toBeUndefined();
    expect(await named('Buyers')).toMatchObject({ companyId: acme, companyName: 'Acme' });
  });

  it('looks at its members once a day, so that new ones get it, too', async () => {
    valueIn(await tie(organization, acme));
    await site.sandbox.passTime(6 * minute);
    site.jira.addToOrganization(organization, ['qm:dora']);
    const endpoint = 'GET /servicedeskapi/organization/{organizationId}/user';
    const before = site.jira.meter.of(endpoint).calls;
    await site.sandbox.passTime(day - 30 * minute);
    expect(site.jira.meter.of(endpoint).calls).toBe(before);
    expect(await companyOf('dora')).toBeUndefined();
    await site.sandbox.passTime(60 * minute);
    expect(site.jira.meter.of(endpoint).calls).toBe(before + 1);
    expect(await companyOf('dora')).toBe('Acme');
  });

  it('leaves members alone whose company comes from the domain of their email', async () => {
    await company('By domain', ['acme.example']);
    valueIn(await site.admin('updateSettings', { settings: { companyFromDomain: true } }));
    await site.sandbox.settle();
    valueIn(await tie(organization, acme));
    await site.sandbox.passTime(6 * minute);
    expect(await companyOf('ann')).not.toBe('Acme');
  });

  it('keeps what it gave through changes by domains, unless a company owns the domain', async () => {
    valueIn(await tie(organization, acme));
    await site.sandbox.passTime(6 * minute);
    const first = valueIn(await site.admin('previewCompanyChanges', {}));
    await site.sandbox.settle();
    expect(valueIn(await site.admin('getCompanyChanges', {})).changes).toMatchObject({ id: first.id, count: 0 });
    await company('By domain', ['acme.example']);
    const second = valueIn(await site.admin('previewCompanyChanges', {}));
    await site.sandbox.settle();
    expect(valueIn(await site.admin('getCompanyChanges', {})).changes).toMatchObject({ id: second.id, count: 4 });
    valueIn(await site.admin('applyCompanyChanges', { id: second.id }));
    await site.sandbox.settle();
    expect(await companyOf('ann')).toBe('By domain');
    valueIn(await site.admin('undoCompanyChanges', { id: second.id }));
    await site.sandbox.settle();
    expect(await companyOf('ann')).toBe('Acme');
  });

  it('gives nothing more once it is untied, or the company deleted; what was given stays', async () => {
    valueIn(await tie(organization, acme));
    await site.sandbox.passTime(6 * minute);
    expect(valueIn(await tie(organization, null))).toEqual({ id: organization, name: 'Buyers' });
    site.jira.addToOrganization(organization, ['qm:dora']);
    await site.sandbox.passTime(day + 6 * minute);
    expect(await companyOf('ann')).toBe('Acme');
    expect(await companyOf('dora')).toBeUndefined();
    valueIn(await tie(organization, acme));
    valueIn(await site.contacts('deleteCompany', { id: acme, version: 1 }));
    await site.sandbox.passTime(6 * minute);
    expect(await companyOf('dora')).toBeUndefined();
    expect(await named('Buyers')).toEqual({ id: organization, name: 'Buyers' });
    expect([...site.sandbox.storage.rows('organization')]).toEqual([]);
  });

  it('goes through many members over several ticks, within its share of the points', async () => {
    site.sandbox.dispose();
    const many = Array.from({ length: 400 }, (_, nth) => customer(`member${nth}`));
    site = await syncedSite(many);
    acme = (await company('Acme')).id;
    organization = site.jira.createOrganization(
      'Large',
      many.map(({ accountId }) => accountId),
    ).id;
    valueIn(await tie(organization, acme));
    const members = () =>
      [...site.sandbox.storage.rows('contact')].filter(
        ({ value }) => (value as { companyId?: string }).companyId === acme,
      ).length;
    await site.sandbox.passTime(6 * minute);
    expect(members()).toBe(150);
    await site.sandbox.passTime(10 * minute);
    expect(members()).toBe(400);
    const { calls, points } = site.jira.meter.of('GET /servicedeskapi/organization/{organizationId}/user');
    expect([calls, points]).toEqual([8, 808]);
  });

  it('waits while Jira asks to', async () => {
    const endpoint = 'GET /servicedeskapi/organization/{organizationId}/user';
    valueIn(await tie(organization, acme));
    site.jira.throttle({ kind: 'burst', seconds: 400, endpoint });
    await site.sandbox.passTime(6 * minute);
    expect(await companyOf('ann')).toBeUndefined();
    await site.sandbox.passTime(10 * minute);
    expect(await companyOf('ann')).toBe('Acme');
  });

  it('is not held up by another one whose members Jira fails to give, however few points there are', async () => {
    site.sandbox.dispose();
    await open({ variables: { POINTS_PER_SITE: '2000' } });
    acme = (await company('Acme')).id;
    organization = site.jira.createOrganization('Buyers', ['qm:ann', 'qm:ben', 'qm:cleo']).id;
    const broken = site.jira.createOrganization('Broken', ['qm:dora']).id;
    valueIn(await tie(broken, acme));
    const real = site.jira.handle.bind(site.jira);
    jest.spyOn(site.jira, 'handle').mockImplementation((request, ...rest) => {
      const fails = request.path.startsWith(`/rest/servicedeskapi/organization/${broken}/user`);
      return fails ? { status: 500, body: {} } : real(request, ...rest);
    });
    await site.sandbox.passTime(1000);
    valueIn(await tie(organization, acme));
    await site.sandbox.passTime(30 * minute);
    expect([await companyOf('ann'), await companyOf('dora')]).toEqual(['Acme', undefined]);
    jest.restoreAllMocks();
    await site.sandbox.passTime(6 * minute);
    expect(await companyOf('dora')).toBe('Acme');
  });
});

describe('tying is refused', () => {
  it('for organizations that there are not or the user does not see, and companies that there are not', async () => {
    await open();
    const acme = (await company('Acme')).id;
    const { id } = site.jira.createOrganization('Buyers', ['qm:ann']);
    for (const forged of ['99', 'none', '../1', '1/user', '1?limit=1', '0']) {
      expect([forged, codeOf(await tie(forged, acme))]).toEqual([forged, 'not-found']);
    }
    expect(codeOf(await tie(id, acme, ROSTER.accountManager))).toBe('not-found');
    expect(await tie(id, 'none')).toMatchObject({ error: { code: 'not-found', field: 'companyId' } });
    expect(codeOf(await tie(id, acme, ROSTER.customer))).toBe('forbidden');
    expect([...site.sandbox.storage.rows('organization')]).toEqual([]);
  });
});
