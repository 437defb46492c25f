import type { User } from './directory/user';
import type { Site } from './endpoint';
import { type ChangelogItem, issueEvent } from './events';
import type { Issue, StatusName } from './issue';
import { findProjectByKey } from './projects';

export interface NewIssue {
  projectKey: string;
  summary: string;
  reporter?: string;
  status?: StatusName;
  description?: string;
}

/** Changes to the issues of the site. Each one sends its product event at once. */
export class IssueChanges {
  private changes = 0;

  constructor(
    private readonly site: Site,
    private readonly events: (name: string, payload: object) => void,
  ) {}

  /** @throws RangeError when there is no such project or reporter. */
  create(wanted: NewIssue): Issue {
    const project = findProjectByKey(wanted.projectKey);
    if (project === undefined) throw new RangeError(`No such project: ${wanted.projectKey}`);
    this.mustExist(wanted.reporter);
    const now = this.site.clock.now();
    const issue: Issue = {
      id: this.site.issues.nextId(),
      key: this.site.issues.nextKey(project.key),
      projectKey: project.key,
      summary: wanted.summary,
      ...(wanted.description === undefined ? {} : { description: wanted.description }),
      type: project.type === 'service_desk' ? 'Service Request' : 'Task',
      status: wanted.status ?? 'Open',
      ...(wanted.reporter === undefined ? {} : { reporter: wanted.reporter, creator: wanted.reporter }),
      createdAt: now,
      updatedAt: now,
    };
    this.site.issues.add(issue);
    const name = 'avi:jira:created:issue';
    this.events(name, issueEvent(this.site.options, name, issue, { find: this.find, actor: wanted.reporter }));
    return { ...issue };
  }

  /**
   * `reporter` undefined: nobody. `actor` is the account that makes the change.
   *
   * @throws RangeError when there is no such issue or reporter.
   */
  changeReporter(idOrKey: string, reporter: string | undefined, actor?: string): Issue {
    const issue = this.site.issues.find(idOrKey);
    if (issue === undefined) throw new RangeError(`No such issue: ${idOrKey}`);
    this.mustExist(reporter);
    const from = issue.reporter;
    const { reporter: _former, ...rest } = issue;
    const updatedAt = this.site.clock.now();
    this.site.issues.replace({ ...rest, ...(reporter === undefined ? {} : { reporter }), updatedAt });
    const item: ChangelogItem = {
      field: 'reporter',
      fieldId: 'reporter',
      fieldtype: 'jira',
      from: from ?? null,
      fromString: this.find(from)?.displayName ?? null,
      to: reporter ?? null,
      toString: this.find(reporter)?.displayName ?? null,
    };
    this.changes += 1;
    const changelog = { id: String(10_000 + this.changes), items: [item] };
    const name = 'avi:jira:updated:issue';
    this.events(name, issueEvent(this.site.options, name, issue, { find: this.find, actor }, changelog));
    return { ...issue };
  }

  private readonly find = (accountId: string | undefined): User | undefined =>
    accountId === undefined ? undefined : this.site.users.find(accountId);

  private mustExist(accountId: string | undefined): void {
    if (accountId !== undefined && this.find(accountId) === undefined) {
      throw new RangeError(`No such account: ${accountId}`);
    }
  }
}
