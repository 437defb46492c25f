import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Company } from '../contract/contact';
import type { Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import { cleanName } from '../domain/name';
import type { CompanyRecord } from '../store/company';
import { readRecords } from '../store/read-records';
import { commitDecision, type Decided } from './commit-decision';
import { checkDomainChanges, cleanDomains, domainChanges, domainRefs, domainWrites } from './company-domains';
import { companyView } from './company-view';
import { checkNewFields } from './field-values';
import { fieldsFit, tooManyFieldBytes } from './fields';

export type NewCompany = z.output<typeof contactsSchemas.createCompany>['company'];

/** Creates a company, which owns its email domains from the same moment on. */
export async function createCompany({ name, domains, fields = {} }: NewCompany): Promise<Result<Company>> {
  const owned = cleanDomains(domains ?? []);
  const refusal = await checkDomainChanges(domainChanges([], owned), 'company.domains');
  if (refusal !== undefined) return refusal;
  if (!fieldsFit(fields)) return tooManyFieldBytes('company.fields');
  const now = new Date().toISOString();
  const company = { version: 1, name: cleanName(name), domains: owned, fields, createdAt: now, updatedAt: now };
  return commitDecision(() => decide({ id: randomUUID(), ...company }));
}

async function decide(given: CompanyRecord): Promise<Decided<Company>> {
  const changes = domainChanges([], given.domains);
  const records = await readRecords([{ kind: 'template', key: 'company' }, ...domainRefs(changes)]);
  const checked = checkNewFields(records.get('template', 'company').record, given.fields, 'company.fields');
  if ('error' in checked) return checked;
  const company = { ...given, fields: checked.fields };
  const claims = await domainWrites(changes, company.id, records);
  if ('error' in claims) return claims;
  const writes = [{ kind: 'company' as const, key: company.id, rev: 0, record: company }, ...claims.writes];
  return { writes, value: companyView(company) };
}
