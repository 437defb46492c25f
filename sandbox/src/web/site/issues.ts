import { z } from 'zod';
import type { Issue, JiraSite } from '../../jira';
import type { IssuePage, SiteIssue } from '../api-types';
import { checked, SiteProblem } from './problem';

const HELP_DESK = 'HELP';

const page = z.object({
  reporterId: z.string().max(128).default(''),
  startAt: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

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

  private isCustomer(accountId: string): boolean {
    return this.jira.accessOf(accountId) === 'customer';
  }

  private siteIssue(issue: Issue): SiteIssue {
    const project = this.jira.listProjects().find(({ key }) => key === issue.projectKey);
    const reporter = issue.reporter === undefined ? undefined : this.jira.findUser(issue.reporter);
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
      ...(reporter === undefined
        ? {}
        : {
            reporter: {
              accountId: reporter.accountId,
              name: reporter.deleted ? 'Former user' : reporter.displayName,
            },
          }),
      created: new Date(issue.createdAt).toISOString(),
    };
  }
}
