import type * as z from 'zod/mini';
import type { Company } from '../contract/contact';
import type { Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import { sameRecord } from '../domain/drafts';
import { cleanName, sameName } from '../domain/name';
import type { CompanyRecord } from '../store/company';
import { readRecords } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { commitDecision, type Decided } from './commit-decision';
import { checkDomainChanges, cleanDomains, domainChanges, domainRefs, domainWrites } from './company-domains';
import { companyChanged, companyView, noSuchCompany } from './company-view';
import { checkFieldChanges } from './field-values';
import { changedFields, fieldsFit, tooManyFieldBytes } from './fields';

export type CompanyUpdateRequest = z.output<typeof contactsSchemas.updateCompany>;

/** Saves a person's changes of a company. Values that equal the present ones change nothing; nor does another order of domains. */
export async function updateCompany(request: CompanyUpdateRequest): Promise<Result<Company>> {
  return commitDecision(() => decide(request));
}

async function decide({ id, version, changes }: CompanyUpdateRequest): Promise<Decided<Company>> {
  if (!canBeKey(id)) return noSuchCompany;
  const read = await readRecords([
    { kind: 'company', key: id },
    { kind: 'template', key: 'company' },
  ]);
  const { record: before, rev } = read.get('company', id);
  if (before === undefined) return noSuchCompany;
  const template = read.get('template', 'company').record;
  const fields = checkFieldChanges(template, before.fields, changes.fields ?? {}, 'changes.fields');
  if ('error' in fields) return fields;
  const after = changed(before, { ...changes, fields: fields.changes });
  const moves = domainChanges(before.domains, after.domains);
  const refusal = await checkDomainChanges(moves, 'changes.domains');
  if (refusal !== undefined) return refusal;
  if (!fieldsFit(after.fields)) return tooManyFieldBytes('changes.fields');
  if (before.version !== version) return companyChanged;
  if (sameRecord(before, after)) return { writes: [], value: companyView(before) };
  const records = await readRecords(domainRefs(moves));
  const claims = await domainWrites(moves, id, records);
  if ('error' in claims) return claims;
  const record = { ...after, version: version + 1, updatedAt: new Date().toISOString() };
  return { writes: [{ kind: 'company', key: id, rev, record }, ...claims.writes], value: companyView(record) };
}

function changed(before: CompanyRecord, { name, domains, fields }: CompanyUpdateRequest['changes']): CompanyRecord {
  const after = { ...before, fields: changedFields(before.fields, fields ?? {}) };
  if (name !== undefined && !sameName(name, before.name)) after.name = cleanName(name);
  if (domains !== undefined) {
    const wanted = cleanDomains(domains);
    const { added, removed } = domainChanges(before.domains, wanted);
    if (added.length + removed.length > 0) after.domains = wanted;
  }
  return after;
}
