import { issueChangeOf } from '../../domain/issue-change';
import { JiraRefused } from '../../jira/jira-errors';
import type { PointsMeter } from '../../jira/points';
import type { IssueReading } from '../../jira/read-issue';
import { searchIssuesAsApp } from '../../jira/read-issues';
import type { IssueChangesWork, IssueExample, IssueSearch } from '../../store/issue-changes';
import { type IssueRead, readFactsOfIssues } from '../issues/read-issue-facts';
import type { JobProgress } from '../jobs/job-progress';
import { noCounts } from './begin-step';
import { everyOpenIssue, nextSearch } from './next-search';
import { additionsToPlan } from './plan';

type Progress = JobProgress<'issue-changes'>;

const mostExamples = 20;

/** A search that Jira forgets more often than this fails: beginning anew each time, it would spend the site's points for ever. */
const mostBegunAgain = 3;

/**
 * Looks at the next page of a preview's search, and adds to the plan what would change. The page, the counts and the plan are
 * saved together.
 *
 * @returns how many issues it looked at; `ended`: there are no more
 * @throws JobLost, what Jira and storage throw
 */
export async function findIssuesToChange(progress: Progress, points: PointsMeter): Promise<number | 'ended'> {
  const { work } = progress;
  const search = work.search?.token === undefined ? await nextSearch(work) : work.search;
  if (search === undefined) return 'ended';
  const page = await searchOrBeginAgain(progress, search, points);
  if (page === 'begun-again') return 0;
  const { issues, token } = page;
  const facts = await readFactsOfIssues(issues);
  const own = issues.filter((issue) => belongsHere(issue, search, work, facts.get(issue.id)));
  const found = own.flatMap((issue): (IssueExample & { id: number })[] => {
    const read = facts.get(issue.id);
    const change = read === undefined ? undefined : issueChangeOf(read.facts);
    if (change === undefined) return [];
    const [from, to] = [issue.property?.company?.name, change.company?.name];
    const names = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return [{ id: Number(issue.id), issueKey: issue.key, ...names }];
  });
  const ids = found.map(({ id }) => id);
  const { token: _, ...rest } = search;
  const { counts } = work;
  const next: IssueChangesWork = {
    ...work,
    counts: { ...counts, seen: counts.seen + own.length, count: counts.count + ids.length },
    examples: [...work.examples, ...found.map(({ id: __, ...example }) => example)].slice(0, mostExamples),
    at: work.at + ids.length,
    search: { ...rest, last: issues.map(({ id }) => Number(id)), ...(token === undefined ? {} : { token }) },
  };
  // Should the plan have been written by somebody else, nothing was saved, and the page comes again.
  await progress.save(next, await additionsToPlan(work, ids));
  return issues.length;
}

/**
 * A token that Jira does not take any more (it is good for seven days) means to begin anew; a query of projects that Jira does
 * not take, because one of them is gone, to look at every open issue.
 */
async function searchOrBeginAgain(
  progress: Progress,
  search: IssueSearch,
  points: PointsMeter,
): Promise<{ issues: IssueReading[]; token?: string } | 'begun-again'> {
  const { contactId, companyId } = progress.work;
  try {
    return await searchIssuesAsApp(search.jql, search.token, points);
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    if (search.token !== undefined) {
      const { search: _, begunAgain = 0, ...rest } = progress.work;
      if (begunAgain === mostBegunAgain) throw error;
      await progress.save({ ...rest, counts: noCounts, examples: [], at: 0, begunAgain: begunAgain + 1 });
      return 'begun-again';
    }
    const isOfProjects = contactId === undefined && companyId === undefined && search.jql !== everyOpenIssue;
    if (!isOfProjects) throw error;
    search.jql = everyOpenIssue;
    return searchIssuesAsApp(everyOpenIssue, undefined, points);
  }
}

/**
 * Whether the issue is found here for the first time: not on the page before, which a search that moves may give again, and
 * not by another query of the same company, which is for the issue's own contact or for the company itself.
 */
function belongsHere(
  issue: IssueReading,
  { last, contactIds }: IssueSearch,
  { companyId }: IssueChangesWork,
  read: IssueRead | undefined,
): boolean {
  if (last.includes(Number(issue.id))) return false;
  if (contactIds === undefined) return true;
  if (issue.property?.company?.id === companyId) return false;
  const contactId = issue.property?.contact?.id;
  if (contactId === undefined || contactIds.includes(contactId)) return true;
  return read?.records.record('contact', contactId)?.companyId !== companyId;
}
