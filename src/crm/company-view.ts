import type { Company } from '../contract/contact';
import { failure } from '../contract/result';
import type { CompanyRecord } from '../store/company';

export const noSuchCompany = failure('not-found', 'There is no such company.');
export const companyChanged = failure('conflict', 'The company was changed meanwhile. Look again.');

/** A company as pages see it, without the number of its contacts. */
export function companyView(record: CompanyRecord): Company {
  const { id, version, name, domains, fields, createdAt, updatedAt } = record;
  return { id, version, name, domains, fields, createdAt, updatedAt };
}
