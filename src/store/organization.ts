import { firstOfIndex } from './scan-index';

/** An organization of Jira Service Management that is tied to a company, and how far its members are looked through. */
export interface TiedOrganization {
  /** The organization's id in Jira. */
  id: string;
  companyId: string;
  /** Its members are looked through not before this moment (ISO 8601 UTC). */
  lookAt: string;
  /** How many members were seen in the look that is under way. */
  start: number;
}

/** Organizations whose members are to be looked through at the given time (ISO 8601 UTC), the longest due first. */
export function findDueOrganizations(now: string, limit: number): Promise<TiedOrganization[]> {
  return firstOfIndex('organization', { index: 'by-due', upTo: now }, limit);
}
