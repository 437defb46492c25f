import { codeOf, type Kith, openKith, valueIn } from './open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith();
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const create = async (company: { name: string; domains?: string[] }) =>
  valueIn(await kith.contacts('createCompany', { company }));

describe('a company', () => {
  it('is created with its domains in lower case, each once', async () => {
    const company = await create({ name: ' Bluefinch ', domains: ['Bluefinch.example', ' bluefinch.EXAMPLE '] });
    expect(company).toEqual({
      id: expect.any(String),
      version: 1,
      name: 'Bluefinch',
      domains: ['bluefinch.example'],
      fields: {},
      createdAt: company.createdAt,
      updatedAt: company.createdAt,
    });
    const found = valueIn(await kith.contacts('getCompany', { id: company.id }));
    expect(found).toEqual({ ...company, contactCount: 0 });
  });

  it('cannot claim a domain of another', async () => {
    await create({ name: 'Bluefinch', domains: ['bluefinch.example'] });
    const answer = await kith.contacts('createCompany', {
      company: { name: 'Other', domains: ['other.example', 'BLUEFINCH.example'] },
    });
    expect(answer).toMatchObject({ error: { code: 'conflict' } });
    await create({ name: 'Third', domains: ['other.example'] });
  });

  it('gives up the domains that an update leaves out, and takes the new ones', async () => {
    const { id } = await create({ name: 'Bluefinch', domains: ['a.example', 'b.example'] });
    const changes = { domains: ['b.example', 'c.example'] };
    const updated = valueIn(await kith.contacts('updateCompany', { id, version: 1, changes }));
    expect(updated).toMatchObject({ version: 2, domains: ['b.example', 'c.example'] });
    await create({ name: 'Other', domains: ['a.example'] });
    expect(codeOf(await kith.contacts('createCompany', { company: { name: 'X', domains: ['c.example'] } }))).toBe(
      'conflict',
    );
  });

  it('has 24 domains at most, and as many of them may change at once', async () => {
    const domains = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}.example`);
    const tooMany = await kith.contacts('createCompany', { company: { name: 'A', domains: domains('a', 25) } });
    expect(tooMany).toMatchObject({ error: { code: 'invalid', field: 'company.domains' } });
    const { id } = await create({ name: 'A', domains: domains('a', 24) });
    const others = await kith.contacts('updateCompany', { id, version: 1, changes: { domains: domains('b', 1) } });
    expect(others).toMatchObject({ error: { code: 'invalid', field: 'changes.domains' } });
    valueIn(await kith.contacts('updateCompany', { id, version: 1, changes: { domains: [] } }));
    expect(codeOf(await kith.contacts('deleteCompany', { id, version: 2 }))).toBe('ok');
  });

  it('is unchanged, with its version, by an update to what it is', async () => {
    const company = await create({ name: 'Bluefinch', domains: ['a.example', 'b.example'] });
    const changes = { name: 'Bluefinch ', domains: ['B.example', 'a.example'], fields: {} };
    expect(valueIn(await kith.contacts('updateCompany', { id: company.id, version: 1, changes }))).toEqual(company);
  });

  it('is not found, or in conflict, by the same rules as a contact', async () => {
    const { id } = await create({ name: 'Bluefinch' });
    valueIn(await kith.contacts('updateCompany', { id, version: 1, changes: { name: 'Finch' } }));
    expect(codeOf(await kith.contacts('updateCompany', { id, version: 1, changes: { name: 'X' } }))).toBe('conflict');
    expect(codeOf(await kith.contacts('deleteCompany', { id, version: 1 }))).toBe('conflict');
    for (const unknown of ['none', 'a/b']) {
      expect(codeOf(await kith.contacts('getCompany', { id: unknown }))).toBe('not-found');
      expect(codeOf(await kith.contacts('updateCompany', { id: unknown, version: 1, changes: {} }))).toBe('not-found');
      expect(codeOf(await kith.contacts('deleteCompany', { id: unknown, version: 1 }))).toBe('not-found');
    }
  });

  it('shows its new name on its contacts, whose version stays', async () => {
    const { id } = await create({ name: 'Bluefinch' });
    const contact = valueIn(await kith.contacts('createContact', { contact: { name: 'Dana', companyId: id } }));
    valueIn(await kith.contacts('updateCompany', { id, version: 1, changes: { name: 'Finch' } }));
    const seen = valueIn(await kith.contacts('getContact', { id: contact.id }));
    expect(seen).toEqual({ ...contact, companyName: 'Finch' });
    expect(valueIn(await kith.contacts('listContacts', { companyId: id })).items).toEqual([seen]);
  });

  it('once deleted frees its domains, and is no company of its contacts any more', async () => {
    const { id } = await create({ name: 'Bluefinch', domains: ['bluefinch.example'] });
    const dana = valueIn(await kith.contacts('createContact', { contact: { name: 'Dana', companyId: id } }));
    expect(await kith.contacts('deleteCompany', { id, version: 1 })).toEqual({ ok: true, value: {} });
    expect(codeOf(await kith.contacts('getCompany', { id }))).toBe('not-found');
    await create({ name: 'Other', domains: ['bluefinch.example'] });

    const seen = valueIn(await kith.contacts('getContact', { id: dana.id }));
    expect(seen).not.toHaveProperty('companyId');
    expect(seen).not.toHaveProperty('companyName');
    expect(valueIn(await kith.contacts('listContacts', { companyId: id })).items).toEqual([]);
    const cleared = { id: dana.id, version: 1, changes: { companyId: null } };
    expect(valueIn(await kith.contacts('updateContact', cleared)).version).toBe(1);
    const again = { id: dana.id, version: 1, changes: { companyId: id } };
    expect(codeOf(await kith.contacts('updateContact', again))).toBe('not-found');
  });
});

describe('the list of companies', () => {
  it('is ordered by name, searched by its start, and paged', async () => {
    for (const name of ['beta', 'Älpha', 'alpine', 'Gamma', '山田']) await create({ name });
    await kith.sandbox.passTime(60_000);
    const names = async (payload: { search?: string; cursor?: string; limit?: number }) => {
      const page = valueIn(await kith.contacts('listCompanies', payload));
      return { names: page.items.map((company) => company.name), cursor: page.cursor };
    };
    expect((await names({})).names).toEqual(['Älpha', 'alpine', 'beta', 'Gamma', '山田']);
    expect((await names({ search: 'ALP' })).names).toEqual(['Älpha', 'alpine']);
    expect((await names({ search: 'pha' })).names).toEqual([]);
    const first = await names({ limit: 3 });
    expect(first.names).toEqual(['Älpha', 'alpine', 'beta']);
    const second = await names({ limit: 3, cursor: first.cursor ?? '' });
    expect(second).toEqual({ names: ['Gamma', '山田'], cursor: undefined });
    const foreign = await kith.contacts('listCompanies', { search: 'g', cursor: first.cursor ?? '' });
    expect(foreign).toMatchObject({ error: { code: 'invalid', field: 'cursor' } });
  });
});
