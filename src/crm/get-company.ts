import type { Company } from '../contract/contact';
import { ok, type Result } from '../contract/result';
import { countContactsOfCompany } from '../store/count-contacts-of-company';
import { readRecord } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { companyView, noSuchCompany } from './company-view';

/**
 * A company with the number of its contacts, if that is at most 1,000: it costs one request to storage for each hundred, 10
 * read units for contacts of 1 KB.
 */
export async function getCompany(id: string): Promise<Result<Company>> {
  if (!canBeKey(id)) return noSuchCompany;
  const { record } = await readRecord('company', id);
  if (record === undefined) return noSuchCompany;
  const contactCount = await countContactsOfCompany(id);
  const company = companyView(record);
  return ok(contactCount === undefined ? company : { ...company, contactCount });
}
