import type { Changes } from './changes';

/**
 * The steps by which the company of an issue is found, in this order: the contact of the reporter's account; else of the
 * reporter's email; then that contact's company; else the company of the email's domain.
 */
export const issueSteps = ['account', 'email', 'contact-company', 'domain'] as const;

export type IssueStep = (typeof issueSteps)[number];

export type IssueSteps = Record<IssueStep, boolean>;

/** A project whose issues are treated otherwise than those of the rest. */
export interface ProjectSteps {
  /** The project's id in Jira. */
  id: string;
  key: string;
  name: string;
  steps: IssueSteps;
}

/** How the company of an issue is found. No step at all: Kith writes nothing on issues of that project. */
export interface IssueSettings {
  /** Grows by one with each change; 0 before the first. */
  version: number;
  steps: IssueSteps;
  projects: ProjectSteps[];
}

export interface Project {
  id: string;
  key: string;
  name: string;
}

/** An issue in a list, as Jira shows it to the caller. */
export interface IssueSummary {
  key: string;
  summary: string;
  status: string;
  statusCategory: 'new' | 'indeterminate' | 'done';
  updatedAt: string;
}

/** Issues that the caller may see, the latest change first. `jql` finds all of them in Jira. */
export interface IssueList {
  items: IssueSummary[];
  cursor?: string;
  jql: string;
}

/** Someone who takes part in a request besides its reporter. */
export interface Participant {
  accountId: string;
  name: string;
  /** The contact of the account, if there is one. */
  contactId?: string;
}

/** Names of companies; absent: none. */
export interface IssueChangeExample {
  issueKey: string;
  from?: string;
  to?: string;
}

/** Open issues whose company is another than Kith would find now: first counted, then changed if somebody wants that. */
export interface IssueChanges extends Changes<IssueChangeExample> {
  /** The contact, or the company, whose issues follow; neither: all open issues of the site. */
  contactId?: string;
  companyId?: string;
}

/** An organization of Jira Service Management. */
export interface Organization {
  id: string;
  name: string;
  /** The company that its members get when they have none. */
  companyId?: string;
  companyName?: string;
  /** A company that it may be, while it is tied to none. */
  suggestion?: { companyId: string; companyName: string; because: 'name' | 'domain' };
}
