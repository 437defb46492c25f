import { route } from '@forge/api';
import type * as z from 'zod/mini';
import { isEmail } from '../domain/email-key';
import type { IssueProperty } from '../domain/issue-company';
import { askJira, type Caller } from './client';
import { issuePropertyKey, parseIssueProperty } from './issue-property';
import { JiraForbidden, JiraNotFound } from './jira-errors';
import type { PointsMeter } from './points';
import { issue, type JiraUserAnswer } from './schemas';

/** An issue, as one read of it gave it. */
export interface IssueReading {
  id: string;
  key: string;
  projectId?: string;
  reporter?: IssueReporter;
  /** What Kith keeps on the issue. */
  property?: IssueProperty;
}

export interface IssueReporter {
  accountId: string;
  /** As Jira gives it; may be blank. */
  name: string;
  /** As far as it is shown. */
  email?: string;
  isApp: boolean;
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
 * Reads an issue; undefined if there is none, or none that the caller can see.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused
 */
export async function readIssue(
  idOrKey: string,
  as: Caller = 'user',
  points?: PointsMeter,
): Promise<IssueReading | undefined> {
  try {
    const answer = await askJira(
      {
        as,
        route: route`/rest/api/3/issue/${idOrKey}?fields=reporter,project&properties=${issuePropertyKey}`,
        schema: issue,
        users: () => 1,
        others: () => 1,
      },
      points,
    );
    return readingOf(answer);
  } catch (error) {
    if (error instanceof JiraForbidden || error instanceof JiraNotFound) return undefined;
    throw error;
  }
}

/** What an answer of Jira says of an issue. */
export function readingOf({ id, key, fields, properties }: z.output<typeof issue>): IssueReading {
  const reading: IssueReading = { id, key };
  const property = parseIssueProperty(properties?.[issuePropertyKey]);
  if (property !== undefined) reading.property = property;
  if (fields?.project != null) reading.projectId = fields.project.id;
  if (fields?.reporter != null) reading.reporter = reporterOf(fields.reporter);
  return reading;
}

function reporterOf({ accountId, displayName, accountType, emailAddress }: JiraUserAnswer): IssueReporter {
  const reporter = { accountId, name: displayName ?? '', isApp: accountType === 'app' };
  const email = emailAddress?.trim() ?? '';
  return isEmail(email) ? { ...reporter, email } : reporter;
}
