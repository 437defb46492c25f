import type { CompanyChanges } from '../../../src/contract';
import { registry } from '../../../src/store/records';
import { codeOf, valueIn } from '../contacts/open-kith';
import { minute, openSite, type Site, syncedSite, user } from '../sync/open-site';

const ann = user('ann', { email: 'ann@acme.example' });
const ben = user('ben', { email: 'ben@acme.example' });
const eve = user('eve', { email: 'eve@globex.example' });

let site: Site;
afterEach(() => {
  site.sandbox.expectNoProblems();
  site.sandbox.dispose();
});

async function company(name: string, domains: string[]): Promise<string> {
  return valueIn(await site.contacts('createCompany', { company: { name, domains } })).id;
}

async function preview(companyId: string): Promise<CompanyChanges> {
  valueIn(await site.contacts('previewCompanyChanges', { companyId }));
  return changesOf(companyId);
}

/** What became of the changes once their job is done. */
async function changesOf(companyId: string): Promise<CompanyChanges> {
  await site.idle();
  const { changes } = valueIn(await site.contacts('getCompanyChanges', { companyId }));
  if (changes === undefined) throw new Error('There are no changes.');
  return changes;
}

async function applied(companyId: string): Promise<CompanyChanges> {
  const { id } = await preview(companyId);
  valueIn(await site.contacts('applyCompanyChanges', { id }));
  return changesOf(companyId);
}

const companyOf = async (accountId: string) => (await site.contactOf(accountId))?.companyName;

/** Kith with Ann and Ben of acme.example and Eve of globex.example, and no company yet when they were linked. */
async function openAcme(): Promise<string> {
  site = await syncedSite([ann, ben, eve]);
  return company('Acme', ['acme.example']);
}

describe('the preview of company changes', () => {
  it('counts the contacts that would get the company, and changes none', async () => {
    const acme = await openAcme();
    const changes = await preview(acme);
    expect(changes).toEqual({
      id: expect.any(String),
      companyId: acme,
      state: 'ready',
      seen: 7,
      count: 2,
      examples: expect.arrayContaining([
        { contactId: expect.any(String), name: 'Ann', email: 'ann@acme.example', to: 'Acme' },
        { contactId: expect.any(String), name: 'Ben', email: 'ben@acme.example', to: 'Acme' },
      ]),
      applied: 0,
      undone: 0,
      leftAlone: 0,
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
    });
    expect(await companyOf('ann')).toBeUndefined();
  });

  it('leaves out regular contacts and those whose company a person chose, also none', async () => {
    const acme = await openAcme();
    const globex = await company('Globex', []);
    await site.contacts('createContact', { contact: { name: 'Rita', email: 'rita@acme.example' } });
    const chosen = await site.contactOf('ann');
    const none = await site.contactOf('ben');
    for (const [contact, companyId] of [
      [chosen, globex],
      [none, globex],
      [none, null],
    ] as const) {
      const { version } = valueIn(await site.contacts('getContact', { id: contact?.id ?? '' }));
      valueIn(await site.contacts('updateContact', { id: contact?.id ?? '', version, changes: { companyId } }));
    }
    expect((await preview(acme)).count).toBe(0);
  });

  it('is ready with nothing while user sync is off', async () => {
    site = await openSite([ann]);
    const acme = await company('Acme', ['acme.example']);
    const begun = valueIn(await site.contacts('previewCompanyChanges', { companyId: acme }));
    expect(begun).toMatchObject({ state: 'ready', seen: 0, count: 0 });
  });

  it('of a company that there is not is not found', async () => {
    site = await openSite();
    expect(codeOf(await site.contacts('previewCompanyChanges', { companyId: 'nobody' }))).toBe('not-found');
    expect(codeOf(await site.contacts('getCompanyChanges', { companyId: 'nobody' }))).toBe('not-found');
  });

  it('waits while others are under way', async () => {
    const acme = await openAcme();
    const globex = await company('Globex', ['globex.example']);
    valueIn(await site.contacts('previewCompanyChanges', { companyId: acme }));
    expect(codeOf(await site.contacts('previewCompanyChanges', { companyId: globex }))).toBe('conflict');
    await site.idle();
    expect((await preview(globex)).count).toBe(1);
  });

  it('can be discarded, also while it is counting', async () => {
    const acme = await openAcme();
    const { id } = valueIn(await site.contacts('previewCompanyChanges', { companyId: acme }));
    expect(valueIn(await site.contacts('discardCompanyChanges', { id }))).toMatchObject({ id, state: 'discarded' });
    await site.idle();
    expect(valueIn(await site.contacts('getCompanyChanges', { companyId: acme }))).toEqual({});
    expect(codeOf(await site.contacts('applyCompanyChanges', { id }))).toBe('not-found');
    expect((await preview(acme)).state).toBe('ready');
  });
});

