import type * as z from 'zod/mini';
import type { IssueList } from '../../contract/issue';
import { limits } from '../../contract/limits';
import { ok, type Result } from '../../contract/result';
import type { contactsSchemas } from '../../contract/schemas';
import { isAccountId } from '../../domain/account';
import type { ContactRecord } from '../../domain/contact';
import { asList, issuesOfCompany, issuesOfContact } from '../../domain/issue-queries';
import { JiraRefused } from '../../jira/jira-errors';
import { searchIssues } from '../../jira/search-issues';
import { readRecord } from '../../store/read-records';
import { canBeKey } from '../../store/record-id';
import { noSuchCompany } from '../company-view';
import { foreignCursor } from '../list-contacts';
import { cursorAfter, positionIn } from '../list-cursor';
import { noSuchContact } from '../read-contact';

export type IssuesRequest = z.output<typeof contactsSchemas.listIssuesOfContact>;

/** What Jira goes on from is longer than a position of ours. With it a cursor still fits into `limits.cursorLength`. */
const longestToken = 3_000;

/** The issues of a contact: reported by any of its accounts, or with this contact. As the user sees them, the latest change first. */
export async function listIssuesOfContact(request: IssuesRequest, accountId: string): Promise<Result<IssueList>> {
  const { record } = canBeKey(request.id) ? await readRecord('contact', request.id) : { record: undefined };
  return record === undefined ? noSuchContact : listIssues(conditionOf(record), request, accountId);
}

/** The issues that have this company. As the user sees them, the latest change first. */
export async function listIssuesOfCompany(request: IssuesRequest, accountId: string): Promise<Result<IssueList>> {
  const { record } = canBeKey(request.id) ? await readRecord('company', request.id) : { record: undefined };
  return record === undefined ? noSuchCompany : listIssues(issuesOfCompany(record.id), request, accountId);
}

/** The condition for the issues of a contact. */
export function conditionOf({ id, accounts }: ContactRecord): string {
  return issuesOfContact(id, accounts.map(({ accountId }) => accountId).filter(isAccountId));
}

/**
 * The issues that a condition finds, as the user sees them. The cursor is Jira's own, good for this query and this user.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function listIssues(
  condition: string,
  { open = false, cursor, limit = limits.defaultPageSize }: Omit<IssuesRequest, 'id'>,
  accountId: string,
): Promise<Result<IssueList>> {
  const jql = asList(condition, open);
  const list = ['issues', jql, accountId];
  const token = cursor === undefined ? undefined : positionIn(cursor, list, longestToken);
  if (cursor !== undefined && token === undefined) return foreignCursor;
  try {
    const { items, next } = await searchIssues(jql, limit, token);
    return ok(next === undefined ? { items, jql } : { items, jql, cursor: cursorAfter(next, list) });
  } catch (error) {
    if (error instanceof JiraRefused && token !== undefined) return foreignCursor;
    throw error;
  }
}
