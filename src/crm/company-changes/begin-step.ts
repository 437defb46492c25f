import type { ChangesCounts, ChangesStep, CompanyChangesRecord } from '../../store/company-changes';
import type { Job } from '../../store/job';
import type { Decided } from '../commit-decision';
import { jobWrite, newJob } from '../jobs/start-job';
import { scopeKey } from './scope';
import { changesJobId, type KnownChanges } from './view-changes';

export const noCounts: ChangesCounts = { seen: 0, count: 0, applied: 0, undone: 0, leftAlone: 0 };

/** The record as the step begins with it, and the job that makes the step. */
export interface Begun {
  record: CompanyChangesRecord;
  job?: Job<'company-changes'>;
}

/** Writes the record of changes and the job of their next step together: each is there only with the other. */
export function beginStep(known: KnownChanges, record: CompanyChangesRecord, step: ChangesStep): Decided<Begun> {
  const { id, companyId, examples, count, applied, undone } = record;
  const counts = { ...noCounts, count, applied, undone };
  const work = { changesId: id, step, counts, examples, ...(companyId === undefined ? {} : { companyId }) };
  const job = newJob('company-changes', changesJobId, work);
  const key = scopeKey(companyId);
  return {
    writes: [{ kind: 'companyChanges', key, rev: known.changes.rev, record }, jobWrite(job)],
    value: { record, job },
  };
}
