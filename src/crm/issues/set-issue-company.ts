import type { IssueContact } from '../../contract/contact';
import { failure, ok, type Result } from '../../contract/result';
import { type IssueProperty, sameValue, valueOfIssue } from '../../domain/issue-company';
import { writeIssueProperty } from '../../jira/issue-property';
import { JiraForbidden, JiraNotFound } from '../../jira/jira-errors';
import type { IssueReading } from '../../jira/read-issue';
import { readRecord } from '../../store/read-records';
import { canBeKey } from '../../store/record-id';
import { noSuchCompany } from '../company-view';
import { type Viewer, viewIssue } from '../issue-view';
import { readIssueFacts } from './read-issue-facts';

/**
 * Chooses the company of an issue, or that it has none (`companyId` null). It is written as the user: who may not edit the
 * issue in Jira may not choose here either.
 *
 * @throws as `writeIssueProperty`, StorageThrottled, StorageUnavailable
 */
export async function setIssueCompany(
  issue: IssueReading,
  companyId: string | null,
  viewer: Viewer,
): Promise<Result<IssueContact>> {
  if (companyId === null) return write(issue, { chosen: 'manual', because: 'none' }, viewer);
  const company = canBeKey(companyId) ? (await readRecord('company', companyId)).record : undefined;
  if (company === undefined) return noSuchCompany;
  const { id, name } = company;
  return write(issue, { company: { id, name }, chosen: 'manual', because: 'manual' }, viewer);
}

/**
 * Takes back the choice of a company for an issue: it has again what the steps find. Written as the user, too.
 *
 * @throws as `writeIssueProperty`, StorageThrottled, StorageUnavailable
 */
export function unsetIssueCompany(issue: IssueReading, viewer: Viewer): Promise<Result<IssueContact>> {
  return write(issue, undefined, viewer);
}

/** Writes the choice, or what is found without one, with the contact that the issue has anyway. */
async function write(
  issue: IssueReading,
  choice: IssueProperty | undefined,
  viewer: Viewer,
): Promise<Result<IssueContact>> {
  const { property: _, ...bare } = issue;
  const chosen: IssueReading = choice === undefined ? bare : { ...bare, property: choice };
  const value = valueOfIssue((await readIssueFacts(chosen)).facts);
  try {
    if (!sameValue(value, issue.property)) await writeIssueProperty(issue.id, value, 'user');
  } catch (error) {
    if (error instanceof JiraForbidden) return failure('forbidden', 'You may not edit this issue in Jira.');
    if (error instanceof JiraNotFound) return failure('not-found', 'There is no such issue.');
    throw error;
  }
  return ok(await viewIssue({ ...bare, property: value }, viewer));
}
