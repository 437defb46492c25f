import type { Organization } from '../../contract/issue';
import { failure, type Result } from '../../contract/result';
import { isOrganizationId, type JiraOrganization, readOrganizationAsUser } from '../../jira/organizations';
import type { TiedOrganization } from '../../store/organization';
import { type RecordRef, readRecords } from '../../store/read-records';
import { canBeKey } from '../../store/record-id';
import { commitDecision, type Decided } from '../commit-decision';
import { noSuchCompanyIn } from '../decide-update';

const noSuchOrganization = failure('not-found', 'There is no such organization.');

/**
 * Ties an organization, as far as the user sees it, to a company, or to none any more. Its members are looked through at the
 * next tick; who got a company by an earlier tie keeps it. Nothing is written to Jira.
 */
export async function tieOrganization(id: string, companyId: string | null): Promise<Result<Organization>> {
  if (companyId !== null && !canBeKey(companyId)) return noSuchCompanyIn('companyId');
  const organization = isOrganizationId(id) ? await readOrganizationAsUser(id) : undefined;
  if (organization === undefined || organization.id !== id) return noSuchOrganization;
  return commitDecision(() => (companyId === null ? untie(organization) : tie(organization, companyId)));
}

async function untie({ id, name }: JiraOrganization): Promise<Decided<Organization>> {
  const { record, rev } = (await readRecords([{ kind: 'organization', key: id }])).get('organization', id);
  const value: Organization = { id, name };
  if (record === undefined) return { writes: [], value };
  return { writes: [{ kind: 'organization', key: id, rev, record: undefined }], value };
}

async function tie({ id, name }: JiraOrganization, companyId: string): Promise<Decided<Organization>> {
  const refs: RecordRef[] = [
    { kind: 'organization', key: id },
    { kind: 'company', key: companyId },
  ];
  const read = await readRecords(refs);
  const company = read.get('company', companyId);
  if (company.record === undefined) return noSuchCompanyIn('companyId');
  const value: Organization = { id, name, companyId, companyName: company.record.name };
  const before = read.get('organization', id);
  if (before.record?.companyId === companyId) return { writes: [], value };
  const record: TiedOrganization = { id, companyId, lookAt: new Date().toISOString(), start: 0 };
  return {
    writes: [{ kind: 'organization', key: id, rev: before.rev, record }],
    conditions: [{ kind: 'company', key: companyId, rev: company.rev }],
    value,
  };
}
