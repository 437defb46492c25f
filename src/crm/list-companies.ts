import type * as z from 'zod/mini';
import type { Company } from '../contract/contact';
import { limits } from '../contract/limits';
import { ok, type Page, type Result } from '../contract/result';
import type { contactsSchemas } from '../contract/schemas';
import { cleanName, fold, nameKey } from '../domain/name';
import type { CompanyRecord } from '../store/company';
import type { IndexRange } from '../store/scan-index';
import { companyView } from './company-view';
import { foreignCursor } from './list-contacts';
import { cursorAfter, positionIn } from './list-cursor';
import { scanPage } from './scan-page';
import { indexPrefix, searchText } from './search-text';

export type CompanyListRequest = z.output<typeof contactsSchemas.listCompanies>;

/** Lists companies by name, or those whose name begins with the search text. Comes from queries, which lag behind writes by moments. */
export async function listCompanies(request: CompanyListRequest): Promise<Result<Page<Company>>> {
  const { cursor, limit = limits.defaultPageSize } = request;
  const search = searchText(request.search)?.name;
  const list = ['companies', search ?? ''];
  const after = cursor === undefined ? undefined : positionIn(cursor, list);
  if (cursor !== undefined && after === undefined) return foreignCursor;
  const range: IndexRange = { index: 'by-name' };
  if (after !== undefined) range.after = after;
  if (search !== undefined) range.prefix = indexPrefix(search);
  const found = await scanPage('company', range, {
    limit,
    keyOf,
    ...(search === undefined ? {} : { keep: named(search) }),
  });
  const items = found.records.map(companyView);
  return ok(found.next === undefined ? { items } : { items, cursor: cursorAfter(found.next, list) });
}

function keyOf(company: CompanyRecord): string {
  return nameKey(company.name, company.id);
}

function named(search: string): (company: CompanyRecord) => boolean {
  return (company) => fold(cleanName(company.name)).startsWith(search);
}
