import { domainToUnicode } from 'node:url';
import { type Failure, failure, type RefusedDomain } from '../contract/result';
import { domainKey } from '../domain/email-domain';
import { type ReadRecords, type RecordRef, readRecord } from '../store/read-records';
import { mostOperations, type Write } from '../store/transaction';
import { checkDomain } from './check-domain';

/** A transaction holds the company and one claim for each domain that comes or goes. */
export const mostDomainChanges = mostOperations - 1;

/**
 * Domains as they are kept: lower case, international ones in Unicode, as people write them, each once. They are compared,
 * and owned, by `domainKey`.
 */
export function cleanDomains(domains: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const domain of domains) {
    const key = domainKey(domain);
    if (!byKey.has(key)) byKey.set(key, key.includes('xn--') ? domainToUnicode(key) || key : key);
  }
  return [...byKey.values()];
}

export interface DomainChanges {
  added: string[];
  removed: string[];
}

export function domainChanges(before: readonly string[], after: readonly string[]): DomainChanges {
  return { added: without(after, before), removed: without(before, after) };
}

function without(domains: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(domainKey));
  return domains.filter((domain) => !keys.has(domainKey(domain)));
}

/** Why the domains cannot be taken. Those that a company has already are never refused. */
export async function checkDomainChanges(
  { added, removed }: DomainChanges,
  field: string,
): Promise<{ ok: false; error: Failure } | undefined> {
  if (added.length + removed.length > mostDomainChanges) {
    return failure('invalid', `${field}: at most ${mostDomainChanges} domains can be changed at once`, field);
  }
  for (const domain of added) {
    const refusal = await checkDomain(domain, field);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

export function domainRefs({ added, removed }: DomainChanges): RecordRef[] {
  return [...added, ...removed].map((domain) => ({ kind: 'companyDomain', key: domainKey(domain) }));
}

/**
 * The claims that a company takes and gives up; a conflict when another company has one of those that it takes.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function domainWrites({ added, removed }: DomainChanges, companyId: string, records: ReadRecords) {
  const writes: Write[] = [];
  for (const domain of added) {
    const key = domainKey(domain);
    const { record: claim, rev } = records.get('companyDomain', key);
    if (claim !== undefined && claim.companyId !== companyId) return domainOfAnother(domain, claim.companyId);
    writes.push({ kind: 'companyDomain', key, rev, record: { companyId } });
  }
  for (const domain of removed) {
    const key = domainKey(domain);
    const claim = records.get('companyDomain', key);
    if (claim.record?.companyId !== companyId) continue;
    writes.push({ kind: 'companyDomain', key, rev: claim.rev, record: undefined });
  }
  return { writes };
}

async function domainOfAnother(domain: string, companyId: string) {
  const { record } = await readRecord('company', companyId);
  const owner = record === undefined ? 'another company' : `the company ${record.name}`;
  const refused: RefusedDomain = { name: domain, because: 'taken' };
  if (record !== undefined) refused.company = record.name;
  const message = `The email domain ${domain} belongs to ${owner}.`;
  return { ok: false as const, error: { code: 'conflict' as const, message, domain: refused } };
}
