import type { IssueContact } from '../contract/contact';
import { ok, type Result } from '../contract/result';
import type { IssueReading } from '../jira/read-issue';
import { readRecord } from '../store/read-records';
import { commitDecision, type Decided } from './commit-decision';
import { type Viewer, viewIssue } from './issue-view';

/** Takes back the choice of a contact for an issue: the reporter's is shown again. */
export async function unlinkIssueContact(issue: IssueReading, viewer: Viewer): Promise<Result<IssueContact>> {
  const unlinked = await commitDecision(() => decide(issue.id));
  return unlinked.ok ? ok(await viewIssue(issue, viewer)) : unlinked;
}

async function decide(issueId: string): Promise<Decided<undefined>> {
  const { record, rev } = await readRecord('issueContact', issueId);
  if (record === undefined) return { writes: [], value: undefined };
  return { writes: [{ kind: 'issueContact', key: issueId, rev, record: undefined }], value: undefined };
}
