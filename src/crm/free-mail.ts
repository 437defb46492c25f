import commonProviders from 'email-providers/common.json';

/** Well-known providers that the list does not have. */
const alsoProviders = [
  'duck.com',
  'fastmail.com',
  'googlemail.com',
  'kpnmail.nl',
  'live.co.uk',
  'live.de',
  'live.fr',
  'live.it',
  'live.nl',
  'pm.me',
  'posteo.de',
  'rediffmail.com',
  'tuta.com',
  'tuta.io',
  'tutanota.com',
  'tutanota.de',
  'ziggo.nl',
];

/** In the list, but names of organisations whose own people have emails there, or meant for examples. */
const organisations = [
  'alibaba.com',
  'ancestry.com',
  'aver.com',
  'bt.com',
  'discovery.com',
  'dnsmadeeasy.com',
  'example.com',
  'facebook.com',
  'medscape.com',
  'name.com',
  'nus.edu.sg',
  'oath.com',
  'parrot.com',
  'singpost.com',
  'swissinfo.org',
  'techspot.com',
  'telstra.com',
  'unican.es',
];

/** Providers that have one domain in each country. */
const brands = new Set(['gmx', 'hotmail', 'outlook', 'protonmail', 'yahoo', 'yandex']);

const providers = new Set([...commonProviders, ...alsoProviders].filter((domain) => !organisations.includes(domain)));

/** A domain, in lower case, and what it is called where its registry allows names: `yahoo` for yahoo.co.uk. */
export interface RegisteredName {
  domain: string;
  label: string | undefined;
}

/** Whether everybody can have an email at this domain. */
export function isFreeMail({ domain, label }: RegisteredName): boolean {
  return providers.has(domain) || (label !== undefined && brands.has(label));
}
