import { limits } from './contract';

export type TextProblem = 'blank' | 'long' | 'wrong';

/** The contract's rule for names: not blank, at most 255 characters. */
export function nameProblem(name: string): TextProblem | undefined {
  if (name.trim() === '') return 'blank';
  return name.length > limits.nameLength ? 'long' : undefined;
}

/** The contract's rule for emails, which may also be left empty. */
export function emailProblem(email: string): TextProblem | undefined {
  const trimmed = email.trim();
  if (trimmed === '') return undefined;
  if (trimmed.length > limits.emailLength) return 'long';
  return /^[^\s@]+@[^\s@]+$/u.test(trimmed) ? undefined : 'wrong';
}

export type DomainProblem = 'wrong' | 'twice' | 'too-many';

/** A domain as the contract stores it: trimmed, lower case, without a leading "@". */
export function tidyDomain(text: string): string {
  return text.trim().toLowerCase().replace(/^@/, '');
}

/** What keeps `domain` (tidied) from joining the list. */
export function domainProblem(domain: string, list: readonly string[], most: number): DomainProblem | undefined {
  if (domain.length > limits.domainLength || !/^[^\s@.]+(\.[^\s@.]+)+$/u.test(domain)) return 'wrong';
  if (list.includes(domain)) return 'twice';
  return list.length >= most ? 'too-many' : undefined;
}

/**
 * The list with what was typed: one domain or several, between spaces, commas or semicolons. Those that are on the list
 * already are left out, unless nothing else was typed.
 */
export function withTypedDomains(
  list: readonly string[],
  typed: string,
  most: number,
): { domains: string[]; problem?: DomainProblem } {
  const domains = [...list];
  const written = typed
    .split(/[\s,;]+/u)
    .map(tidyDomain)
    .filter((domain) => domain !== '');
  for (const domain of written) {
    const problem = domainProblem(domain, domains, most);
    if (problem === 'twice' && written.length > 1) continue;
    if (problem !== undefined) return { domains: [...list], problem };
    domains.push(domain);
  }
  return { domains };
}
