import { contactsSchemas, settingsChanges } from '../../../src/contract';
import { domainProblem, emailProblem, nameProblem, tidyDomain, withTypedDomains } from '../../../static/app/src/rules';

const names = ['Ada', ' Ada ', '', '   ', 'é'.repeat(255), 'x'.repeat(256), '山田 太郎'];
const emails = [
  'a@b',
  ' a@b.example ',
  'a b@c.example',
  'no-at.example',
  'two@@at.example',
  `${'x'.repeat(249)}@b.ex`,
  `${'x'.repeat(250)}@b.ex`,
];
const domains = ['b.example', 'sub.b.example', 'localhost', 'b..example', '.example', 'a@b.example', 'münchen.example'];

describe('what the pages let through before they ask', () => {
  it.each(names)('the contract agrees about the name %j', (name) => {
    const accepted = contactsSchemas.createContact.safeParse({ contact: { name } }).success;
    expect(nameProblem(name) === undefined).toBe(accepted);
  });

  it.each(emails)('the contract agrees about the email %j', (email) => {
    const accepted = contactsSchemas.createContact.safeParse({ contact: { name: 'Ada', email } }).success;
    expect(emailProblem(email) === undefined).toBe(accepted);
  });

  it.each(domains)('the contract agrees about the domain %j', (domain) => {
    const accepted = settingsChanges.safeParse({ excludedDomains: [domain] }).success;
    expect(domainProblem(domain, [], 500) === undefined).toBe(accepted);
  });
});

describe('domains', () => {
  it('are tidied to how the contract stores them', () => {
    expect(tidyDomain(' @Corp.Example ')).toBe('corp.example');
  });

  it('are listed once, and only so many', () => {
    expect(domainProblem('a.example', ['a.example'], 5)).toBe('twice');
    expect(domainProblem('b.example', ['a.example'], 1)).toBe('too-many');
    expect(domainProblem('nonsense', [], 5)).toBe('wrong');
  });
});

describe('an empty email', () => {
  it('is no email, and no mistake', () => {
    expect(emailProblem('  ')).toBeUndefined();
  });
});

describe('domains that were typed', () => {
  it('join the list tidied, one or several at once', () => {
    expect(withTypedDomains(['a.example'], ' @B.example, c.example;a.example ', 9)).toEqual({
      domains: ['a.example', 'b.example', 'c.example'],
    });
    expect(withTypedDomains(['a.example'], '  ', 9)).toEqual({ domains: ['a.example'] });
  });

  it('leave the list as it was when one of them cannot join', () => {
    expect(withTypedDomains([], 'a.example nonsense', 9)).toEqual({ domains: [], problem: 'wrong' });
    expect(withTypedDomains(['a.example'], 'a.example', 9)).toEqual({ domains: ['a.example'], problem: 'twice' });
    expect(withTypedDomains(['a.example'], 'b.example', 1)).toEqual({ domains: ['a.example'], problem: 'too-many' });
  });
});
