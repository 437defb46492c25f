import type { User } from './directory/user';
import type { Site } from './endpoint';
import { type ChangelogItem, issueEvent } from './events';
import { type Issue, resolutionOf, type StatusName } from './issue';
import { RESOLUTION_ID, statusId } from './issue-json';
import { findProjectByKey } from './projects';

export interface NewIssue {
  projectKey: string;
  summary: string;
  reporter?: string;
  status?: StatusName;
  description?: string;
}

const changed = (
  field: string,
  from: string | null,
  fromString: string | null,
  to: string | null,
  toText: string | null,
): ChangelogItem => ({ field, fieldId: field, fieldtype: 'jira', from, fromString, to, toString: toText });

/** Changes to the issues of the site. Each one sends its product event at once. */
export class IssueChanges {
  private readonly listeners = new Set<(issue: Issue, actor: string | undefined) => void>();
  private changes = 0;

  constructor(
    private readonly site: Site,
    private readonly events: (name: string, payload: object) => void,
  ) {}

  /** Issues as if they had always been there: no event. @throws RangeError when there is no such project or reporter. */
  addMany(wanted: readonly NewIssue[]): Issue[] {
    return wanted.map((issue) => ({ ...this.add(issue) }));
  }

  /** @throws RangeError when there is no such project or reporter. */
  create(wanted: NewIssue): Issue {
    const issue = this.add(wanted);
    const name = 'avi:jira:created:issue';
    this.events(name, issueEvent(this.site.options, name, issue, { find: this.find, actor: wanted.reporter }));
    return { ...issue };
  }

  private add(wanted: NewIssue): Issue {
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
    return issue;
  }

  /**
   * `reporter` undefined: nobody. `actor` is the account that makes the change.
   *
   * @throws RangeError when there is no such issue or reporter.
   */
  changeReporter(idOrKey: string, reporter: string | undefined, actor?: string): Issue {
    const issue = this.mustFind(idOrKey);
    this.mustExist(reporter);
    const from = issue.reporter;
    const { reporter: _former, ...rest } = issue;
    const updatedAt = this.site.clock.now();
    this.site.issues.replace({ ...rest, ...(reporter === undefined ? {} : { reporter }), updatedAt });
    const nameOf = (accountId: string | undefined): string | null => this.find(accountId)?.displayName ?? null;
    const item = changed('reporter', from ?? null, nameOf(from), reporter ?? null, nameOf(reporter));
    return this.tell(issue, [item], actor);
  }

  /**
   * To the last status an issue is resolved by, and from it reopened. An issue in that status already stays as it is.
   *
   * @throws RangeError when there is no such issue.
   */
  transition(idOrKey: string, status: StatusName, actor?: string): Issue {
    const issue = this.mustFind(idOrKey);
    const from = issue.status;
    if (from === status) return { ...issue };
    this.site.issues.replace({ ...issue, status, updatedAt: this.site.clock.now() });
    const items = [changed('status', statusId(from), from, statusId(status), status)];
    const [before, after] = [resolutionOf(from), resolutionOf(status)];
    if (before !== after) {
      const id = (name: string | undefined): string | null => (name === undefined ? null : RESOLUTION_ID);
      items.unshift(changed('resolution', id(before), before ?? null, id(after), after ?? null));
    }
    return this.tell(issue, items, actor);
  }

  /** @throws RangeError when there is no such issue. */
  rename(idOrKey: string, summary: string, actor?: string): Issue {
    const issue = this.mustFind(idOrKey);
    const from = issue.summary;
    this.site.issues.replace({ ...issue, summary, updatedAt: this.site.clock.now() });
    return this.tell(issue, [changed('summary', null, from, null, summary)], actor);
  }

  /** People beside the reporter who follow a service request. @throws RangeError when there is no such issue or account. */
  setParticipants(idOrKey: string, accountIds: readonly string[]): Issue {
    const issue = this.mustFind(idOrKey);
    for (const accountId of accountIds) this.mustExist(accountId);
    this.site.issues.replace({ ...issue, participants: [...new Set(accountIds)] });
    return { ...issue };
  }

  /** The organizations that share a service request. @throws RangeError when there is no such issue or organization. */
  setOrganizations(idOrKey: string, ids: readonly string[]): Issue {
    const issue = this.mustFind(idOrKey);
    const missing = ids.find((id) => this.site.organizations.find(id) === undefined);
    if (missing !== undefined) throw new RangeError(`No such organization: ${missing}`);
    this.site.issues.replace({ ...issue, organizations: [...new Set(ids)] });
    return { ...issue };
  }

  /** Called after each update, with the account that made it. Gives what ends that. */
  listen(listener: (issue: Issue, actor: string | undefined) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(issue: Issue, items: ChangelogItem[], actor: string | undefined): Issue {
    this.changes += 1;
    const changelog = { id: String(10_000 + this.changes), items };
    const name = 'avi:jira:updated:issue';
    this.events(name, issueEvent(this.site.options, name, issue, { find: this.find, actor }, changelog));
    for (const listener of this.listeners) listener({ ...issue }, actor);
    return { ...issue };
  }

  private mustFind(idOrKey: string): Issue {
    const issue = this.site.issues.find(idOrKey);
    if (issue === undefined) throw new RangeError(`No such issue: ${idOrKey}`);
    return issue;
  }

  private readonly find = (accountId: string | undefined): User | undefined =>
    accountId === undefined ? undefined : this.site.users.find(accountId);

  private mustExist(accountId: string | undefined): void {
    if (accountId !== undefined && this.find(accountId) === undefined) {
      throw new RangeError(`No such account: ${accountId}`);
    }
  }
}
