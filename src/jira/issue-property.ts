import { route } from '@forge/api';
import * as z from 'zod/mini';
import type { IssueProperty } from '../domain/issue-company';
import { type Caller, tellJira } from './client';
import type { PointsMeter } from './points';

/** The key of the property that Kith keeps on issues; `jira:entityProperty` in the manifest has Jira index it. */
export const issuePropertyKey = 'kith';

const id = z.string().check(z.minLength(1), z.maxLength(128));
const issueValue = z.object({
  company: z.exactOptional(z.object({ id, name: z.string().check(z.maxLength(255)) })),
  contact: z.exactOptional(z.object({ id })),
  chosen: z.enum(['auto', 'manual']),
  because: z.exactOptional(z.enum(['contact', 'domain', 'manual', 'none'])),
});
const issueProperty = z.extend(issueValue, {
  changes: z.exactOptional(id),
  before: z.exactOptional(issueValue),
  undone: z.exactOptional(issueValue),
});

/** The property as Jira gives it. Undefined for one that Kith cannot have written: it counts as absent, and is replaced. */
export function parseIssueProperty(value: unknown): IssueProperty | undefined {
  const parsed = issueProperty.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/**
 * Sets the property of one issue. As the user, Jira asks whether they may edit the issue.
 *
 * @throws as `askJira`; JiraForbidden when the caller may see the issue but not edit it, JiraNotFound when not even that
 */
export async function writeIssueProperty(
  issueId: string,
  property: IssueProperty,
  as: Caller,
  points?: PointsMeter,
): Promise<void> {
  const target = route`/rest/api/3/issue/${issueId}/properties/${issuePropertyKey}`;
  await tellJira({ as, method: 'PUT', route: target, body: property }, points);
}
