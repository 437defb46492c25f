import type { IssueChanges } from '../../contract/issue';
import { ok, type Result } from '../../contract/result';
import { findVisibleIssues } from '../../jira/find-visible-issues';
import { JiraFault } from '../../jira/jira-errors';

/** Issue changes without examples that the caller may not browse: the app found them, and may see more than they do. */
export async function showToCaller(answer: Result<IssueChanges>): Promise<Result<IssueChanges>> {
  return answer.ok ? ok(await withVisibleExamples(answer.value)) : answer;
}

/** The same for changes that there may be. */
export async function showAnyToCaller(
  answer: Result<{ changes?: IssueChanges }>,
): Promise<Result<{ changes?: IssueChanges }>> {
  if (!answer.ok || answer.value.changes === undefined) return answer;
  return ok({ changes: await withVisibleExamples(answer.value.changes) });
}

async function withVisibleExamples(changes: IssueChanges): Promise<IssueChanges> {
  const visible = await visibleAmong(changes.examples.map(({ issueKey }) => issueKey));
  return { ...changes, examples: changes.examples.filter(({ issueKey }) => visible.has(issueKey)) };
}

/** Examples only help to judge a number: without Jira's answer there are none. */
async function visibleAmong(keys: readonly string[]): Promise<Set<string>> {
  try {
    return await findVisibleIssues(keys);
  } catch (error) {
    if (!(error instanceof JiraFault)) throw error;
    return new Set();
  }
}
