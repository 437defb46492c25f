import { isStandInName } from '../../../src/domain/stand-in-names';

describe('stand-in names', () => {
  it.each(['Former user', 'FORMER USER', ' former user ', 'Ehemaliger Benutzer', 'Entinen käyttäjä', '以前的用户'])(
    '%j is one',
    (name) => expect(isStandInName(name)).toBe(true),
  );
  it('are recognised decomposed', () => expect(isStandInName('Entinen käyttäjä'.normalize('NFD'))).toBe(true));
  it.each(['Ann Lee', 'Former', 'Former user Lee', 'Former users'])('%j is none', (name) =>
    expect(isStandInName(name)).toBe(false),
  );
});
