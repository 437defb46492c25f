import type { JobKind } from '../../store/job';
import { companyChangesJob } from '../company-changes/company-changes-job';
import { emptyFieldJob } from '../empty-field-job';
import { issueChangesJob } from '../issue-changes/issue-changes-job';
import type { JobProgress } from './job-progress';

/** `records`: how many were seen to, for the pace. */
export type SliceOutcome = 'ended' | { records: number };

export interface JobDefinition<K extends JobKind> {
  /**
   * Works on the next slice, a second's work or so, from where `progress.work` says that the job has come to. It saves by
   * `progress.save`, or ends the job by `progress.end` and answers `ended`. It may be called again for a slice whose
   * outcome is not known, and must then find what was saved.
   *
   * It may throw StorageThrottled, StorageUnavailable and the errors of Jira: the job then waits, longer each time.
   */
  slice(progress: JobProgress<K>): Promise<SliceOutcome>;
  /** After many failures in a row: ends the job by `progress.end`, and tells whoever waits for it what to do. */
  giveUp(progress: JobProgress<K>, message: string): Promise<void>;
}

/**
 * What each kind of job does. To add a kind:
 *
 * 1. `JobWork` in `store/job.ts`: what the job has in hand, ids, positions and counts only.
 * 2. A file that exports its `JobDefinition`, and its entry here.
 * 3. To start one: `newJob(kind, id, work)`, its `jobWrite` in the transaction of the decision that needs it, and once that is
 *    committed, `startJob`. The id says what there is one job of at a time (`company-changes`, say): the write conflicts
 *    while there is one. Use a random one where several may run.
 */
export const jobKinds: { readonly [K in JobKind]: JobDefinition<K> } = {
  'company-changes': companyChangesJob,
  'empty-field': emptyFieldJob,
  'issue-changes': issueChangesJob,
};
