import { type ContactRecord, isSynced } from './contact';
import { domainOfEmail } from './email-domain';

/** What the decision rests on. */
export interface OrganizationFacts {
  organizationId: string;
  /** The company that the organization is tied to. */
  companyId: string;
  /** The account by which the contact is a member. */
  accountId: string;
  sync: { enabled: boolean; epoch: number };
  companyFromDomain: boolean;
  companyExists: (id: string) => boolean;
  /** Whether a company owns the domain, given as its key. */
  isOwned: (domain: string) => boolean;
}

/**
 * The contact with the company of its organization; undefined if it has one, a person chose that it has none, or the domain of
 * its email says which: domains come before organizations. A company that was deleted counts as none.
 */
export function withCompanyOfOrganization(
  contact: ContactRecord,
  facts: OrganizationFacts,
  now: string,
): ContactRecord | undefined {
  const { sync, accountId, companyId, organizationId } = facts;
  if (contact.companySetByPerson === true || !isSynced(contact, sync)) return undefined;
  if (!contact.accounts.some((account) => account.accountId === accountId && account.epoch === sync.epoch)) {
    return undefined;
  }
  if (contact.companyId !== undefined && facts.companyExists(contact.companyId)) return undefined;
  const domain = domainOfEmail(contact.email);
  if (facts.companyFromDomain && domain !== undefined && facts.isOwned(domain)) return undefined;
  return {
    ...contact,
    companyId,
    companyFromOrganization: organizationId,
    version: contact.version + 1,
    updatedAt: now,
  };
}
