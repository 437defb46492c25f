import type { Company } from '../contract/contact';
import { ok, type Result } from '../contract/result';
import { readRecord } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { companyView, noSuchCompany } from './company-view';

export async function getCompany(id: string): Promise<Result<Company>> {
  if (!canBeKey(id)) return noSuchCompany;
  const { record } = await readRecord('company', id);
  return record === undefined ? noSuchCompany : ok(companyView(record));
}
