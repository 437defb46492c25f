import type { ChangesState } from '../contract/changes';
import type { ChangesCounts, ChangesStep } from './company-changes';

/** Whose open issues: a contact's, a company's, or, with neither, all. */
export interface IssueScope {
  contactId?: string;
  companyId?: string;
}

/** An issue among the first that would change. Names of companies; absent: none. */
export interface IssueExample {
  issueKey: string;
  from?: string;
  to?: string;
}

/** Issue changes that a person asked for. While a step is under way, its counts are those of its job. */
export interface IssueChangesRecord extends ChangesCounts, IssueScope {
  id: string;
  state: ChangesState;
  examples: IssueExample[];
  startedAt: string;
  finishedAt?: string;
  message?: string;
}

/** Issues that are to change, in the order in which they were found; so many of them a record. */
export interface PlannedIssues {
  changesId: string;
  /** Ids of Jira, as numbers. */
  issueIds: number[];
}

export const plannedPerRecord = 1_000;

/** Where the plan of a scope has its nth part. The next preview of the scope writes over it. */
export function planKey(scopeKey: string, part: number): string {
  return `plan:${scopeKey}:${part}`;
}

/** Where the search for issues is. */
export interface IssueSearch {
  jql: string;
  /** What Jira goes on from: good for seven days, and for this query. */
  token?: string;
  /** The issues of the page before, should the next one begin with some of them again. */
  last: number[];
  /** Of a company: the contacts whose issues this query finds, and the name key of the last of them. */
  contactIds?: string[];
  afterContact?: string;
}

/** What the job of issue changes has in hand. */
export interface IssueChangesWork extends IssueScope {
  changesId: string;
  step: ChangesStep;
  counts: ChangesCounts;
  examples: IssueExample[];
  /** Preview: where the search is. Absent: it has not begun. */
  search?: IssueSearch;
  /** How many issues of the plan were seen to; in a preview, how many it has. */
  at: number;
  /** Jira's task that writes to the issues from `at` on. */
  task?: string;
  /**
   * How often a preview's search was begun again; or writing to the issues from `at` on, after a task that had taken too long,
   * or whose worker had ended.
   */
  begunAgain?: number;
}
