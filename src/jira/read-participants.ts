import { route } from '@forge/api';
import { askJira } from './client';
import { JiraForbidden, JiraNotFound } from './jira-errors';
import { participantsPage } from './schemas';

const mostRead = 50;

/**
 * Who takes part in a service request, besides its reporter, as the user sees them; at most 50. Nobody, if the issue is no
 * request, or the site has no service management. (Jira Service Management REST: Get request participants.)
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function readParticipants(issueId: string): Promise<{ accountId: string; name: string }[]> {
  try {
    const { values } = await askJira({
      as: 'user',
      route: route`/rest/servicedeskapi/request/${issueId}/participant?limit=${mostRead}`,
      schema: participantsPage,
      users: (answer) => answer.values.length,
    });
    return values.map(({ accountId, displayName }) => ({ accountId, name: displayName ?? '' }));
  } catch (error) {
    if (error instanceof JiraForbidden || error instanceof JiraNotFound) return [];
    throw error;
  }
}
