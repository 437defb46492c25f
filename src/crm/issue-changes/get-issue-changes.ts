import type { IssueChanges } from '../../contract/issue';
import { ok, type Result } from '../../contract/result';
import type { IssueScope } from '../../store/issue-changes';
import { missingIn, refsOfScope } from './existing-scope';
import { scopeKey } from './scope';
import { readIssueChanges, viewIssueChanges } from './view-issue-changes';

/** The latest issue changes of a contact, of a company, or of all; none when nobody asked for any, or they were discarded. */
export async function getIssueChanges(scope: IssueScope): Promise<Result<{ changes?: IssueChanges }>> {
  const refs = refsOfScope(scope);
  if ('error' in refs) return refs;
  const { changes, job, records } = await readIssueChanges(scopeKey(scope), refs);
  const missing = missingIn(scope, records);
  if (missing !== undefined) return missing;
  return ok(changes.record === undefined ? {} : { changes: viewIssueChanges(changes.record, job.record) });
}
