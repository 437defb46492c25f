import { route } from '@forge/api';
import * as z from 'zod/mini';
import { askJira } from './client';

const keysOnly = z.object({ issues: z.array(z.object({ key: z.string() })) });

/**
 * Which of some issues, at most 100, the person behind the invocation may see.
 *
 * @throws as `askJira`
 */
export async function findVisibleIssues(keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { issues } = await askJira({
    as: 'user',
    method: 'POST',
    route: route`/rest/api/3/issue/bulkfetch`,
    body: { issueIdsOrKeys: keys, fields: ['summary'] },
    schema: keysOnly,
    others: (answer) => answer.issues.length,
  });
  return new Set(issues.map(({ key }) => key));
}
