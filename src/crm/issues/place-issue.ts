import { sameValue, takesNoStep, valueOfIssue } from '../../domain/issue-company';
import { writeIssueProperty } from '../../jira/issue-property';
import { JiraForbidden, JiraNotFound } from '../../jira/jira-errors';
import type { PointsMeter } from '../../jira/points';
import { readIssue } from '../../jira/read-issue';
import { type IssueRead, readIssueFacts } from './read-issue-facts';

/** What placing one issue may cost: it is read with its reporter, and written once. */
export const pointsPerIssue = 5;

/**
 * Gives an issue the contact and the company that it ought to have, as the app: one read, and one write if something differs.
 * What a person chose stays.
 *
 * @returns `undecided` when user sync has not decided about the reporter yet, so that the issue is to be looked at again
 * @throws JiraThrottled, JiraUnavailable, JiraRefused, StorageThrottled, StorageUnavailable
 */
export async function placeIssue(issueId: string, points: PointsMeter): Promise<'placed' | 'undecided'> {
  const issue = await readIssue(issueId, 'app', points);
  if (issue === undefined) return 'placed';
  const read = await readIssueFacts(issue);
  if (takesNoStep(read.facts.steps)) return 'placed';
  const value = valueOfIssue(read.facts);
  if (!sameValue(value, issue.property)) {
    try {
      await writeIssueProperty(issue.id, value, 'app', points);
    } catch (error) {
      // The project keeps the app out, or the issue is gone by now: nothing that a further try would change.
      if (!(error instanceof JiraForbidden || error instanceof JiraNotFound)) throw error;
      console.warn('Jira does not let Kith write to an issue.');
    }
  }
  return isUndecided(read) ? 'undecided' : 'placed';
}

/** An account of which sync has neither made a link nor said why not; what is gone gets none. */
function isUndecided({ state, reporter, user, skip }: IssueRead): boolean {
  if (!state.enabled || reporter === undefined || reporter.isApp || user?.kind === 'tombstone') return false;
  const isLinked = user?.kind === 'link' && user.epoch === state.epoch;
  return !isLinked && skip?.epoch !== state.epoch && skip?.gone !== true;
}
