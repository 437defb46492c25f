import type { IssueChanges } from '../../contract/issue';
import { failure } from '../../contract/result';
import type { IssueChangesRecord } from '../../store/issue-changes';
import type { Job } from '../../store/job';
import { type ReadRecords, type RecordRef, readRecords } from '../../store/read-records';
import { jobIdOf } from './scope';

export const noSuchChanges = failure('not-found', 'There are no such changes any more. Look again.');
export const underWay = failure(
  'conflict',
  'These issues are being looked through or changed at the moment. Try again when that is done.',
);

/** The record of the changes of a scope, and the job that works on them, read strictly. */
export interface KnownIssueChanges {
  key: string;
  changes: { record: IssueChangesRecord | undefined; rev: number };
  job: { record: Job<'issue-changes'> | undefined; rev: number };
  records: ReadRecords;
}

/** Reads the changes of a scope's key, and `more` records, in one go. */
export async function readIssueChanges(key: string, more: readonly RecordRef[] = []): Promise<KnownIssueChanges> {
  const jobId = jobIdOf(key);
  const records = await readRecords([{ kind: 'issueChanges', key }, { kind: 'job', key: jobId }, ...more]);
  const { record: job, rev } = records.get('job', jobId);
  return {
    key,
    changes: records.get('issueChanges', key),
    job: { record: job?.kind === 'issue-changes' ? (job as Job<'issue-changes'>) : undefined, rev },
    records,
  };
}

/** Changes as pages see them. */
export function viewIssueChanges(record: IssueChangesRecord, job: Job<'issue-changes'> | undefined): IssueChanges {
  const own = job?.work.changesId === record.id ? job : undefined;
  const { seen, count, applied, undone, leftAlone } = own?.work.counts ?? record;
  const { id, contactId, companyId, state, startedAt, finishedAt, message } = record;
  const { examples } = own?.work ?? record;
  const view: IssueChanges = { id, state, seen, count, examples, applied, undone, leftAlone, startedAt };
  if (contactId !== undefined) view.contactId = contactId;
  if (companyId !== undefined) view.companyId = companyId;
  if (finishedAt !== undefined) view.finishedAt = finishedAt;
  if (message !== undefined) view.message = message;
  const pausedUntil = own?.pausedUntil;
  if (pausedUntil !== undefined && Date.parse(pausedUntil) > Date.now()) view.pausedUntil = pausedUntil;
  return view;
}
