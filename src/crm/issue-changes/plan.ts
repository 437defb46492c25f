import { type IssueChangesWork, planKey, plannedPerRecord } from '../../store/issue-changes';
import { type RecordRef, readRecords } from '../../store/read-records';
import type { Write } from '../../store/transaction';
import { scopeKey } from './scope';

/** What adds issues to the end of the plan. What an earlier preview left behind it, or this one before it began again, goes. */
export async function additionsToPlan(work: IssueChangesWork, ids: readonly number[]): Promise<Write[]> {
  if (ids.length === 0) return [];
  const { changesId, at } = work;
  const first = Math.floor(at / plannedPerRecord);
  const last = Math.floor((at + ids.length - 1) / plannedPerRecord);
  const parts = Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
  const keys = parts.map((part) => planKey(scopeKey(work), part));
  const read = await readRecords(keys.map((key): RecordRef => ({ kind: 'plannedIssues', key })));
  let left = [...ids];
  return keys.map((key, nth): Write => {
    const { record, rev } = read.get('plannedIssues', key);
    const kept = Math.max(0, at - (first + nth) * plannedPerRecord);
    const before = record?.changesId === changesId ? record.issueIds.slice(0, kept) : [];
    const added = left.slice(0, plannedPerRecord - before.length);
    left = left.slice(added.length);
    return { kind: 'plannedIssues', key, rev, record: { changesId, issueIds: [...before, ...added] } };
  });
}

/** The next issues of the plan, at most so many; none: that was all. */
export async function nextOfPlan(work: IssueChangesWork, most: number): Promise<string[]> {
  const { changesId, at, counts } = work;
  if (at >= counts.count) return [];
  const key = planKey(scopeKey(work), Math.floor(at / plannedPerRecord));
  const { record } = (await readRecords([{ kind: 'plannedIssues', key }])).get('plannedIssues', key);
  if (record?.changesId !== changesId) return [];
  const from = at % plannedPerRecord;
  return record.issueIds.slice(from, from + most).map(String);
}
