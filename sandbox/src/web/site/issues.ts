import { z } from 'zod';
import { type Issue, type JiraSite, JqlError, NotBuilt } from '../../jira';
import { ISSUE_STATUSES, type IssueChange, type IssuePage, type IssuePerson, type SiteIssue } from '../api-types';
import { checked, SiteProblem } from './problem';

const HELP_DESK = 'HELP';

const page = z.object({
  reporterId: z.string().max(128).default(''),
  startAt: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

const searchPage = z.object({
  jql: z.string().max(10_000),
  startAt: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

const issueChange: z.ZodType<IssueChange> = z.discriminatedUnion('change', [
  z.object({ change: z.literal('reporter'), accountId: z.string().max(128).nullable() }),
  z.object({ change: z.literal('status'), status: z.enum(ISSUE_STATUSES) }),
  z.object({ change: z.literal('participants'), accountIds: z.array(z.string().max(128)).max(50) }),
]);

const newIssue = z.object({
  summary: z.string().trim().min(1, 'A summary is needed.').max(255, 'A summary has at most 255 characters.'),
  reporterId: z.string().min(1).max(128),
});

/** Issues as the signed-in person may see them: people with a licence by project, customers only their own requests. */
export class SiteIssues {
  constructor(private readonly jira: JiraSite) {}

  list(query: unknown, accountId: string): IssuePage {
    const { reporterId, startAt, limit } = checked(page, query);
    const customer = this.isCustomer(accountId);
    const { issues, total } = this.jira.listIssues({
      startAt,
      limit,
      ...(customer ? { reporter: accountId } : { visibleTo: accountId }),
      ...(customer || reporterId === '' ? {} : { reporter: reporterId }),
      ...(customer || reporterId !== '' ? {} : { projectKey: HELP_DESK }),
    });
    return { issues: issues.map((issue) => this.siteIssue(issue)), total, startAt };
  }

  get(key: string, accountId: string): SiteIssue {
    const issue = this.jira.findIssue(key);
    const visible =
      issue !== undefined &&
      (this.isCustomer(accountId) ? issue.reporter === accountId : this.jira.canSeeIssue(accountId, issue));
    if (!visible) throw new SiteProblem(404, `You cannot see ${key}: it does not exist, or you may not.`);
    return this.siteIssue(issue);
  }

  create(body: unknown, accountId: string): SiteIssue {
    const { summary, reporterId } = checked(newIssue, body);
    const reporter = this.isCustomer(accountId) ? accountId : reporterId;
    if (this.jira.findUser(reporter) === undefined) throw new SiteProblem(400, 'There is no such reporter.');
    return this.siteIssue(this.jira.createIssue({ projectKey: HELP_DESK, summary, reporter }));
  }

  /** What the site's search shows to this person: the issues that a JQL query finds and they may see. */
  search(query: unknown, accountId: string): IssuePage {
    const { jql, startAt, limit } = checked(searchPage, query);
    if (this.isCustomer(accountId)) throw new SiteProblem(403, 'Searching needs a Jira licence.');
    try {
      const { issues, total } = this.jira.searchIssues(jql, { visibleTo: accountId, startAt, limit });
      return { issues: issues.map((issue) => this.siteIssue(issue)), total, startAt };
    } catch (error) {
      if (error instanceof JqlError || error instanceof NotBuilt) throw new SiteProblem(400, error.message);
      throw error;
    }
  }

  change(key: string, body: unknown, accountId: string): SiteIssue {
    this.get(key, accountId);
    if (this.isCustomer(accountId)) throw new SiteProblem(403, 'Editing issues needs a Jira licence.');
    const wanted = checked(issueChange, body);
    try {
      switch (wanted.change) {
        case 'reporter':
          return this.siteIssue(this.jira.changeReporter(key, wanted.accountId ?? undefined, accountId));
        case 'status':
          return this.siteIssue(this.jira.transitionIssue(key, wanted.status, accountId));
        case 'participants':
          return this.siteIssue(this.jira.setRequestParticipants(key, wanted.accountIds));
      }
    } catch (error) {
      if (error instanceof RangeError) throw new SiteProblem(400, error.message);
      throw error;
    }
  }

  private personOf(accountId: string): IssuePerson[] {
    const user = this.jira.findUser(accountId);
    return user === undefined ? [] : [{ accountId, name: user.deleted ? 'Former user' : user.displayName }];
  }

  private isCustomer(accountId: string): boolean {
    return this.jira.accessOf(accountId) === 'customer';
  }

  private siteIssue(issue: Issue): SiteIssue {
    const project = this.jira.listProjects().find(({ key }) => key === issue.projectKey);
    const [reporter] = issue.reporter === undefined ? [] : this.personOf(issue.reporter);
    const organizations = this.jira.listOrganizations().filter(({ id }) => issue.organizations?.includes(id));
    return {
      id: issue.id,
      key: issue.key,
      summary: issue.summary,
      ...(issue.description === undefined ? {} : { description: issue.description }),
      type: issue.type,
      status: issue.status,
      project: {
        id: project?.id ?? '',
        key: issue.projectKey,
        name: project?.name ?? issue.projectKey,
        type: project?.type ?? '',
      },
      ...(reporter === undefined ? {} : { reporter }),
      participants: (issue.participants ?? []).flatMap((accountId) => this.personOf(accountId)),
      organizations: organizations.map(({ name }) => name),
      created: new Date(issue.createdAt).toISOString(),
    };
  }
}
