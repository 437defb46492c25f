import type { Contact } from '../../../src/contract';
import { cursorAfter } from '../../../src/crm/list-cursor';
import { nameKey } from '../../../src/domain/name';
import { type Kith, openKith, valueIn } from './open-kith';
import { plant, plantedCompany, plantedContact, plantSyncOn, withoutQuota } from './plant-contacts';

const contacts = 100_000;
const companies = 5_000;
/** Milliseconds, on a machine that is busy with other suites. */
const plantingTakes = 180_000;

/** Contacts are numbered in the order of their names: a hundred families for each of a thousand given names. */
const two = (number: number) => String(number).padStart(2, '0');
const three = (number: number) => String(number).padStart(3, '0');
const nameOf = (nth: number) => `G${three(Math.floor(nth / 100))} F${two(nth % 100)}`;
const idOf = (nth: number) => `c${String(nth).padStart(5, '0')}`;
const companyOf = (nth: number) => `k${nth % companies}`;
/** Four contacts change at the same moment; the higher the later. */
const changeOf = (nth: number) =>
  new Date(Date.parse('2009-01-01') + Math.floor(nth / 4) * 6 * 3_600_000).toISOString();

/** Every second one is synced. Each has a company, and 25 in a row have 25 different ones. */
function* manyContacts() {
  for (let nth = 0; nth < contacts; nth++) {
    const name = nameOf(nth);
    const record = plantedContact({
      id: idOf(nth),
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
      companyId: companyOf(nth),
      updatedAt: changeOf(nth),
      ...(nth % 2 === 0 ? { accountId: `account-${nth}` } : {}),
    });
    yield { key: record.id, record };
  }
}

