export interface Settings {
  accountTypes: { atlassian: boolean; customer: boolean };
  /** Whether deactivated accounts get a contact. Decides about first links only. */
  includeInactive: boolean;
  /** Whether emails that people hide in their Jira profile are used. */
  hiddenEmails: 'use' | 'skip';
  /** What happens to accounts that have no email. Decides about first links only. */
  usersWithoutEmail: 'skip' | 'create';
  /** Compared exactly, without subdomains. */
  excludedDomains: string[];
  editPolicy: 'locked' | 'follow-until-edited';
  companyFromDomain: boolean;
}

export const defaultSettings: Settings = {
  accountTypes: { atlassian: true, customer: true },
  includeInactive: false,
  hiddenEmails: 'use',
  usersWithoutEmail: 'skip',
  excludedDomains: [],
  editPolicy: 'locked',
  companyFromDomain: false,
};