describe('applying company changes', () => {
  it('gives contacts the company of their domain; their version grows by one', async () => {
    const acme = await openAcme();
    const before = await site.contactOf('ann');
    expect(await applied(acme)).toMatchObject({ state: 'applied', seen: 7, count: 2, applied: 2, leftAlone: 0 });
    expect([await companyOf('ann'), await companyOf('ben'), await companyOf('eve')]).toEqual([
      'Acme',
      'Acme',
      undefined,
    ]);
    expect((await site.contactOf('ann'))?.version).toBe((before?.version ?? 0) + 1);
  });

  it('takes the company from contacts when it gave up their domain', async () => {
    const acme = await openAcme();
    await applied(acme);
    valueIn(await site.contacts('updateCompany', { id: acme, version: 1, changes: { domains: [] } }));
    const { count, examples } = await preview(acme);
    expect(count).toBe(2);
    expect(examples).toContainEqual({
      contactId: expect.any(String),
      name: 'Ann',
      email: 'ann@acme.example',
      from: 'Acme',
    });
    expect((await applied(acme)).applied).toBe(2);
    expect(await companyOf('ann')).toBeUndefined();
  });

  it('leaves alone who was given a company by a person since the preview', async () => {
    const acme = await openAcme();
    const globex = await company('Globex', []);
    const { id } = await preview(acme);
    const { id: annId = '', version = 0 } = (await site.contactOf('ann')) ?? {};
    valueIn(await site.contacts('updateContact', { id: annId, version, changes: { companyId: globex } }));
    valueIn(await site.contacts('applyCompanyChanges', { id }));
    expect(await changesOf(acme)).toMatchObject({ state: 'applied', count: 2, applied: 1, leftAlone: 1 });
    expect(await companyOf('ann')).toBe('Globex');
  });

  it('wants another look when the domains changed since the preview', async () => {
    const acme = await openAcme();
    const { id } = await preview(acme);
    valueIn(await site.contacts('updateCompany', { id: acme, version: 1, changes: { domains: ['other.example'] } }));
    expect(codeOf(await site.contacts('applyCompanyChanges', { id }))).toBe('conflict');
  });

  it('happens once', async () => {
    const acme = await openAcme();
    const { id } = await applied(acme);
    expect(codeOf(await site.contacts('applyCompanyChanges', { id }))).toBe('conflict');
  });

  it('leaves companies to user sync afterwards: a new domain brings its company', async () => {
    const acme = await openAcme();
    await company('Globex', ['globex.example']);
    await applied(acme);
    valueIn(await site.admin('updateSettings', { settings: { companyFromDomain: true } }));
    site.jira.changeEmail('ann', 'ann@globex.example');
    await site.sandbox.settle();
    expect(await companyOf('ann')).toBe('Globex');
  });
});

describe('undoing company changes', () => {
  it('gives contacts back what they had, where they still have what was given', async () => {
    const acme = await openAcme();
    const { id } = await applied(acme);
    const { id: annId = '', version = 0 } = (await site.contactOf('ann')) ?? {};
    valueIn(await site.contacts('updateContact', { id: annId, version, changes: { companyId: null } }));
    valueIn(await site.contacts('undoCompanyChanges', { id }));
    expect(await changesOf(acme)).toMatchObject({ state: 'undone', applied: 2, undone: 1, leftAlone: 1 });
    expect(await companyOf('ben')).toBeUndefined();
    expect(codeOf(await site.contacts('undoCompanyChanges', { id }))).toBe('conflict');
  });

  it('works for contacts that are not synced any more', async () => {
    const acme = await openAcme();
    const { id } = await applied(acme);
    await site.turnOff();
    await site.sandbox.settle();
    valueIn(await site.contacts('undoCompanyChanges', { id }));
    expect(await changesOf(acme)).toMatchObject({ state: 'undone', undone: 2 });
  });
});

describe('changes by the domains of all companies', () => {
  it('are previewed, applied, undone and discarded by admins', async () => {
    await openAcme();
    await company('Globex', ['globex.example']);
    await site.sandbox.passTime(minute);
    valueIn(await site.admin('previewCompanyChanges', {}));
    await site.idle();
    const { changes } = valueIn(await site.admin('getCompanyChanges', {}));
    expect(changes).toMatchObject({ state: 'ready', count: 3 });
    expect(changes).not.toHaveProperty('companyId');
    const id = changes?.id ?? '';
    valueIn(await site.admin('applyCompanyChanges', { id }));
    await site.idle();
    expect([await companyOf('ann'), await companyOf('eve')]).toEqual(['Acme', 'Globex']);
    valueIn(await site.admin('undoCompanyChanges', { id }));
    await site.idle();
    expect(await companyOf('eve')).toBeUndefined();
    valueIn(await site.admin('discardCompanyChanges', { id }));
    expect(valueIn(await site.admin('getCompanyChanges', {}))).toEqual({});
  });

  it('are not those of one company, on either page', async () => {
    const acme = await openAcme();
    const { id } = await preview(acme);
    expect(codeOf(await site.admin('applyCompanyChanges', { id }))).toBe('not-found');
    const all = valueIn(await site.admin('previewCompanyChanges', {}));
    await site.idle();
    expect(codeOf(await site.contacts('applyCompanyChanges', { id: all.id }))).toBe('not-found');
  });
});

it('no personal data is kept with changes and their job', async () => {
  const acme = await openAcme();
  await preview(acme);
  const rows = [...site.sandbox.storage.rows(registry.companyChanges.entity)];
  expect(JSON.stringify(rows)).toContain('contactId');
  expect(JSON.stringify(rows)).not.toMatch(/ann@|Ann|ben@/);
  expect([...site.sandbox.storage.rows(registry.job.entity)]).toEqual([]);
});
