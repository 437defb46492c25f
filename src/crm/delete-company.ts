import { ok, type Result } from '../contract/result';
import { readRecord, readRecords } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { commitDecision, type Decided } from './commit-decision';
import { domainRefs, domainWrites } from './company-domains';
import { companyChanged, noSuchCompany } from './company-view';

/**
 * Deletes a company and frees its domains. Its contacts stay: they may be many, so they keep the id of a company that there
 * is no more, which counts as none wherever it is read.
 */
export async function deleteCompany(id: string, version: number): Promise<Result<Record<string, never>>> {
  const deleted = await commitDecision(() => decide(id, version));
  return deleted.ok ? ok({}) : deleted;
}

async function decide(id: string, version: number): Promise<Decided<undefined>> {
  const { record, rev } = canBeKey(id) ? await readRecord('company', id) : { record: undefined, rev: 0 };
  if (record === undefined) return noSuchCompany;
  if (record.version !== version) return companyChanged;
  const changes = { added: [], removed: record.domains };
  const claims = await domainWrites(changes, id, await readRecords(domainRefs(changes)));
  if ('error' in claims) return claims;
  return { writes: [{ kind: 'company', key: id, rev, record: undefined }, ...claims.writes], value: undefined };
}
