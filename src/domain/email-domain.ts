import { emailDomain, emailKey } from './email-key';

/**
 * A domain made comparable: lower case, and ASCII as DNS has it, so that an international name is the same in Unicode and
 * in Punycode. What cannot be a host name stays as it is.
 */
export function domainKey(domain: string): string {
  const plain = domain.trim().normalize('NFC').toLowerCase();
  if (/^[!-~]*$/.test(plain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(plain)) return plain;
  const url = `http://${plain}`;
  return URL.canParse(url) ? new URL(url).hostname : plain;
}

/** The domain of an email, made comparable; undefined without an email. */
export function domainOfEmail(email: string | undefined): string | undefined {
  return email === undefined ? undefined : domainKey(emailDomain(emailKey(email)));
}
