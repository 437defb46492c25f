import { route } from '@forge/api';
import type { Project } from '../contract/issue';
import { askJira } from './client';
import { projectsPage } from './schemas';

const mostFound = 20;

/**
 * Projects whose key or name contains the text, by key, at most 20, as the user sees them.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraForbidden, JiraNotFound, JiraRefused
 */
export async function findProjectsByName(text: string): Promise<Project[]> {
  const { values } = await askJira({
    as: 'user',
    route: route`/rest/api/3/project/search?query=${text}&maxResults=${mostFound}`,
    schema: projectsPage,
  });
  return values.map(({ id, key, name }) => ({ id, key, name }));
}
