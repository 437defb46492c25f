import { JiraThrottled } from '../../jira/jira-errors';
import { PointsMeter } from '../../jira/points';
import type { ChangesStep } from '../../store/company-changes';
import type { IssueChangesRecord, IssueChangesWork } from '../../store/issue-changes';
import { PointsBudget, pointsPerSite } from '../../store/points-budget';
import { readRecord } from '../../store/read-records';
import type { JobDefinition, SliceOutcome } from '../jobs/job-kinds';
import { JobLost, type JobProgress } from '../jobs/job-progress';
import { changeIssues } from './change-issues';
import { findIssuesToChange } from './find-issues-to-change';
import { scopeKey } from './scope';

type Progress = JobProgress<'issue-changes'>;

/** What a slice may cost: a hundred issues read twice and written to once, and looks at the task that does it. */
const pointsPerSlice = 250;

const stateAfter = { preview: 'ready', apply: 'applied', undo: 'undone' } as const satisfies Record<
  ChangesStep,
  string
>;

/**
 * Issue changes. The preview searches for issues and notes those that would change: that is the plan. Applying and undoing go
 * through the plan, a hundred issues at a time, and decide on what they are at that moment. So the position of each step is one
 * of our own, and nothing depends on how a search moves while properties change.
 */
export const issueChangesJob: JobDefinition<'issue-changes'> = {
  async slice(progress): Promise<SliceOutcome> {
    const points = await affordable();
    try {
      const { step } = progress.work;
      const done =
        step === 'preview' ? await findIssuesToChange(progress, points) : await changeIssues(progress, step, points);
      if (done !== 'ended') return { records: done };
    } finally {
      await PointsBudget.record(points);
    }
    await finish(progress, (record) => ({ ...record, state: stateAfter[progress.work.step] }));
    return 'ended';
  },

  giveUp: (progress, message) => finish(progress, (record) => ({ ...record, state: 'failed', message })),
};

/**
 * A meter for a slice that the site's points suffice for. Without them, the job waits for the next hour. Where a site has next
 * to none, a slice an hour goes beyond them, so that the job comes to an end.
 */
async function affordable(): Promise<PointsMeter> {
  const points = new PointsMeter();
  const budget = await PointsBudget.load();
  budget.brief(points);
  const now = Date.now();
  if (budget.available(points, now) < Math.min(pointsPerSlice, pointsPerSite() / 2)) {
    throw new JiraThrottled('quota', Date.parse(budget.resumesAt(now)));
  }
  return points;
}

/** Ends the job, and leaves what it counted in the record of the changes. */
async function finish(progress: Progress, change: (record: IssueChangesRecord) => IssueChangesRecord): Promise<void> {
  const { work } = progress;
  const key = scopeKey(work);
  const { record, rev } = await readRecord('issueChanges', key);
  if (record?.id !== work.changesId) throw new JobLost('The changes were discarded.');
  const { examples } = work;
  const ended = change({ ...record, ...endCounts(work), examples, finishedAt: new Date().toISOString() });
  await progress.end([{ kind: 'issueChanges', key, rev, record: ended }]);
}

/** Who was to change, or to change back, and did not, was left alone. */
function endCounts({ step, counts }: IssueChangesWork): IssueChangesWork['counts'] {
  if (step === 'apply') return { ...counts, leftAlone: Math.max(0, counts.count - counts.applied) };
  if (step === 'undo') return { ...counts, leftAlone: Math.max(0, counts.applied - counts.undone) };
  return counts;
}
