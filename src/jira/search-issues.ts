import { route } from '@forge/api';
import * as z from 'zod/mini';
import type { IssueSummary } from '../contract/issue';
import { askJira } from './client';
import { JiraForbidden } from './jira-errors';

const shownIssue = z.object({
  key: z.string(),
  fields: z.object({
    summary: z.nullish(z.string()),
    status: z.nullish(z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) })),
    updated: z.nullish(z.string()),
  }),
});

const shownIssues = z.object({ issues: z.array(shownIssue), nextPageToken: z.nullish(z.string()) });

export interface FoundIssues {
  items: IssueSummary[];
  /** Where Jira goes on, good for seven days and this query; absent: that was all. */
  next?: string;
}

/**
 * One page of the issues that a query finds, as the user sees them. Whoever may see no issues finds none.
 *
 * @throws JiraThrottled, JiraUnavailable; JiraRefused for a query or a token that Jira does not take
 */
export async function searchIssues(jql: string, limit: number, next?: string): Promise<FoundIssues> {
  try {
    const { issues, nextPageToken } = await askJira({
      as: 'user',
      method: 'POST',
      route: route`/rest/api/3/search/jql`,
      body: {
        jql,
        maxResults: limit,
        fields: ['summary', 'status', 'updated'],
        ...(next === undefined ? {} : { nextPageToken: next }),
      },
      schema: shownIssues,
      others: (answer) => answer.issues.length,
    });
    const items = issues.map(summaryOf);
    return nextPageToken == null ? { items } : { items, next: nextPageToken };
  } catch (error) {
    if (error instanceof JiraForbidden) return { items: [] };
    throw error;
  }
}

function summaryOf({ key, fields }: z.output<typeof shownIssue>): IssueSummary {
  const { summary, status, updated } = fields;
  const moment = new Date(updated ?? 0);
  return {
    key,
    summary: summary ?? '',
    status: status?.name ?? '',
    statusCategory: categoryOf(status?.statusCategory.key),
    updatedAt: (Number.isNaN(moment.getTime()) ? new Date(0) : moment).toISOString(),
  };
}

/** A status without a category counts as one of what is to be done, as on Jira's boards. */
function categoryOf(key: string | undefined): IssueSummary['statusCategory'] {
  return key === 'done' || key === 'indeterminate' ? key : 'new';
}
