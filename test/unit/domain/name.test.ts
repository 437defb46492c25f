import { cleanName, fold, lastWordKey, nameKey, sameName } from '../../../src/domain/name';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** By the bytes of UTF-8, as Forge orders index values. */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const ordered = (names: string[]): string[] =>
  names
    .map((name) => ({ name, key: nameKey(name, 'id') }))
    .sort((a, b) => byBytes(a.key, b.key))
    .map(({ name }) => name);

describe('cleanName', () => {
  it('trims', () => expect(cleanName('  Ann Lee \n')).toBe('Ann Lee'));
  it('composes', () => expect(cleanName('Jose\u0301')).toBe('Jos\u00e9'));
  it('cuts at 255 characters', () => expect(cleanName('x'.repeat(300))).toHaveLength(255));
  it('does not cut a character in two', () => expect(cleanName(`${'x'.repeat(254)}😀`)).toBe('x'.repeat(254)));
});

describe('sameName', () => {
  it('compares trimmed', () => expect(sameName(' Ann', 'Ann ')).toBe(true));
  it('compares composed', () => expect(sameName('Jose\u0301', 'Jos\u00e9')).toBe(true));
  it('tells case apart', () => expect(sameName('ann', 'Ann')).toBe(false));
});

describe('fold', () => {
  it.each([
    ['Ångström', 'angstrom'],
    ['ÉCOLE', 'ecole'],
    ['Łukasz', 'łukasz'],
    ['Йожеф', 'иожеф'],
    ['Άννα', 'αννα'],
    ['田中さくら', '田中さくら'],
    ['김서연', '김서연'],
  ])('makes %s %s', (name, folded) => expect(fold(name)).toBe(folded));
  it('is the same for composed and decomposed text', () => expect(fold('Jose\u0301')).toBe(fold('Jos\u00e9')));
});

describe('the order of names', () => {
  it('is by folded name: case does not matter', () =>
    expect(ordered(['bob', 'Carol', 'Ann', 'Bobby'])).toEqual(['Ann', 'bob', 'Bobby', 'Carol']));
  it('is by folded name: accents do not matter', () =>
    expect(ordered(['Zoe', 'Émile', 'Frank', 'Dora'])).toEqual(['Dora', 'Émile', 'Frank', 'Zoe']));
  it('is by code point where folded names are equal', () =>
    expect(ordered(['ann', 'Ánn', 'Ann'])).toEqual(['Ann', 'ann', 'Ánn']));
  it('puts scripts in the order of code points', () =>
    expect(ordered(['田中', 'Анна', '김서연', 'Άννα', 'Zoe', 'דנה', 'अनिल'])).toEqual([
      'Zoe',
      'Άννα',
      'Анна',
      'דנה',
      'अनिल',
      '田中',
      '김서연',
    ]));
  it('puts characters beyond U+FFFF after those before it', () =>
    expect(ordered(['𠮷田', '﨑'])).toEqual(['﨑', '𠮷田']));
  it('puts a name before the longer one that it begins', () =>
    expect(ordered(['Ann Lee', 'Ann'])).toEqual(['Ann', 'Ann Lee']));
  it('tells contacts of the same name apart by id', () => expect(nameKey('Ann', '1')).not.toBe(nameKey('Ann', '2')));
});

describe('nameKey', () => {
  const id = 'x'.repeat(36);
  it.each(['a', 'é', '田', '😀', 'ﷺ'])('has at most the 900 bytes of an index value for 255 times %s', (character) =>
    expect(bytes(nameKey(character.repeat(255), id))).toBeLessThanOrEqual(900),
  );
  it('keeps no half character where it is cut', () => expect(nameKey('田'.repeat(255), id)).not.toContain('\ufffd'));
});

describe('lastWordKey', () => {
  it('begins with the folded last word', () =>
    expect(lastWordKey('Ann Müller', '1')?.split('\u0001')[0]).toBe('muller'));
  it('is absent for a name of one word', () => expect(lastWordKey('Ann', '1')).toBeUndefined());
  it('has at most the 900 bytes of an index value', () =>
    expect(bytes(lastWordKey(`x ${'田'.repeat(250)}`, 'x'.repeat(36)) ?? '')).toBeLessThanOrEqual(900));
});
