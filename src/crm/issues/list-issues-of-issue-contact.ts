import type { IssueList } from '../../contract/issue';
import { asList, issuesOfContact, quoted } from '../../domain/issue-queries';
import type { IssueReading } from '../../jira/read-issue';
import { searchIssues } from '../../jira/search-issues';
import { shownContact } from '../issue-view';
import { type IssueRead, readIssueFacts } from './read-issue-facts';

const mostShown = 10;

/**
 * Other issues of the contact that an issue's panel shows, as far as the user may see them, the latest change first, at most
 * ten: what its accounts reported, and what was found or chosen to be its. Without a contact, those of the reporter.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraNotFound, JiraRefused, StorageThrottled, StorageUnavailable
 */
export async function listIssuesOfIssueContact(issue: IssueReading): Promise<IssueList> {
  const whose = conditionOf(await readIssueFacts(issue));
  if (whose === undefined) return { items: [], jql: `key = ${quoted(issue.key)}` };
  const jql = asList(`${whose} AND key != ${quoted(issue.key)}`, false);
  const { items } = await searchIssues(jql, mostShown);
  return { items, jql };
}

function conditionOf({ facts, reporter }: IssueRead): string | undefined {
  const contact = shownContact(facts)?.contact;
  if (contact === undefined) return reporter === undefined ? undefined : `reporter = ${quoted(reporter.accountId)}`;
  const accountIds = contact.accounts.map(({ accountId }) => accountId);
  return issuesOfContact(contact.id, accountIds);
}
