import type { Failure, RefusedDomain } from '../contract/result';
import { domainKey } from '../domain/email-domain';
import { isFreeMail } from './free-mail';

/** A host name of two labels or more, in ASCII: letters, digits and hyphens. (RFC 1123.) */
const hostName = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/;

/** Private suffixes count too: whoever has `kith.github.io` shares nothing with `github.io`. */
const options = { allowPrivateDomains: true, extractHostname: false };

/** Why the domain cannot be that of a company's emails; undefined if it can. */
export async function checkDomain(domain: string, field: string): Promise<{ ok: false; error: Failure } | undefined> {
  const key = domainKey(domain);
  // Its tables take milliseconds to unfold, which no function should pay for that does not need them.
  const { parse } = await import(/* webpackMode: "eager" */ 'tldts');
  const { publicSuffix, isIp, isIcann, domain: registered, domainWithoutSuffix } = parse(key, options);
  const label = isIcann === true && registered === key ? (domainWithoutSuffix ?? undefined) : undefined;
  const refuse = (because: RefusedDomain['because'], message: string) => {
    const error: Failure = { code: 'invalid', message, field, domain: { name: domain, because } };
    return { ok: false as const, error };
  };
  if (isIp === true || !hostName.test(key)) {
    return refuse('not-a-domain', `${domain} is not a domain that emails can have.`);
  }
  if (publicSuffix === key) {
    return refuse('many-owners', `Names below ${domain} belong to many different owners, so it is no company's own.`);
  }
  if (isFreeMail({ domain: key, label })) {
    return refuse('free-mail', `Everybody can have an email at ${domain}, so it tells nothing about a company.`);
  }
  return undefined;
}
