import { emailDomain, emailKey, emailLocalPart, isEmail, sameEmail } from '../../../src/domain/email-key';

describe('emailKey', () => {
  it('trims', () => expect(emailKey('  ann@example.com\n')).toBe('ann@example.com'));
  it('lowers case', () => expect(emailKey('Ann.Lee@Example.COM')).toBe('ann.lee@example.com'));
  it('makes composed and decomposed accents equal', () =>
    expect(emailKey('andre\u0301@example.com')).toBe('andr\u00e9@example.com'));
  it('keeps accents apart from plain letters', () =>
    expect(emailKey('andré@example.com')).not.toBe(emailKey('andre@example.com')));
  it('keeps tags and dots, which mean different mailboxes to some hosts', () =>
    expect(emailKey('a.b+crm@example.com')).toBe('a.b+crm@example.com'));
});

describe('sameEmail', () => {
  it('compares by key', () => expect(sameEmail('Ann@Example.com ', 'ann@example.com')).toBe(true));
  it('takes two absent emails for the same', () => expect(sameEmail(undefined, undefined)).toBe(true));
  it('takes an absent email for another than any', () => expect(sameEmail('ann@example.com', undefined)).toBe(false));
});

describe('the parts of an email', () => {
  it('the domain is what follows the last @', () => expect(emailDomain('"a@b"@example.com')).toBe('example.com'));
  it('the local part is what precedes it', () => expect(emailLocalPart(' ann.lee@example.com')).toBe('ann.lee'));
});

describe('isEmail', () => {
  it.each(['ann@example.com', ' ann@example.com ', 'a@b', 'андрей@пример.рф'])('takes %j', (text) =>
    expect(isEmail(text)).toBe(true),
  );
  it.each(['', 'ann', '@example.com', 'ann@', 'ann lee@example.com', 'a@b@c'])('does not take %j', (text) =>
    expect(isEmail(text)).toBe(false),
  );
  it('takes 254 characters', () => expect(isEmail(`${'a'.repeat(242)}@example.com`)).toBe(true));
  it('does not take 255 characters', () => expect(isEmail(`${'a'.repeat(243)}@example.com`)).toBe(false));
});
