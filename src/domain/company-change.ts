import { type ContactRecord, isSynced } from './contact';
import { domainOfEmail } from './email-domain';

/** What a contact had before company changes gave it something else: all that undoing them needs. Absent ids: none. */
export interface CompanyBefore {
  /** The id of the changes. */
  changes: string;
  companyId?: string;
  given?: string;
  /** The organization that had given the company. */
  organization?: string;
}

/** Ids of companies; absent: none. */
export interface CompanyChange {
  from?: string;
  to?: string;
}

/** What the decision rests on. */
export interface CompaniesOfDomains {
  sync: { enabled: boolean; epoch: number };
  /** The id of the company that owns a domain, given as its key. */
  ownerOf: (domain: string) => string | undefined;
  companyExists: (id: string) => boolean;
}

/**
 * Whether the domains of companies say something about this contact: its own email's domain, when it is synced, has an email,
 * and no person chose its company, also none. Regular contacts are their keeper's business.
 */
export function domainThatDecides(contact: ContactRecord, sync: CompaniesOfDomains['sync']): string | undefined {
  if (contact.companySetByPerson === true || !isSynced(contact, sync)) return undefined;
  return domainOfEmail(contact.email);
}

/**
 * The company that a contact would have by its email's domain instead of the one it has; undefined if that is the same. A
 * company that nobody chose and no organization gave came from a domain: when the domain is nobody's any more, it goes. A
 * company that was deleted counts as none. `companyId`: only changes that give or take this company.
 */
export function companyChangeOf(
  contact: ContactRecord,
  { sync, ownerOf, companyExists }: CompaniesOfDomains,
  companyId?: string,
): CompanyChange | undefined {
  const domain = domainThatDecides(contact, sync);
  if (domain === undefined) return undefined;
  const from = contact.companyId !== undefined && companyExists(contact.companyId) ? contact.companyId : undefined;
  const to = ownerOf(domain);
  if (from === to || (to === undefined && contact.companyFromOrganization !== undefined)) return undefined;
  if (companyId !== undefined && from !== companyId && to !== companyId) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The contact with the company of its domain, and with what it had before. It still counts as chosen by nobody. */
export function withCompanyChange(
  contact: ContactRecord,
  { to }: CompanyChange,
  changes: string,
  now: string,
): ContactRecord {
  const { companyId, companyFromOrganization, ...rest } = contact;
  const companyBefore: CompanyBefore = { changes };
  if (companyFromOrganization !== undefined) companyBefore.organization = companyFromOrganization;
  if (companyId !== undefined) companyBefore.companyId = companyId;
  if (to !== undefined) companyBefore.given = to;
  const given = to === undefined ? {} : { companyId: to };
  return { ...rest, ...given, companyBefore, version: contact.version + 1, updatedAt: now };
}

/**
 * The contact with the company that it had before these changes. `left-alone`: a person or Jira gave it another one since.
 * Undefined: they did not change it.
 */
export function withoutCompanyChange(
  contact: ContactRecord,
  changes: string,
  now: string,
): ContactRecord | 'left-alone' | undefined {
  const { companyBefore, companyId, ...rest } = contact;
  if (companyBefore?.changes !== changes) return undefined;
  if (contact.companySetByPerson === true || companyId !== companyBefore.given) return 'left-alone';
  const before: Pick<ContactRecord, 'companyId' | 'companyFromOrganization'> = {};
  if (companyBefore.companyId !== undefined) before.companyId = companyBefore.companyId;
  if (companyBefore.organization !== undefined) before.companyFromOrganization = companyBefore.organization;
  return { ...rest, ...before, version: contact.version + 1, updatedAt: now };
}
