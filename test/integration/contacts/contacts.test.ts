import { codeOf, type Kith, type NewContact, openKith, valueIn } from './open-kith';

let kith: Kith;
beforeEach(async () => {
  kith = await openKith();
});
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

const create = async (contact: NewContact) => valueIn(await kith.contacts('createContact', { contact }));

describe('a contact that a person creates', () => {
  it('is regular, has version 1, and is what was given, without keys for what was not', async () => {
    const created = await create({ name: ' Zoë Ångström ' });
    expect(created).toEqual({
      id: expect.any(String),
      version: 1,
      name: 'Zoë Ångström',
      synced: false,
      fields: {},
      createdAt: expect.stringMatching(/^2026-11-02T09:00:\d\d\.\d{3}Z$/),
      updatedAt: created.createdAt,
    });
    expect(valueIn(await kith.contacts('getContact', { id: created.id }))).toEqual(created);
  });

  it('keeps its email as it was written, its company, and its fields', async () => {
    const company = valueIn(await kith.contacts('createCompany', { company: { name: 'Bluefinch' } }));
    const fields = { tier: 'gold', seats: 12, vip: true, tags: ['a', 'b'] };
    const created = await create({ name: 'Dana', email: ' Dana@Bluefinch.example ', companyId: company.id, fields });
    expect(created).toMatchObject({ email: 'Dana@Bluefinch.example', companyId: company.id, fields });
    expect(created.companyName).toBe('Bluefinch');
    expect(valueIn(await kith.contacts('getContact', { id: created.id }))).toEqual(created);
  });

  it('cannot have the email of another, however it is written', async () => {
    await create({ name: 'José', email: 'jos\u00e9@bluefinch.example' });
    const second = await kith.contacts('createContact', {
      contact: { name: 'Other', email: 'JOSE\u0301@BlueFinch.example' },
    });
    expect(second).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'The email belongs to another contact.' },
    });
  });

  it('cannot be in a company that does not exist', async () => {
    const answer = await kith.contacts('createContact', { contact: { name: 'A', companyId: 'none' } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-found', field: 'contact.companyId' } });
  });

  it('cannot hold more than storage takes', async () => {
    const fields = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`field${i}`, 'x'.repeat(30_000)]));
    const answer = await kith.contacts('createContact', { contact: { name: 'A', fields } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', field: 'contact.fields' } });
  });

  it('may have the longest name and email that are allowed, in any script', async () => {
    const email = `${'e'.repeat(242)}@ex.example`;
    expect(email.length).toBe(253);
    const created = await create({ name: '漢'.repeat(255), email: `x${email}` });
    expect(created.name).toBe('漢'.repeat(255));
    expect(valueIn(await kith.contacts('listContacts', { search: '漢'.repeat(255) })).items).toEqual([created]);
  });

  it('of two created at once with one email, one wins', async () => {
    const contact = { name: 'Twin', email: 'twin@example.com' };
    const answers = await Promise.all([1, 2, 3].map(() => kith.contacts('createContact', { contact })));
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'ok']);
  });
});

