import type { IssueContact } from '../contract/contact';
import { ok, type Result } from '../contract/result';
import type { IssueReading } from '../jira/read-issue';
import { readRecords } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { commitDecision, type Decided } from './commit-decision';
import { type Viewer, viewIssue } from './issue-view';
import { noSuchContact } from './read-contact';

/** Chooses a contact for an issue, in place of the reporter's. */
export async function linkIssueContact(
  issue: IssueReading,
  contactId: string,
  viewer: Viewer,
): Promise<Result<IssueContact>> {
  const linked = await commitDecision(() => decide(issue.id, contactId));
  return linked.ok ? ok(await viewIssue(issue, viewer)) : linked;
}

async function decide(issueId: string, contactId: string): Promise<Decided<undefined>> {
  if (!canBeKey(contactId)) return noSuchContact;
  const read = await readRecords([
    { kind: 'contact', key: contactId },
    { kind: 'issueContact', key: issueId },
  ]);
  if (read.get('contact', contactId).record === undefined) return noSuchContact;
  const { record, rev } = read.get('issueContact', issueId);
  if (record?.contactId === contactId) return { writes: [], value: undefined };
  const choice = { issueId, contactId, chosenAt: new Date().toISOString() };
  return { writes: [{ kind: 'issueContact', key: issueId, rev, record: choice }], value: undefined };
}
