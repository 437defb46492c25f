import type { AccountType } from '../domain/account';

/** Where Jira shows an account: the profile of an Atlassian account, or the search for a portal customer's requests. */
export function profileUrl(siteUrl: string, accountId: string, type: AccountType): string {
  if (type === 'atlassian') return `${siteUrl}/jira/people/${encodeURIComponent(accountId).replaceAll('%3A', ':')}`;
  return `${siteUrl}/issues/?jql=${encodeURIComponent(`reporter = "${accountId}"`)}`;
}
