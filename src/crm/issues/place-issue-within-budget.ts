import { JiraThrottled } from '../../jira/jira-errors';
import { PointsMeter } from '../../jira/points';
import { PointsBudget } from '../../store/points-budget';
import { placeIssue, pointsPerIssue } from './place-issue';

/**
 * Places an issue, if the site's points for background work allow that now.
 *
 * @returns the moment (ISO 8601 UTC) at which to come back, when they do not, or when Jira asked to wait
 * @throws JiraUnavailable, JiraRefused, StorageThrottled, StorageUnavailable
 */
export async function placeIssueWithinBudget(issueId: string): Promise<'placed' | 'undecided' | { retryAt: string }> {
  const budget = await PointsBudget.load();
  const points = new PointsMeter();
  budget.brief(points);
  if (budget.available(points, Date.now()) < pointsPerIssue) return { retryAt: budget.resumesAt(Date.now()) };
  try {
    return await placeIssue(issueId, points);
  } catch (error) {
    if (!(error instanceof JiraThrottled)) throw error;
    return { retryAt: budget.retryTime(error, Date.now()) };
  } finally {
    await PointsBudget.record(points);
  }
}
