import type { ChangesCounts, ChangesStep } from '../../store/company-changes';
import type { IssueChangesRecord } from '../../store/issue-changes';
import type { Job } from '../../store/job';
import type { Decided } from '../commit-decision';
import { jobWrite, newJob } from '../jobs/start-job';
import { jobIdOf } from './scope';
import type { KnownIssueChanges } from './view-issue-changes';

export const noCounts: ChangesCounts = { seen: 0, count: 0, applied: 0, undone: 0, leftAlone: 0 };

/** The record as the step begins with it, and the job that makes the step. */
export interface Begun {
  record: IssueChangesRecord;
  job: Job<'issue-changes'>;
}

/** Writes the record of changes and the job of their next step together: each is there only with the other. */
export function beginStep(known: KnownIssueChanges, record: IssueChangesRecord, step: ChangesStep): Decided<Begun> {
  const { id, contactId, companyId, examples, count, applied, undone } = record;
  const job = newJob('issue-changes', jobIdOf(known.key), {
    changesId: id,
    step,
    counts: { ...noCounts, count, applied, undone },
    examples,
    at: 0,
    ...(contactId === undefined ? {} : { contactId }),
    ...(companyId === undefined ? {} : { companyId }),
  });
  return {
    writes: [{ kind: 'issueChanges', key: known.key, rev: known.changes.rev, record }, jobWrite(job)],
    value: { record, job },
  };
}