let kith: Kith;
beforeAll(async () => {
  kith = await openKith(withoutQuota);
  const ids = Array.from({ length: companies }, (_, nth) => companyOf(nth));
  plant(
    kith,
    'company',
    ids.map((id) => ({ key: id, record: plantedCompany(id, `Name of ${id}`) })),
  );
  plant(kith, 'contact', manyContacts());
  const updatedAt = '2008-01-01T00:00:00.000Z';
  const few = [
    plantedContact({ id: 'okafor-1', name: 'Okafor & Sons', updatedAt, companyId: 'k7' }),
    plantedContact({ id: 'okafor-2', name: 'Zoe Okafor', updatedAt, accountId: 'zoe' }),
    plantedContact({ id: 'okafor-3', name: 'Zed', email: 'okafor@example.org', updatedAt }),
    plantedContact({ id: 'lonely', name: 'Mir Quill', email: 'quill@example.org', updatedAt }),
  ];
  plant(
    kith,
    'contact',
    few.map((record) => ({ key: record.id, record })),
  );
  plantSyncOn(kith);
  await kith.contacts('listContacts', {});
}, plantingTakes);
afterAll(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

type Query = Parameters<typeof kith.contacts<'listContacts'>>[1];

/** One page, and the requests to storage that it took. */
async function read(query: Query): Promise<{ items: Contact[]; cursor: string | undefined; requests: number }> {
  const { meter } = kith.sandbox.storage;
  const before = meter.requests;
  const { items, cursor } = valueIn(await kith.contacts('listContacts', query));
  return { items, cursor, requests: meter.requests - before };
}

const range = (from: number, step = 1) => Array.from({ length: 25 }, (_, at) => nameOf(from + at * step));
const names = (items: readonly Contact[]) => items.map(({ name }) => name);

function expectWhole(items: readonly Contact[]): void {
  for (const { id, name, email, synced, jiraUser, companyName } of items) {
    const nth = Number(id.slice(1));
    expect({ name, synced, companyName }).toEqual({
      name: nameOf(nth),
      synced: nth % 2 === 0,
      companyName: `Name of ${companyOf(nth)}`,
    });
    if (synced) expect(jiraUser).toMatchObject({ accountId: `account-${nth}`, name, email });
  }
}

describe('with 100,000 contacts, half of them synced, in 5,000 companies, a page takes at most three requests', () => {
  it('by name: the first one and the next', async () => {
    const first = await read({});
    expect([names(first.items), first.requests]).toEqual([range(0), 3]);
    expectWhole(first.items);
    const next = await read({ cursor: first.cursor ?? '' });
    expect([names(next.items), next.requests]).toEqual([range(25), 3]);
  });

  it('by name: one in the middle', async () => {
    const cursor = cursorAfter(nameKey(nameOf(49_999), idOf(49_999)), ['contacts', '', '', 'all', '', 'name', '']);
    const { items, requests } = await read({ cursor });
    expect([names(items), requests]).toEqual([range(50_000), 3]);
    expectWhole(items);
  });

  it('of synced contacts, and of regular ones', async () => {
    const synced = await read({ kind: 'synced' });
    expect([names(synced.items), synced.requests]).toEqual([range(0, 2), 3]);
    expectWhole(synced.items);
    const regular = await read({ kind: 'regular' });
    expect([names(regular.items), regular.requests]).toEqual([range(1, 2), 3]);
  });

  it('by last change: contacts of the same moment by id, the higher first', async () => {
    const first = await read({ order: 'changed' });
    expect([names(first.items), first.requests]).toEqual([range(99_999, -1), 3]);
    const next = await read({ order: 'changed', cursor: first.cursor ?? '' });
    expect([names(next.items), next.requests]).toEqual([range(99_974, -1), 3]);
    const synced = await read({ order: 'changed', kind: 'synced' });
    expect([names(synced.items), synced.requests]).toEqual([range(99_998, -2), 3]);
  });

  it('of a company', async () => {
    const { items, requests } = await read({ companyId: 'k42' });
    expect([names(items), requests]).toEqual([Array.from({ length: 20 }, (_, at) => nameOf(42 + at * companies)), 2]);
  });
});

describe('a search among 100,000 contacts takes at most three requests', () => {
  it('by full name', async () => {
    const { items, requests } = await read({ search: 'g500 f07' });
    expect([names(items), requests]).toEqual([['G500 F07'], 2]);
  });

  it('by the start of an email', async () => {
    const { items, requests } = await read({ search: 'G500.f0@' });
    expect([items, requests]).toEqual([[], 2]);
    const found = await read({ search: 'G500.F07@ex' });
    expect([names(found.items), found.requests]).toEqual([['G500 F07'], 3]);
  });

  it('by one word that begins thousands of names and emails; there are 24 contacts on a page of 24 companies', async () => {
    const first = await read({ search: 'g' });
    expect([names(first.items), first.requests]).toEqual([range(0).slice(0, 24), 3]);
    expectWhole(first.items);
    const next = await read({ search: 'g', cursor: first.cursor ?? '' });
    expect([names(next.items), next.requests]).toEqual([range(24), 3]);
    const synced = await read({ search: 'g5', kind: 'synced' });
    expect([names(synced.items), synced.requests]).toEqual([range(50_000, 2).slice(0, 24), 3]);
  });

  it('by one word that is the last of a thousand names', async () => {
    const first = await read({ search: 'f07' });
    expect([names(first.items), first.requests]).toEqual([range(7, 100).slice(0, 24), 3]);
    const next = await read({ search: 'f07', cursor: first.cursor ?? '' });
    expect([names(next.items), next.requests]).toEqual([range(2407, 100), 3]);
  });

  it('by one word that finds few; a fourth when they have accounts or companies that the process has not just seen', async () => {
    expect(await read({ search: 'quill' })).toMatchObject({ items: [{ name: 'Mir Quill' }], requests: 3 });
    await kith.sandbox.passTime(6_000);
    const expected = [
      { name: 'Okafor & Sons', companyName: 'Name of k7' },
      { name: 'Zed' },
      { name: 'Zoe Okafor', jiraUser: { accountId: 'zoe' } },
    ];
    expect(await read({ search: 'okafor' })).toMatchObject({ items: expected, requests: 4 });
    expect(await read({ search: 'okafor' })).toMatchObject({ items: expected, requests: 3 });
    expect(await read({ search: 'okafo' })).toMatchObject({ items: expected, requests: 3 });
  });
});
