import type { ContactRecord } from './contact';
import type { Deliberation } from './decision';
import { domainOfEmail } from './email-domain';

/** The record by which a company owns an email domain. */
export interface CompanyDomain {
  companyId: string;
}

/**
 * Gives a contact the company of its email's domain, if the admin wants that, when it is linked without a company and when
 * the domain changes. A company that a person chose, also none, stays; so does one when nobody owns the new domain.
 */
export function withCompanyOfDomain(
  { situation, knowledge }: Deliberation,
  contact: ContactRecord,
  before: ContactRecord,
  isLinkedNow: boolean,
): ContactRecord {
  if (!situation.settings.companyFromDomain || contact.companySetByPerson === true) return contact;
  const domain = domainOfEmail(contact.email);
  const isDue = (isLinkedNow && contact.companyId === undefined) || domain !== domainOfEmail(before.email);
  if (domain === undefined || !isDue) return contact;
  const owner = knowledge.recall('companyDomain', domain).record;
  if (owner === undefined) return contact;
  const { companyFromOrganization: _, ...rest } = contact;
  return { ...rest, companyId: owner.companyId };
}
