import { cursorAfter, positionIn } from '../../../src/crm/list-cursor';
import { profileUrl } from '../../../src/crm/profile-url';
import { mergedPage } from '../../../src/crm/search-contacts';
import { indexPrefix, matches, searchedParts, searchText } from '../../../src/crm/search-text';
import { nameKey } from '../../../src/domain/name';
import { compareKeys } from '../../../src/store/scan-index';
import { contact } from '../domain/build/contact';

const named = (name: string) => contact(`id-${name}`, { name });
const keyOf = (name: string) => nameKey(name, `id-${name}`);

describe('a cursor', () => {
  it('gives back the position in its own list', () => {
    const position = keyOf('Zoë 漢 𠮷');
    expect(positionIn(cursorAfter(position, ['contacts', 'a']), ['contacts', 'a'])).toBe(position);
  });

  it('is none in another list, or when it was touched', () => {
    const cursor = cursorAfter('position', ['contacts', 'a']);
    expect(positionIn(cursor, ['contacts', 'b'])).toBeUndefined();
    expect(positionIn(cursor, ['contacts', 'a', ''])).toBeUndefined();
    for (const junk of [
      '',
      'a',
      'not base64!',
      `${cursor}=`,
      `${cursor} `,
      cursor.slice(1),
      cursorAfter('', ['contacts', 'a']),
    ]) {
      expect(positionIn(junk, ['contacts', 'a'])).toBeUndefined();
    }
    const tooLong = cursorAfter('x'.repeat(1001), ['contacts', 'a']);
    expect(positionIn(tooLong, ['contacts', 'a'])).toBeUndefined();
  });

  it('is short enough to be sent back for every name', () => {
    for (const name of ['\u0002'.repeat(255), '漢'.repeat(255), '𠮷'.repeat(127), '\ufdfa'.repeat(255)]) {
      expect(cursorAfter(nameKey(name, 'x'.repeat(36)), ['contacts']).length).toBeLessThan(1500);
    }
  });
});

describe('keys', () => {
  it('compare by code point, as storage does, and not by UTF-16 unit', () => {
    expect(compareKeys('\u{1F600}', '\uFFFD')).toBeGreaterThan(0);
    expect(compareKeys('a', 'b')).toBeLessThan(0);
    expect(compareKeys('a', 'a')).toBe(0);
    expect(compareKeys('a', 'ab')).toBeLessThan(0);
  });
});

describe('a page of names with others merged in', () => {
  it('is in order, each once, and goes on where it ends', () => {
    const names = { records: [named('b'), named('d')], next: keyOf('d') };
    const others = [named('c'), named('d'), named('a'), named('e')];
    expect(mergedPage(names, others, 2)).toEqual({ records: [named('a'), named('b')], next: keyOf('b') });
    expect(mergedPage(names, others, 10)).toEqual({
      records: [named('a'), named('b'), named('c'), named('d')],
      next: keyOf('d'),
    });
  });

  it('ends the list when nothing is left of either', () => {
    const names = { records: [named('b')] };
    expect(mergedPage(names, [named('c')], 2)).toEqual({ records: [named('b'), named('c')] });
    expect(mergedPage(names, [named('c')], 1)).toEqual({ records: [named('b')], next: keyOf('b') });
    expect(mergedPage({ records: [] }, [], 5)).toEqual({ records: [] });
  });
});

describe('a search', () => {
  const found = (text: string, name: string, email?: string) => {
    const search = searchText(text);
    if (search === undefined) throw new Error('There is nothing to search for.');
    return matches(email === undefined ? { name } : { name, email }, search);
  };

  it.each([
    ['ang', 'Ångström'],
    ['ÅNG', 'angela'],
    ['berg', 'Anna Berg'],
    ['anna b', 'Anna  Berg'.replace('  ', ' ')],
    ['山', '山田 太郎'],
    ['太', '山田 太郎'],
  ])('for %j finds %j', (text, name) => {
    expect(found(text, name)).toBe(true);
  });

  it.each([
    ['nna', 'Anna'],
    ['van', 'Anna van Berg'],
    ['x', 'Anna'],
  ])('for %j does not find %j', (text, name) => {
    expect(found(text, name)).toBe(false);
  });

  it('finds an email by its start, in any case', () => {
    expect(found('ANNA.B@ex', 'X', 'anna.b@Example.com')).toBe(true);
    expect(found('example.com', 'X', 'anna.b@example.com')).toBe(false);
  });

  it('is none without letters', () => {
    expect([searchText(undefined), searchText(''), searchText('  '), searchText('\u0301')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['ann', ['name', 'word', 'email']],
    ['ann b', ['name']],
    ['  ann ', ['name', 'word', 'email']],
    ['ann@', ['name', 'email']],
    ['ann @', ['name']],
  ])('for %j looks no further than it can be found: %j', (text, parts) => {
    expect(searchedParts(searchText(text) ?? { name: '', email: '' })).toEqual(parts);
  });

  it('with an @ is not looked for among last words', () => {
    expect(found('desk@', 'Support desk@example.com')).toBe(false);
    expect(found('desk', 'Support desk@example.com')).toBe(true);
    expect(found('support desk@', 'Support desk@example.com')).toBe(true);
  });

  it('asks an index for no more than it holds, and for no half character', () => {
    expect(indexPrefix('ann')).toBe('ann');
    expect(indexPrefix('漢'.repeat(255))).toBe('漢'.repeat(186));
    expect(indexPrefix(`a${'𠮷'.repeat(200)}`)).toBe(`a${'𠮷'.repeat(139)}`);
  });
});

describe('the address of an account', () => {
  it('is the profile of a person', () => {
    expect(profileUrl('https://a.atlassian.net', '557058:5f1c#2', 'atlassian')).toBe(
      'https://a.atlassian.net/jira/people/557058:5f1c%232',
    );
  });

  it('is the search for the requests of a portal customer', () => {
    expect(profileUrl('https://a.atlassian.net', 'qm:1:2', 'customer')).toBe(
      'https://a.atlassian.net/issues/?jql=reporter%20%3D%20%22qm%3A1%3A2%22',
    );
  });
});
