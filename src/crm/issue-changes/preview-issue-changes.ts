import type { IssueChanges } from '../../contract/issue';
import { ok, type Result } from '../../contract/result';
import type { IssueChangesRecord, IssueScope } from '../../store/issue-changes';
import { commitDecision, type Decided } from '../commit-decision';
import { startJob } from '../jobs/start-job';
import { type Begun, beginStep, noCounts } from './begin-step';
import { missingIn, refsOfScope } from './existing-scope';
import { newChangesId, scopeKey } from './scope';
import { readIssueChanges, underWay, viewIssueChanges } from './view-issue-changes';

/**
 * Begins to count the open issues of a contact, of a company, or of all, whose company is another than would be found now. It
 * takes the place of earlier changes of the same scope, which can then no longer be undone.
 */
export async function previewIssueChanges(scope: IssueScope): Promise<Result<IssueChanges>> {
  const begun = await commitDecision(() => decide(scope));
  if (!begun.ok) return begun;
  await startJob(begun.value.job);
  return ok(viewIssueChanges(begun.value.record, begun.value.job));
}

async function decide(scope: IssueScope): Promise<Decided<Begun>> {
  const refs = refsOfScope(scope);
  if ('error' in refs) return refs;
  const known = await readIssueChanges(scopeKey(scope), refs);
  const missing = missingIn(scope, known.records);
  if (missing !== undefined) return missing;
  if (known.job.rev > 0) return underWay;
  const record: IssueChangesRecord = {
    ...scope,
    id: newChangesId(scope),
    state: 'previewing',
    ...noCounts,
    examples: [],
    startedAt: new Date().toISOString(),
  };
  return beginStep(known, record, 'preview');
}
