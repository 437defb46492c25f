import type { Contact } from '../../../src/contract';
import { codeOf, directoryOf, type Kith, openKith, valueIn } from './open-kith';

let kith: Kith;
afterEach(() => {
  kith.sandbox.expectNoProblems();
  kith.sandbox.dispose();
});

type Query = Parameters<typeof kith.contacts<'listContacts'>>[1];

async function create(...contacts: { name: string; email?: string; companyId?: string }[]): Promise<Contact[]> {
  const created: Contact[] = [];
  for (let start = 0; start < contacts.length; start += 10) {
    const some = contacts.slice(start, start + 10);
    const answers = await Promise.all(some.map((contact) => kith.contacts('createContact', { contact })));
    created.push(...answers.map(valueIn));
  }
  await kith.sandbox.passTime(60_000);
  return created;
}

/** All pages of a list, and how long each was. */
async function walk(query: Query): Promise<{ items: Contact[]; pages: number[] }> {
  const items: Contact[] = [];
  const pages: number[] = [];
  let cursor: string | undefined;
  do {
    const page = valueIn(await kith.contacts('listContacts', cursor === undefined ? query : { ...query, cursor }));
    items.push(...page.items);
    pages.push(page.items.length);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return { items, pages };
}

const namesOf = async (query: Query) => (await walk(query)).items.map((contact) => contact.name);

describe('the order', () => {
  beforeEach(async () => {
    kith = await openKith();
  });

  it('is by name: case and accents folded, then by code point', async () => {
    await create(
      ...[
        'zoe',
        'Zoë',
        'Ångström',
        'angstrom',
        'Öz',
        'oz',
        '李',
        '山田',
        'Пётр',
        'Ёлка',
        '𠮷野',
        '\uFF21ya',
        'Ann Z',
        'ann a',
      ].map((name) => ({ name })),
    );
    expect(await namesOf({})).toEqual([
      'angstrom',
      'Ångström',
      'ann a',
      'Ann Z',
      '\uFF21ya',
      'oz',
      'Öz',
      'Zoë',
      'zoe',
      'Ёлка',
      'Пётр',
      '山田',
      '李',
      '𠮷野',
    ]);
  });

  it('holds through pages of any size, with 300 contacts, ties and many scripts: each once, none left out', async () => {
    const givenNames = ['Ann', 'ánn', 'Łukasz', 'Ólafur', 'Дмитрий', '明', '지훈', 'مريم', '𝒜da', 'Zoë'];
    const names = Array.from(
      { length: 300 },
      (_, at) => `${givenNames[at % 10]} ${at % 4 === 0 ? 'Same' : `N${at % 97}`}`,
    );
    const created = await create(...names.map((name) => ({ name })));
    const expected = created.map((contact) => contact.id).sort();
    const whole = await walk({ limit: 100 });
    expect(whole.pages).toEqual([100, 100, 100]);
    expect(whole.items.map((contact) => contact.id).sort()).toEqual(expected);
    const order = whole.items.map((contact) => contact.id);
    for (const limit of [7, 25, 99]) {
      const paged = await walk({ limit });
      expect(paged.items.map((contact) => contact.id)).toEqual(order);
      expect(paged.pages.slice(0, -1).every((length) => length === limit)).toBe(true);
    }
    expect((await walk({})).pages).toEqual(Array.from({ length: 12 }, () => 25));
  });

  it('goes on after the same name when contacts come and go between two pages', async () => {
    const created = await create(...['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })));
    const first = valueIn(await kith.contacts('listContacts', { limit: 2 }));
    expect(first.items.map((contact) => contact.name)).toEqual(['a', 'b']);
    valueIn(await kith.contacts('deleteContact', { id: created[1]?.id ?? '', version: 1 }));
    await create({ name: 'aa' }, { name: 'bb' });
    const rest = valueIn(await kith.contacts('listContacts', { limit: 10, cursor: first.cursor ?? '' }));
    expect(rest.items.map((contact) => contact.name)).toEqual(['bb', 'c', 'd', 'e']);
    expect(rest).not.toHaveProperty('cursor');
  });
});

describe('the search', () => {
  beforeEach(async () => {
    kith = await openKith();
  });

  it('finds by the start of the name, of its last word, and of the email, folded, in the order of names', async () => {
    await create(
      { name: 'Ånna Berg', email: 'zz@example.com' },
      { name: 'Carl Annason' },
      { name: 'Bert', email: 'ANNA.b@example.com' },
      { name: 'Joanna' },
      { name: 'anna', email: 'anna@example.com' },
      { name: 'Mary Anna Smith' },
    );
    expect(await namesOf({ search: 'anna' })).toEqual(['anna', 'Ånna Berg', 'Bert', 'Carl Annason']);
    expect(await namesOf({ search: ' ÅNNA' })).toEqual(['anna', 'Ånna Berg', 'Carl Annason']);
    expect(await namesOf({ search: 'anna', limit: 1 })).toEqual(['anna', 'Ånna Berg', 'Bert', 'Carl Annason']);
    expect(await namesOf({ search: 'anna b' })).toEqual(['Ånna Berg']);
    expect(await namesOf({ search: 'anna.b@' })).toEqual(['Bert']);
    expect(await namesOf({ search: 'nobody' })).toEqual([]);
  });

  it('for nothing but blanks or accents is no search', async () => {
    await create({ name: 'Ann' }, { name: 'Bob' });
    for (const search of ['', '  ', '\u0301']) expect(await namesOf({ search })).toEqual(['Ann', 'Bob']);
  });

  it('keeps its order and loses nobody when far more than a page is found by email', async () => {
    await create(
      ...Array.from({ length: 340 }, (_, at) => ({
        name: `Person ${String((at * 7) % 340).padStart(3, '0')}`,
        email: `team${at}@example.com`,
      })),
    );
    const expected = Array.from({ length: 340 }, (_, at) => `Person ${String(at).padStart(3, '0')}`);
    expect(await namesOf({ search: 'team', limit: 60 })).toEqual(expected);
    expect(await namesOf({ search: 'team1', limit: 20 })).toHaveLength(111);
  });

  it('stays within a company when one is given', async () => {
    const company = valueIn(await kith.contacts('createCompany', { company: { name: 'Bluefinch' } }));
    await create({ name: 'Ann', companyId: company.id }, { name: 'Ann B' }, { name: 'Bob', companyId: company.id });
    expect(await namesOf({ companyId: company.id })).toEqual(['Ann', 'Bob']);
    expect(await namesOf({ companyId: company.id, search: 'ann' })).toEqual(['Ann']);
    expect(await namesOf({ companyId: 'none' })).toEqual([]);
    expect(await namesOf({ companyId: 'a/b' })).toEqual([]);
  });
});

describe('a cursor', () => {
  it('is good for the list that it came from only', async () => {
    kith = await openKith();
    await create({ name: 'Ann' }, { name: 'Anna' }, { name: 'Bob' });
    const { cursor = '' } = valueIn(await kith.contacts('listContacts', { limit: 1, search: 'ann' }));
    expect(codeOf(await kith.contacts('listContacts', { limit: 50, search: 'ANN', cursor }))).toBe('ok');
    for (const query of [
      {},
      { search: 'bob' },
      { search: 'ann', kind: 'regular' as const },
      { search: 'ann', companyId: 'x' },
    ]) {
      expect(await kith.contacts('listContacts', { ...query, cursor })).toMatchObject({
        error: { code: 'invalid', field: 'cursor' },
      });
    }
    for (const junk of ['x', 'AAAA', `${cursor}A`, cursor.slice(0, -2), '%%%', '漢']) {
      expect(codeOf(await kith.contacts('listContacts', { search: 'ann', cursor: junk }))).toBe('invalid');
    }
  });
});

describe('synced and regular contacts', () => {
  beforeEach(async () => {
    kith = await openKith({
      directory: directoryOf(
        { accountId: 'a1', displayName: 'Ann One', email: 'ann@example.com' },
        { accountId: 'a2', displayName: 'Zed Two', email: 'zed@example.com' },
      ),
    });
    await create({ name: 'Bob Regular' }, { name: 'Ada Regular' });
  });

  it('are told apart while sync is on, and all are regular once it is off', async () => {
    await kith.sync();
    const synced = ['Ada Winter', 'Ann One', 'Bruno Keller', 'Chiara Rossi', 'Dana Okafor', 'Zed Two'];
    const regular = ['Ada Regular', 'Bob Regular'];
    expect(await namesOf({ kind: 'synced' })).toEqual(synced);
    expect(await namesOf({ kind: 'synced', limit: 2 })).toEqual(synced);
    expect(await namesOf({ kind: 'synced', search: 'ann' })).toEqual(['Ann One']);
    expect(await namesOf({ kind: 'regular' })).toEqual(regular);
    expect(await namesOf({ kind: 'regular', search: 'ad' })).toEqual(['Ada Regular']);

    await kith.turnOff();
    const all = [...synced, ...regular].sort();
    expect(await namesOf({ kind: 'synced' })).toEqual([]);
    expect(await namesOf({ kind: 'regular', limit: 3 })).toEqual(all);
    await kith.sandbox.settle();
    expect(await namesOf({ kind: 'regular', limit: 3 })).toEqual(all);
    expect(await namesOf({ kind: 'synced' })).toEqual([]);

    await kith.sync();
    expect(await namesOf({ kind: 'synced' })).toEqual(synced);
    expect(await namesOf({ kind: 'regular' })).toEqual(regular);
    expect(await namesOf({ kind: 'all', limit: 3 })).toEqual(all);
  });

  it('cost three requests to storage for a page without a search', async () => {
    await kith.sync();
    await kith.contacts('listContacts', { kind: 'synced' });
    const requests: string[] = [];
    const handle = kith.sandbox.storage.handle.bind(kith.sandbox.storage);
    jest.spyOn(kith.sandbox.storage, 'handle').mockImplementation((...given) => {
      requests.push(given[0]);
      return handle(...given);
    });
    expect(valueIn(await kith.contacts('listContacts', { kind: 'synced' })).items).toHaveLength(6);
    expect(requests).toEqual(['/api/v1/batch/get', '/api/v1/entity/query', '/api/v1/batch/get']);
  });
});
