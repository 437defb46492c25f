import { assumeTrustedRoute, route } from '@forge/api';
import type { Group } from '../contract/access';
import { askJira } from './client';
import { JiraRefused } from './jira-errors';
import { foundGroups, groupsPage } from './schemas';

const mostFound = 20;

/**
 * Groups whose name contains the text, in the order of their names, at most 20, as the user sees them.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraForbidden, JiraNotFound, JiraRefused
 */
export async function findGroupsByName(text: string): Promise<Group[]> {
  const { groups } = await askJira({
    as: 'user',
    route: route`/rest/api/3/groups/picker?query=${text}&maxResults=${mostFound}&caseInsensitive=true`,
    schema: foundGroups,
  });
  return groups.flatMap(({ groupId, name }) => (groupId == null ? [] : [{ id: groupId, name }]));
}

/** Jira gives so many groups a page by default. (Jira Cloud: bulk get groups.) */
const groupsAtOnce = 50;

/**
 * Those of the groups that there are, as the user sees them. An id that Jira refuses to look for is none.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraForbidden, JiraNotFound
 */
export async function findGroupsById(ids: readonly string[]): Promise<Group[]> {
  const found: Group[] = [];
  for (let start = 0; start < ids.length; start += groupsAtOnce) {
    found.push(...(await onePage(ids.slice(start, start + groupsAtOnce))));
  }
  return found;
}

async function onePage(ids: readonly string[]): Promise<Group[]> {
  const query = new URLSearchParams(ids.map((id): [string, string] => ['groupId', id]));
  try {
    const { values } = await askJira({
      as: 'user',
      route: assumeTrustedRoute(`/rest/api/3/group/bulk?maxResults=${groupsAtOnce}&${query.toString()}`),
      schema: groupsPage,
    });
    return values.map(({ groupId, name }) => ({ id: groupId, name }));
  } catch (error) {
    if (error instanceof JiraRefused) return [];
    throw error;
  }
}
