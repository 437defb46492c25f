import { route } from '@forge/api';
import * as z from 'zod/mini';
import type { IssueProperty } from '../domain/issue-company';
import { askJira, beginTask } from './client';
import { issuePropertyKey } from './issue-property';
import { JiraNotFound } from './jira-errors';
import type { PointsMeter } from './points';

const task = z.object({ status: z.string() });

/** A task in one of these states goes on. (Jira Cloud REST API: get task.) */
const unfinished = ['ENQUEUED', 'RUNNING', 'CANCEL_REQUESTED'];

/**
 * Has Jira set the property of each of these issues, at most 100, as the app. Jira does it after it has answered, may do it for
 * some only, and does not document how it tells which.
 *
 * @returns the task's id; undefined where Jira does not tell
 * @throws as `askJira`
 */
export function beginWritingProperties(
  properties: ReadonlyMap<string, IssueProperty>,
  points: PointsMeter,
): Promise<string | undefined> {
  const issues = [...properties].map(([id, property]) => ({
    issueID: Number(id),
    properties: { [issuePropertyKey]: property },
  }));
  return beginTask(
    { as: 'app', method: 'POST', route: route`/rest/api/3/issue/properties/multi`, body: { issues } },
    points,
  );
}

/**
 * Whether a task is over, well or not. One that Jira has no more is.
 *
 * @throws as `askJira`
 */
export async function isTaskOver(id: string, points: PointsMeter): Promise<boolean> {
  try {
    const { status } = await askJira(
      { as: 'app', route: route`/rest/api/3/task/${id}`, schema: task, others: () => 1 },
      points,
    );
    return !unfinished.includes(status);
  } catch (error) {
    if (error instanceof JiraNotFound) return true;
    throw error;
  }
}
