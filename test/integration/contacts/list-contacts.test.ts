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

  it('that finds more than a hundred by email lists names first, then emails in their order: each once', async () => {
    const people = Array.from({ length: 130 }, (_, at) => ({
      name: `Person ${String((at * 7) % 130).padStart(3, '0')}`,
      email: `team${String(at).padStart(3, '0')}@example.com`,
    }));
    await create(...people, { name: 'Teamster Zoe', email: 'team999@example.com' }, { name: 'Ann Teamer' });
    const expected = ['Teamster Zoe', ...people.map(({ name }) => name), 'Ann Teamer'];
    for (const limit of [7, 25, 100]) expect(await namesOf({ search: 'team', limit })).toEqual(expected);
    expect(await namesOf({ search: 'team1', limit: 20 })).toEqual(
      people
        .slice(100)
        .map(({ name }) => name)
        .sort(),
    );
    const { items, cursor } = valueIn(await kith.contacts('listContacts', { search: 'team@' }));
    expect([items, cursor]).toEqual([[], undefined]);
  });

  it('that finds more than a hundred by last word lists these first, then names and emails: each once', async () => {
    const family = Array.from({ length: 120 }, (_, at) => ({ name: `P${String(at).padStart(3, '0')} Marsh` }));
    await create(
      ...family,
      { name: 'Marsha Bell', email: 'marsha@example.com' },
      { name: 'Marsh Marsh' },
      { name: 'Zed', email: 'marsh@example.com' },
    );
    const expected = ['Marsh Marsh', ...family.map(({ name }) => name), 'Marsha Bell', 'Zed'];
    for (const limit of [9, 25, 100]) expect(await namesOf({ search: 'marsh', limit })).toEqual(expected);
    expect(await namesOf({ search: 'marsh', kind: 'regular' })).toEqual(expected);
    expect(await namesOf({ search: 'marsh', kind: 'synced' })).toEqual([]);
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

describe('the order by change', () => {
  beforeEach(async () => {
    kith = await openKith();
  });

  it('begins with the last change, and shows contacts of the same moment each once, over pages of any size', async () => {
    const created = await create(...Array.from({ length: 60 }, (_, at) => ({ name: `N${at}` })));
    const moments = new Set(created.map(({ updatedAt }) => updatedAt));
    expect(moments.size).toBeLessThan(60);
    const expected = created
      .map(({ updatedAt, id }) => `${updatedAt} ${id}`)
      .sort()
      .reverse();
    for (const limit of [7, 25, 60, 100]) {
      const { items } = await walk({ order: 'changed', limit });
      expect(items.map(({ updatedAt, id }) => `${updatedAt} ${id}`)).toEqual(expected);
    }
  });

  it('moves a contact to the start when it is changed; who was shown is not shown again', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const [a] = await create({ name: 'a' });
    for (const name of names.slice(1)) await create({ name });
    const first = valueIn(await kith.contacts('listContacts', { order: 'changed', limit: 2 }));
    expect(first.items.map(({ name }) => name)).toEqual(['d', 'c']);
    const [shown] = first.items;
    await rename(shown, 'd2');
    const rest = valueIn(
      await kith.contacts('listContacts', { order: 'changed', limit: 9, cursor: first.cursor ?? '' }),
    );
    expect(rest.items.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(rest).not.toHaveProperty('cursor');
    await rename(a, 'a2');
    expect(await namesOf({ order: 'changed' })).toEqual(['a2', 'd2', 'c', 'b']);
  });

  it('is none for a search and for the contacts of a company, which are by name', async () => {
    const company = valueIn(await kith.contacts('createCompany', { company: { name: 'Bluefinch' } }));
    await create({ name: 'Ann', companyId: company.id });
    await create({ name: 'Anna', companyId: company.id });
    expect(await namesOf({ order: 'changed' })).toEqual(['Anna', 'Ann']);
    expect(await namesOf({ order: 'changed', search: 'ann' })).toEqual(['Ann', 'Anna']);
    expect(await namesOf({ order: 'changed', companyId: company.id })).toEqual(['Ann', 'Anna']);
  });

  async function rename(contact: Contact | undefined, name: string): Promise<void> {
    const { id = '', version = 0 } = contact ?? {};
    valueIn(await kith.contacts('updateContact', { id, version, changes: { name } }));
    await kith.sandbox.passTime(60_000);
  }
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
      { order: 'changed' as const },
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

  it('are in the order of their changes, too', async () => {
    await kith.sync();
    const regular = await namesOf({ kind: 'regular', order: 'changed', limit: 1 });
    expect(regular.sort()).toEqual(['Ada Regular', 'Bob Regular']);
    const synced = await namesOf({ kind: 'synced', order: 'changed', limit: 4 });
    expect(synced.sort()).toEqual(['Ada Winter', 'Ann One', 'Bruno Keller', 'Chiara Rossi', 'Dana Okafor', 'Zed Two']);
  });

  it('cost two requests to storage for a page without a search', async () => {
    await kith.sync();
    await kith.contacts('listContacts', { kind: 'synced' });
    const requests: string[] = [];
    const handle = kith.sandbox.storage.handle.bind(kith.sandbox.storage);
    jest.spyOn(kith.sandbox.storage, 'handle').mockImplementation((...given) => {
      requests.push(given[0]);
      return handle(...given);
    });
    expect(valueIn(await kith.contacts('listContacts', { kind: 'synced' })).items).toHaveLength(6);
    expect(requests).toEqual(['/api/v1/entity/query', '/api/v1/batch/get']);
  });

  it('are nobody with a Jira user that they have lost, however late queries are', async () => {
    await kith.sync();
    kith.sandbox.storage.queryLag = () => 1_000;
    valueIn(await kith.admin('updateSettings', { settings: { excludedDomains: ['example.com'] } }));
    const before = await namesOf({ kind: 'synced' });
    await kith.sandbox.settle();
    expect(before).toContain('Ann One');
    kith.sandbox.storage.queryLag = () => 10_000;
    expect((await walk({})).items.filter(({ synced }) => synced)).toEqual([]);
    expect(await namesOf({ kind: 'synced' })).toEqual([]);
  });

  it('are nobody from the moment in which sync is off, whatever this process saw before', async () => {
    await kith.sync();
    expect((await walk({ search: 'ann' })).items.map(({ synced }) => synced)).toEqual([true]);
    await kith.turnOff();
    expect((await walk({ search: 'ann' })).items.map(({ synced }) => synced)).toEqual([false]);
    expect(await namesOf({ kind: 'synced', order: 'changed' })).toEqual([]);
  });
});
