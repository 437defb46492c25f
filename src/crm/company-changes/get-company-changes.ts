import type { CompanyChanges } from '../../contract/company-changes';
import { ok, type Result } from '../../contract/result';
import { readRecord } from '../../store/read-records';
import { canBeKey } from '../../store/record-id';
import { noSuchCompany } from '../company-view';
import { scopeKey } from './scope';
import { readChanges, viewChanges } from './view-changes';

/** The latest changes by the domains of a company, or of all; none when nobody asked for any, or they were discarded. */
export async function getCompanyChanges(companyId: string | undefined): Promise<Result<{ changes?: CompanyChanges }>> {
  if (companyId !== undefined) {
    if (!canBeKey(companyId) || (await readRecord('company', companyId)).record === undefined) return noSuchCompany;
  }
  const { changes, job } = await readChanges(scopeKey(companyId));
  return ok(changes.record === undefined ? {} : { changes: await viewChanges(changes.record, job.record) });
}
