import { codeOf, type Kith, openKith, valueIn } from '../contacts/open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith();
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const create = (name: string, domains: string[]) => kith.contacts('createCompany', { company: { name, domains } });

describe('the email domains of a company', () => {
  it('are refused where they tell nothing about a company', async () => {
    expect(await create('Acme', ['acme.example', 'gmail.com'])).toMatchObject({
      ok: false,
      error: {
        code: 'invalid',
        message: 'Everybody can have an email at gmail.com, so it tells nothing about a company.',
        field: 'company.domains',
      },
    });
    const { id } = valueIn(await create('Acme', ['acme.example']));
    const changes = { domains: ['acme.example', 'co.uk'] };
    expect(await kith.contacts('updateCompany', { id, version: 1, changes })).toMatchObject({
      error: { code: 'invalid', field: 'changes.domains' },
    });
  });

  it('are the same in Unicode and in Punycode', async () => {
    const { id, domains } = valueIn(await create('Müller', ['xn--mller-kva.example']));
    expect(domains).toEqual(['müller.example']);
    expect(codeOf(await create('Other', ['müller.example']))).toBe('conflict');
    const changes = { domains: ['XN--MLLER-KVA.example'] };
    expect(valueIn(await kith.contacts('updateCompany', { id, version: 1, changes })).version).toBe(1);
    valueIn(await kith.contacts('deleteCompany', { id, version: 1 }));
    valueIn(await create('Other', ['müller.example']));
  });

  it('have one owner, whom the refusal names', async () => {
    valueIn(await create('Acme', ['acme.example']));
    expect(await create('Other', ['acme.example'])).toMatchObject({
      ok: false,
      error: {
        code: 'conflict',
        message: 'The email domain acme.example belongs to the company Acme.',
        domain: { name: 'acme.example', because: 'taken', company: 'Acme' },
      },
    });
  });
});

describe('the number of contacts of a company', () => {
  it('is told with the company, and not in lists', async () => {
    const { id } = valueIn(await create('Acme', []));
    for (const name of ['Ann', 'Ben', 'Eve']) {
      valueIn(await kith.contacts('createContact', { contact: { name, companyId: id } }));
    }
    await kith.sandbox.passTime(60_000);
    expect(valueIn(await kith.contacts('getCompany', { id })).contactCount).toBe(3);
    const { items } = valueIn(await kith.contacts('listCompanies', {}));
    expect(items[0]).not.toHaveProperty('contactCount');
  });
});