describe('an update', () => {
  it('changes what is given, leaves the rest, and makes the next version', async () => {
    const { id, ...created } = await create({ name: 'Ann', email: 'ann@example.com', fields: { a: 1, b: 2 } });
    const updated = valueIn(
      await kith.contacts('updateContact', {
        id,
        version: 1,
        changes: { name: 'Anna', fields: { a: null, c: 'new' } },
      }),
    );
    expect(updated).toEqual({
      ...created,
      id,
      version: 2,
      name: 'Anna',
      fields: { b: 2, c: 'new' },
      updatedAt: updated.updatedAt,
    });
    expect(updated.updatedAt > created.updatedAt).toBe(true);
    expect(valueIn(await kith.contacts('getContact', { id }))).toEqual(updated);
  });

  it('clears with null', async () => {
    const company = valueIn(await kith.contacts('createCompany', { company: { name: 'Bluefinch' } }));
    const { id } = await create({ name: 'Ann', email: 'ann@example.com', companyId: company.id });
    const changes = { email: null, companyId: null };
    const updated = valueIn(await kith.contacts('updateContact', { id, version: 1, changes }));
    expect(updated).not.toHaveProperty('email');
    expect(updated).not.toHaveProperty('companyId');
    expect(updated).not.toHaveProperty('companyName');
    expect(updated.version).toBe(2);
  });

  it.each([
    ['nothing', {}],
    ['the same name, untrimmed and decomposed', { name: ' Jose\u0301 ' }],
    ['the same email in another case', { email: 'JOSE@example.com' }],
    ['no company where there is none', { companyId: null }],
    ['the same fields', { fields: { tier: 'gold', none: null } }],
  ])('with %s changes nothing and keeps the version', async (_, changes) => {
    const created = await create({ name: 'Jos\u00e9', email: 'jose@example.com', fields: { tier: 'gold' } });
    const updated = await kith.contacts('updateContact', { id: created.id, version: 1, changes });
    expect(valueIn(updated)).toEqual(created);
    expect(valueIn(await kith.contacts('getContact', { id: created.id }))).toEqual(created);
  });

  it('on an older version is a conflict, also when it would change nothing', async () => {
    const { id } = await create({ name: 'Ann' });
    valueIn(await kith.contacts('updateContact', { id, version: 1, changes: { name: 'Anna' } }));
    expect(codeOf(await kith.contacts('updateContact', { id, version: 1, changes: { name: 'Annie' } }))).toBe(
      'conflict',
    );
    expect(codeOf(await kith.contacts('updateContact', { id, version: 1, changes: {} }))).toBe('conflict');
    expect(codeOf(await kith.contacts('updateContact', { id, version: 3, changes: { name: 'Annie' } }))).toBe(
      'conflict',
    );
    expect(valueIn(await kith.contacts('getContact', { id })).name).toBe('Anna');
  });

  it('to the email of another contact is a conflict, and changes nothing', async () => {
    await create({ name: 'Bob', email: 'bob@example.com' });
    const ann = await create({ name: 'Ann', email: 'ann@example.com' });
    const changes = { name: 'Bobby', email: 'Bob@Example.com' };
    const answer = await kith.contacts('updateContact', { id: ann.id, version: 1, changes });
    expect(answer).toMatchObject({ error: { code: 'conflict', message: 'The email belongs to another contact.' } });
    expect(valueIn(await kith.contacts('getContact', { id: ann.id }))).toEqual(ann);
  });

  it('of the email frees the old one at once', async () => {
    const { id } = await create({ name: 'Ann', email: 'ann@example.com' });
    valueIn(await kith.contacts('updateContact', { id, version: 1, changes: { email: 'anna@example.com' } }));
    await create({ name: 'Other', email: 'ann@example.com' });
    expect(codeOf(await kith.contacts('createContact', { contact: { name: 'C', email: 'anna@example.com' } }))).toBe(
      'conflict',
    );
  });

  it('of an unknown contact is not-found, also for an id that storage could not hold', async () => {
    for (const id of ['none', 'a/b', 'é', '  ', '../x', '__proto__']) {
      expect(codeOf(await kith.contacts('updateContact', { id, version: 1, changes: { name: 'A' } }))).toBe(
        'not-found',
      );
      expect(codeOf(await kith.contacts('getContact', { id }))).toBe('not-found');
      expect(codeOf(await kith.contacts('deleteContact', { id, version: 1 }))).toBe('not-found');
    }
  });

  it('to an unknown company is not-found before it is a conflict', async () => {
    const { id } = await create({ name: 'Ann' });
    const answer = await kith.contacts('updateContact', { id, version: 9, changes: { companyId: 'none' } });
    expect(answer).toMatchObject({ error: { code: 'not-found', field: 'changes.companyId' } });
  });

  it('of many at once lets one pass, and tells the others', async () => {
    const { id } = await create({ name: 'Ann' });
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) => kith.contacts('updateContact', { id, version: 1, changes: { name } })),
    );
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'conflict', 'ok']);
    expect(valueIn(await kith.contacts('getContact', { id })).version).toBe(2);
  });
});

describe('deleting', () => {
  it('removes a contact and frees its email', async () => {
    const { id } = await create({ name: 'Ann', email: 'ann@example.com' });
    expect(await kith.contacts('deleteContact', { id, version: 1 })).toEqual({ ok: true, value: {} });
    expect(codeOf(await kith.contacts('getContact', { id }))).toBe('not-found');
    expect(codeOf(await kith.contacts('deleteContact', { id, version: 1 }))).toBe('not-found');
    await create({ name: 'Ann again', email: 'ann@example.com' });
  });

  it('an older version is a conflict', async () => {
    const { id } = await create({ name: 'Ann' });
    valueIn(await kith.contacts('updateContact', { id, version: 1, changes: { name: 'Anna' } }));
    expect(codeOf(await kith.contacts('deleteContact', { id, version: 1 }))).toBe('conflict');
    expect(codeOf(await kith.contacts('deleteContact', { id, version: 2 }))).toBe('ok');
  });
});
