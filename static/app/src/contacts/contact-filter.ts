import type { CompanyChoice } from './company-choice';

export type Kind = 'all' | 'synced' | 'regular';
export type Order = 'name' | 'changed';

export interface ContactFilter {
  search: string;
  kind: Kind;
  order: Order;
  company: CompanyChoice | null;
}

export const everyContact: ContactFilter = { search: '', kind: 'all', order: 'name', company: null };

/** What is asked for. */
export interface ListedContacts {
  search: string;
  kind: Kind;
  order: Order;
  companyId?: string;
}

/** What the filter asks for, with the search as it was when typing last paused: pages belong to nothing else. */
export function listedBy({ kind, company, order }: ContactFilter, search: string): ListedContacts {
  return {
    search,
    kind,
    order: orderOf({ search, company, order }),
    ...(company === null ? {} : { companyId: company.value }),
  };
}

/** A search and the contacts of a company are by name. */
export function orderOf({ search, company, order }: Omit<ContactFilter, 'kind'>): Order {
  return mayOrder({ search, company }) ? order : 'name';
}

export function mayOrder({ search, company }: Pick<ContactFilter, 'search' | 'company'>): boolean {
  return search.trim() === '' && company === null;
}
