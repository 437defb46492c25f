import type { Organization } from '../../contract/issue';
import { ok, type Page, type Result } from '../../contract/result';
import { isOrganizationId, listOrganizationsAsUser } from '../../jira/organizations';
import { type RecordRef, readRecords } from '../../store/read-records';
import { foreignCursor } from '../list-contacts';
import { cursorAfter, positionIn } from '../list-cursor';
import { type Asker, suggestCompanies } from './suggest-companies';

const pageSize = 20;

/**
 * The organizations of Jira Service Management that the user sees, each with its company or a suggestion. None where there is
 * no service management.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused, StorageThrottled, StorageUnavailable
 */
export async function listOrganizations(cursor: string | undefined, asker: Asker): Promise<Result<Page<Organization>>> {
  const list = ['organizations', asker.accountId];
  const position = cursor === undefined ? '0' : positionIn(cursor, list);
  if (position === undefined || !/^\d{1,9}$/.test(position)) return foreignCursor;
  const part = await listOrganizationsAsUser(Number(position), pageSize);
  const organizations = part.items.filter(({ id }) => isOrganizationId(id));
  const ties = await readRecords(organizations.map(({ id }): RecordRef => ({ kind: 'organization', key: id })));
  const companyIds = organizations.flatMap(({ id }) => ties.get('organization', id).record?.companyId ?? []);
  const companies = await readRecords(companyIds.map((key): RecordRef => ({ kind: 'company', key })));
  const companyOf = (id: string) => {
    const companyId = ties.get('organization', id).record?.companyId;
    return companyId === undefined ? undefined : companies.get('company', companyId).record;
  };
  const suggestions = await suggestCompanies(
    organizations.filter(({ id }) => companyOf(id) === undefined),
    asker,
  );
  const items = organizations.map(({ id, name }): Organization => {
    const company = companyOf(id);
    if (company !== undefined) return { id, name, companyId: company.id, companyName: company.name };
    const suggestion = suggestions.get(id);
    return suggestion === undefined ? { id, name } : { id, name, suggestion };
  });
  return ok(part.next === undefined ? { items } : { items, cursor: cursorAfter(String(part.next), list) });
}
