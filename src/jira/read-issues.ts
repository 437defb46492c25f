import { route } from '@forge/api';
import * as z from 'zod/mini';
import { askJira } from './client';
import { issuePropertyKey } from './issue-property';
import type { PointsMeter } from './points';
import { type IssueReading, readingOf } from './read-issue';
import { issue } from './schemas';

/** The most issues that one request may fetch or write to. (Jira Cloud REST API: bulk fetch issues, bulk set properties.) */
export const issuesPerRequest = 100;

const asked = { fields: ['reporter', 'project'], properties: [issuePropertyKey] };

const issuesPage = z.object({ issues: z.array(issue), nextPageToken: z.nullish(z.string()) });
const fetchedIssues = z.object({ issues: z.array(issue) });

/**
 * One page of the issues that a query finds, as the app sees them. Which ones are found lags behind changes by moments.
 *
 * @throws as `askJira`; JiraRefused for a query or a token that Jira does not take
 */
export async function searchIssuesAsApp(
  jql: string,
  token: string | undefined,
  points: PointsMeter,
): Promise<{ issues: IssueReading[]; token?: string }> {
  const { issues, nextPageToken } = await askJira(
    {
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/search/jql`,
      body: { jql, maxResults: issuesPerRequest, ...asked, ...(token === undefined ? {} : { nextPageToken: token }) },
      schema: issuesPage,
      others: (answer) => answer.issues.length,
    },
    points,
  );
  return { issues: issues.map(readingOf), ...(nextPageToken == null ? {} : { token: nextPageToken }) };
}

/**
 * Issues as they are now, at most 100. Those that there are not, or that the app does not see, are left out.
 *
 * @throws as `askJira`
 */
export async function fetchIssuesAsApp(
  ids: readonly string[],
  points: PointsMeter,
): Promise<Map<string, IssueReading>> {
  const { issues } = await askJira(
    {
      as: 'app',
      method: 'POST',
      route: route`/rest/api/3/issue/bulkfetch`,
      body: { issueIdsOrKeys: ids, ...asked },
      schema: fetchedIssues,
      others: (answer) => answer.issues.length,
    },
    points,
  );
  return new Map(issues.map((one) => [one.id, readingOf(one)]));
}
