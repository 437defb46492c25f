import { checkDomain } from '../../../src/crm/check-domain';
import { cleanDomains, domainChanges } from '../../../src/crm/company-domains';
import { domainKey, domainOfEmail } from '../../../src/domain/email-domain';

const messageFor = async (domain: string) => (await checkDomain(domain, 'company.domains'))?.error;

describe('a domain that a company can have', () => {
  it.each(['acme.com', 'mail.acme.co.uk', 'acme.example', 'example.com', 'müller.de', 'kith.github.io', 'bt.com'])(
    '%s',
    async (domain) => {
      expect(await messageFor(domain)).toBeUndefined();
    },
  );
});

describe('a domain that no company can have', () => {
  it.each(['co.uk', 'github.io', 'com.au', '公司.cn'])(
    'is one below which names belong to many owners: %s',
    async (domain) => {
      expect(await messageFor(domain)).toEqual({
        code: 'invalid',
        message: `Names below ${domain} belong to many different owners, so it is no company's own.`,
        field: 'company.domains',
        domain: { name: domain, because: 'many-owners' },
      });
    },
  );

  it.each([
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.co.uk',
    'gmx.de',
    'gmx.ch',
    'web.de',
    'yahoo.com',
    'yahoo.co.uk',
    'yahoo.com.ph',
    'icloud.com',
    'proton.me',
    'protonmail.com',
    't-online.de',
    'aol.com',
    'fastmail.com',
    'mail.ru',
    'qq.com',
    'mailinator.com',
  ])('is one where everybody can have an email: %s', async (domain) => {
    expect(await messageFor(domain)).toEqual({
      code: 'invalid',
      message: `Everybody can have an email at ${domain}, so it tells nothing about a company.`,
      field: 'company.domains',
      domain: { name: domain, because: 'free-mail' },
    });
  });

  it.each(['http://acme.com', 'acme.com/about', '-acme.com', 'a_b.com', '192.168.1.1', 'acme..com', 'acme.com:25'])(
    'is none at all: %s',
    async (domain) => {
      expect(await messageFor(domain)).toMatchObject({
        message: `${domain} is not a domain that emails can have.`,
        domain: { name: domain, because: 'not-a-domain' },
      });
    },
  );
});

describe('an international domain', () => {
  it('is the same in Unicode, in Punycode and in capitals', () => {
    expect(domainKey('Müller.example')).toBe('xn--mller-kva.example');
    expect(domainKey('XN--MLLER-KVA.example')).toBe('xn--mller-kva.example');
    expect(domainOfEmail('Ann@MÜLLER.example')).toBe('xn--mller-kva.example');
    expect(domainOfEmail('ann@xn--mller-kva.example')).toBe('xn--mller-kva.example');
  });

  it('is kept in Unicode, once', () => {
    expect(cleanDomains(['xn--mller-kva.example', 'MÜLLER.example', 'acme.example'])).toEqual([
      'müller.example',
      'acme.example',
    ]);
  });

  it('that a company has is no change in the other form', () => {
    expect(domainChanges(['müller.example'], ['xn--mller-kva.example'])).toEqual({ added: [], removed: [] });
  });
});

it('what cannot be a host name is compared as it stands', () => {
  expect(domainKey('ü/x')).toBe('ü/x');
  expect(domainOfEmail(undefined)).toBeUndefined();
});
