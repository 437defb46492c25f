import {
  issueChangeOf,
  wasChangedBy,
  wasRestoredFrom,
  withIssueChange,
  withoutIssueChange,
} from '../../domain/issue-change';
import type { IssueProperty } from '../../domain/issue-company';
import { JiraForbidden, JiraRefused, JiraUnavailable } from '../../jira/jira-errors';
import type { PointsMeter } from '../../jira/points';
import { fetchIssuesAsApp, issuesPerRequest } from '../../jira/read-issues';
import { beginWritingProperties, isTaskOver } from '../../jira/write-issue-properties';
import { pause } from '../../store/pause';
import { readFactsOfIssues } from '../issues/read-issue-facts';
import type { JobProgress } from '../jobs/job-progress';
import { nextOfPlan } from './plan';

type Progress = JobProgress<'issue-changes'>;
type Step = 'apply' | 'undo';

/** A task is asked after these waits (milliseconds). Where it takes longer, the job pauses. */
const waits = [500, 1_000, 2_000, 4_000, 6_000];

/** What was not written after so many tasks is left alone, or a slow Jira could keep the job at the same issues for ever. */
const mostBegunAgain = 3;

/** Where Jira does not tell which task it is: how long a hundred issues are given (milliseconds). */
const blindWait = 5_000;

/**
 * Changes the next hundred issues of the plan, or changes them back. What is written is decided on the issues as they are now;
 * what is counted is read from them when Jira's task is over. So a slice that is done again writes nothing twice that was
 * written, and counts the same.
 *
 * @returns how many issues it saw to; `ended`: the plan has no more
 * @throws JobLost, what Jira and storage throw
 */
export async function changeIssues(progress: Progress, step: Step, points: PointsMeter): Promise<number | 'ended'> {
  const { work } = progress;
  const ids = await nextOfPlan(work, issuesPerRequest);
  if (ids.length === 0) return 'ended';
  // Whoever had the job before may have got no further than this task: what it did not do is found below.
  if (work.task !== undefined) await untilOver(work.task, points);
  const begunAgain = work.task === undefined ? 0 : (work.begunAgain ?? 0) + 1;
  if (begunAgain <= mostBegunAgain) {
    const changes = await decideChanges(ids, work.changesId, step, points);
    if (changes.size > 0) await write(progress, changes, begunAgain, points);
  }
  const done = await countDone(ids, work.changesId, step, points);
  const { task: _, begunAgain: __, ...rest } = work;
  const { counts } = work;
  const counted = step === 'apply' ? { applied: counts.applied + done } : { undone: counts.undone + done };
  await progress.save({
    ...rest,
    counts: { ...counts, ...counted, seen: counts.seen + ids.length },
    at: work.at + ids.length,
  });
  return ids.length;
}

/** What is to be written, by issue. Issues that have it already, that others changed, or that are gone, are not among it. */
async function decideChanges(
  ids: readonly string[],
  changesId: string,
  step: Step,
  points: PointsMeter,
): Promise<Map<string, IssueProperty>> {
  const issues = await fetchIssuesAsApp(ids, points);
  const changes = new Map<string, IssueProperty>();
  if (step === 'undo') {
    for (const { id, property } of issues.values()) {
      const restored = withoutIssueChange(property, changesId);
      if (restored !== undefined) changes.set(id, restored);
    }
    return changes;
  }
  const open = [...issues.values()].filter(({ property }) => !wasChangedBy(property, changesId));
  const facts = await readFactsOfIssues(open);
  for (const { id, property } of open) {
    const read = facts.get(id);
    const change = read === undefined ? undefined : issueChangeOf(read.facts);
    if (change !== undefined) changes.set(id, withIssueChange(change, property, changesId));
  }
  return changes;
}

/**
 * Has Jira write, and waits until it has. The task is saved, so that whoever takes over waits for it and does not write again.
 * Where Jira finds something wrong, the issue that it is about is found by halves, and left alone.
 */
async function write(
  progress: Progress,
  changes: ReadonlyMap<string, IssueProperty>,
  begunAgain: number,
  points: PointsMeter,
): Promise<void> {
  try {
    const task = await beginWritingProperties(changes, points);
    if (task === undefined) return await pause(blindWait);
    await progress.save({ ...progress.work, task, begunAgain });
    await untilOver(task, points);
  } catch (error) {
    if (!(error instanceof JiraForbidden || error instanceof JiraRefused)) throw error;
    if (error instanceof JiraForbidden || changes.size === 1) {
      console.warn('Jira does not let Kith write to issues.');
      return;
    }
    const all = [...changes];
    const half = Math.ceil(all.length / 2);
    await write(progress, new Map(all.slice(0, half)), begunAgain, points);
    await write(progress, new Map(all.slice(half)), begunAgain, points);
  }
}

async function untilOver(task: string, points: PointsMeter): Promise<void> {
  for (const wait of waits) {
    await pause(wait);
    if (await isTaskOver(task, points)) return;
  }
  throw new JiraUnavailable('Jira has not done yet what it was asked to.');
}

async function countDone(ids: readonly string[], changesId: string, step: Step, points: PointsMeter): Promise<number> {
  const issues = await fetchIssuesAsApp(ids, points);
  const isDone = step === 'apply' ? wasChangedBy : wasRestoredFrom;
  return [...issues.values()].filter(({ property }) => isDone(property, changesId)).length;
}
