import type { Changes } from './changes';

/** A contact whose company would change, or no longer be one. */
export interface CompanyChangeExample {
  contactId: string;
  name: string;
  email?: string;
  /** Names of companies; absent: none. */
  from?: string;
  to?: string;
}

/**
 * The contacts to which the email domains of companies would give another company than they have: first counted, then changed
 * when somebody wants that, and changed back if they think otherwise. Contacts whose company (also none) a person chose are
 * never among them.
 */
export interface CompanyChanges extends Changes<CompanyChangeExample> {
  /** The company whose domains changed; absent: all companies, after `companyFromDomain` was turned on. */
  companyId?: string;
}

/** One of several records that a person chose, as they saw it. */
export interface ChosenRecord {
  id: string;
  version: number;
}

/** What became of several records at once. */
export interface BulkOutcome {
  /** So many are as was asked for, also where there was nothing to change. */
  changed: number;
  failed: { id: string; code: 'not-found' | 'locked' | 'conflict' | 'rate-limited' | 'unavailable'; message: string }[];
}
