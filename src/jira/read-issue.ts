import { route } from '@forge/api';
import { askJira } from './client';
import { JiraForbidden, JiraNotFound } from './jira-errors';
import { issue } from './schemas';

export interface IssueReading {
  id: string;
  key: string;
  /** `name` as Jira gives it; may be blank. */
  reporter?: { accountId: string; name: string; isApp: boolean };
}

/**
 * The id of the issue in a place that the browser told of, or else its key; undefined if neither looks like one. Nothing
 * else may get into a route.
 */
export function issueNamedIn(place: unknown): string | undefined {
  const { id, key } = (place ?? {}) as { id?: unknown; key?: unknown };
  if (typeof id === 'string' && /^[1-9]\d{0,18}$/.test(id)) return id;
  if (typeof key === 'string' && key.length <= 255 && /^[A-Z][A-Z0-9_]*-[1-9]\d*$/.test(key)) return key;
  return undefined;
}

/**
 * Reads an issue as the user; undefined if there is none, or none that they can see.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function readIssue(idOrKey: string): Promise<IssueReading | undefined> {
  try {
    const { id, key, fields } = await askJira({
      as: 'user',
      route: route`/rest/api/3/issue/${idOrKey}?fields=reporter`,
      schema: issue,
      users: () => 1,
    });
    const reporter = fields?.reporter;
    if (reporter === null || reporter === undefined) return { id, key };
    const { accountId, displayName, accountType } = reporter;
    return { id, key, reporter: { accountId, name: displayName ?? '', isApp: accountType === 'app' } };
  } catch (error) {
    if (error instanceof JiraForbidden || error instanceof JiraNotFound) return undefined;
    throw error;
  }
}
