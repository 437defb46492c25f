import { failure } from '../contract/result';
import type { ReadRecords, RecordRef } from '../store/read-records';
import { mostOperations, type Write } from '../store/transaction';
import { domainOfAnother } from './company-view';

/** A transaction holds the company and one claim for each domain that comes or goes. */
export const mostDomainChanges = mostOperations - 1;

/** Domains as they are compared: lower case, Unicode NFC, each once. */
export function cleanDomains(domains: readonly string[]): string[] {
  return [...new Set(domains.map((domain) => domain.trim().normalize('NFC').toLowerCase()))];
}

export interface DomainChanges {
  added: string[];
  removed: string[];
}

export function domainChanges(before: readonly string[], after: readonly string[]): DomainChanges {
  return {
    added: after.filter((domain) => !before.includes(domain)),
    removed: before.filter((domain) => !after.includes(domain)),
  };
}

export function tooManyDomains(field: string) {
  return failure('invalid', `${field}: at most ${mostDomainChanges} domains can be changed at once`, field);
}

export function domainRefs({ added, removed }: DomainChanges): RecordRef[] {
  return [...added, ...removed].map((key) => ({ kind: 'companyDomain', key }));
}

/** The claims that a company takes and gives up; a conflict when another company has one of those that it takes. */
export function domainWrites({ added, removed }: DomainChanges, companyId: string, records: ReadRecords) {
  const writes: Write[] = [];
  for (const key of added) {
    const claim = records.get('companyDomain', key);
    if (claim.record !== undefined && claim.record.companyId !== companyId) return domainOfAnother;
    writes.push({ kind: 'companyDomain', key, rev: claim.rev, record: { companyId } });
  }
  for (const key of removed) {
    const claim = records.get('companyDomain', key);
    if (claim.record?.companyId !== companyId) continue;
    writes.push({ kind: 'companyDomain', key, rev: claim.rev, record: undefined });
  }
  return { writes };
}
