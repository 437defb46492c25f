import type { IssueChanges } from '../../contract/issue';
import { ok, type Result } from '../../contract/result';
import { type IssueChangesRecord, planKey, plannedPerRecord } from '../../store/issue-changes';
import { type RecordRef, readRecords } from '../../store/read-records';
import { canBeKey } from '../../store/record-id';
import { mostOperations, type Write } from '../../store/transaction';
import { commitDecision, type Decided } from '../commit-decision';
import { type IssueChangesPage, jobIdOf, keyOfChanges } from './scope';
import { noSuchChanges, readIssueChanges, underWay, viewIssueChanges } from './view-issue-changes';

/** Of a larger plan the rest is left to the next preview of the scope, which writes over it. It holds ids of issues only. */
const mostParts = mostOperations - 2;

/** Forgets changes: a preview that nobody wants, also while it is counting, or what was made, which then stays. */
export async function discardIssueChanges(id: string, page: IssueChangesPage): Promise<Result<IssueChanges>> {
  const key = keyOfChanges(id, page);
  if (key === undefined || !canBeKey(key)) return noSuchChanges;
  const discarded = await commitDecision(() => decide(key, id));
  return discarded.ok ? ok(viewIssueChanges(discarded.value, undefined)) : discarded;
}

async function decide(key: string, id: string): Promise<Decided<IssueChangesRecord>> {
  const { changes, job } = await readIssueChanges(key);
  const { record, rev } = changes;
  if (record?.id !== id) return noSuchChanges;
  if (record.state === 'applying' || record.state === 'undoing') return underWay;
  const writes: Write[] = [{ kind: 'issueChanges', key, rev, record: undefined }];
  const work = job.record?.work.changesId === id ? job.record.work : undefined;
  if (work !== undefined) writes.push({ kind: 'job', key: jobIdOf(key), rev: job.rev, record: undefined });
  const { counts, examples } = work ?? { counts: {}, examples: record.examples };
  writes.push(...(await removalOfPlan(key, work?.at ?? record.count)));
  return { writes, value: { ...record, ...counts, examples, state: 'discarded' } };
}

async function removalOfPlan(key: string, planned: number): Promise<Write[]> {
  const parts = Math.min(Math.ceil(planned / plannedPerRecord), mostParts);
  const refs = Array.from(
    { length: parts },
    (_, part): RecordRef => ({
      kind: 'plannedIssues',
      key: planKey(key, part),
    }),
  );
  const read = await readRecords(refs);
  return refs.flatMap((ref): Write[] => {
    const { rev } = read.get('plannedIssues', ref.key);
    return rev === 0 ? [] : [{ kind: 'plannedIssues', key: ref.key, rev, record: undefined }];
  });
}
