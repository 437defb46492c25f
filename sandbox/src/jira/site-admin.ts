import type { User } from './directory/user';
import type { Site } from './endpoint';
import type { Group } from './groups';
import type { Issue, StatusName } from './issue';
import { IssueChanges, type NewIssue } from './issue-changes';
import { issueTypeId } from './issue-json';
import { runJql } from './jql/run-jql';
import { newOrganization, type Organization } from './organizations';
import { findProjectByKey } from './projects';
import { type NewUser, UserChanges } from './user-changes';

/** Payload of the bridge's JIRA_ISSUE_CHANGED. Source: Forge, `jira:issueContext`, "Events". */
export interface IssueChanged {
  issueId: string;
  projectId: string;
  changes: { changeType: 'updated'; atlassianId: string }[];
}

/** What people do on the site, other than through its REST API: changes to accounts, groups, issues and organizations. */
export class SiteAdmin {
  private readonly accounts: UserChanges;
  private readonly work: IssueChanges;

  constructor(
    protected readonly site: Site,
    events: (name: string, payload: object) => void,
  ) {
    this.accounts = new UserChanges(site, events);
    this.work = new IssueChanges(site, events);
  }

  /** @throws RangeError when the account id is taken. */
  createUser(wanted: NewUser): User {
    return this.accounts.create(wanted);
  }

  // The changes below throw RangeError when there is no such account, or it is deleted.

  renameUser(accountId: string, displayName: string): User {
    return this.accounts.rename(accountId, displayName);
  }

  /** `undefined` takes the email away. */
  changeEmail(accountId: string, email: string | undefined): User {
    return this.accounts.changeEmail(accountId, email);
  }

  hideEmail(accountId: string): User {
    return this.accounts.hideEmail(accountId);
  }

  showEmail(accountId: string): User {
    return this.accounts.showEmail(accountId);
  }

  deactivateUser(accountId: string): User {
    return this.accounts.deactivate(accountId);
  }

  reactivateUser(accountId: string): User {
    return this.accounts.reactivate(accountId);
  }

  /** The account stays in lists, and on its issues, as a degraded record. Deleting twice changes nothing. */
  deleteUser(accountId: string): User {
    return this.accounts.delete(accountId);
  }

  /** By name. */
  listGroups(): Group[] {
    return this.site.groups.list();
  }

  /** @throws RangeError when there is one of this name. */
  createGroup(name: string): Group {
    return this.site.groups.create(name);
  }

  /** @throws RangeError when there is no such account or group. */
  addToGroup(accountId: string, name: string): void {
    this.site.groups.add(accountId, name);
  }

  /** @throws RangeError when there is no such account or group. */
  removeFromGroup(accountId: string, name: string): void {
    this.site.groups.remove(accountId, name);
  }

  /** @throws RangeError when there is no such project or reporter. */
  createIssue(wanted: NewIssue): Issue {
    return this.work.create(wanted);
  }

  /**
   * `reporter` undefined: nobody. `actor` is the account that makes the change.
   *
   * @throws RangeError when there is no such issue or reporter.
   */
  changeReporter(idOrKey: string, reporter: string | undefined, actor?: string): Issue {
    return this.work.changeReporter(idOrKey, reporter, actor);
  }

  /** Issues as if they had always been there, quickly: no event. @throws RangeError when there is no such project or reporter. */
  addIssues(wanted: readonly NewIssue[]): Issue[] {
    const issues = this.work.addMany(wanted);
    this.site.searchable.seeAll();
    return issues;
  }

  /** To `Done` resolves an issue. @throws RangeError when there is no such issue. */
  transitionIssue(idOrKey: string, status: StatusName, actor?: string): Issue {
    return this.work.transition(idOrKey, status, actor);
  }

  /** @throws RangeError when there is no such issue. */
  renameIssue(idOrKey: string, summary: string, actor?: string): Issue {
    return this.work.rename(idOrKey, summary, actor);
  }

  /** Who takes part in a service request beside its reporter. @throws RangeError when there is no such issue or account. */
  setRequestParticipants(idOrKey: string, accountIds: readonly string[]): Issue {
    return this.work.setParticipants(idOrKey, accountIds);
  }

  /** The organizations that share a service request. @throws RangeError when there is no such issue or organization. */
  setRequestOrganizations(idOrKey: string, ids: readonly string[]): Issue {
    return this.work.setOrganizations(idOrKey, ids);
  }

  /** What an app on the issue's page learns of the place. @throws RangeError when there is no such issue. */
  issueContext(idOrKey: string): { issue: Record<string, string>; project: Record<string, string> } {
    const issue = this.site.issues.find(idOrKey);
    const project = findProjectByKey(issue?.projectKey ?? '');
    if (issue === undefined || project === undefined) throw new RangeError(`No such issue: ${idOrKey}`);
    return {
      issue: { id: issue.id, key: issue.key, type: issue.type, typeId: issueTypeId(issue) },
      project: { id: project.id, key: project.key, type: project.type },
    };
  }

  /** What apps on the issue's page are told of a change. */
  issueChanged({ id, projectKey }: Issue, actor: string | undefined): IssueChanged {
    const atlassianId = actor ?? this.site.appAccountId;
    const projectId = findProjectByKey(projectKey)?.id ?? '';
    return { issueId: id, projectId, changes: [{ changeType: 'updated', atlassianId }] };
  }

  /** Called after each change to an issue that people can see, with the account that made it. */
  onIssueUpdated(listener: (issue: Issue, actor: string | undefined) => void): () => void {
    return this.work.listen(listener);
  }

  /** The value of an issue's property, undefined when it is not set. @throws RangeError when there is no such issue. */
  issueProperty(idOrKey: string, key: string): unknown {
    const issue = this.site.issues.find(idOrKey);
    if (issue === undefined) throw new RangeError(`No such issue: ${idOrKey}`);
    return this.site.issues.property(issue.id, key);
  }

  /**
   * What the site's own search shows to this person.
   *
   * @throws JqlError when the query is not understood, and NotBuilt when Jira would understand it.
   */
  searchIssues(
    jql: string,
    ask: { visibleTo: string; startAt?: number; limit?: number },
  ): { total: number; issues: Issue[] } {
    const { startAt = 0, limit = 50 } = ask;
    const found = runJql(this.site, { as: 'user', accountId: ask.visibleTo }, jql);
    return { total: found.length, issues: found.slice(startAt, startAt + limit).map((issue) => ({ ...issue })) };
  }

  listOrganizations(): Organization[] {
    return structuredClone(this.site.organizations.list());
  }

  /** @throws RangeError when the name is taken, or there is no such account. */
  createOrganization(name: string, members: readonly string[] = []): Organization {
    if (this.site.organizations.named(name) !== undefined) throw new RangeError(`The organization exists: ${name}`);
    this.mustExist(members);
    const organization = newOrganization(this.site.organizations.nextId(), name, members);
    this.site.organizations.put(organization);
    return structuredClone(organization);
  }

  /** @throws RangeError when there is no such organization or account. */
  addToOrganization(id: string, accountIds: readonly string[]): void {
    this.mustExist(accountIds);
    const organization = this.organization(id);
    this.site.organizations.put({ ...organization, members: [...new Set([...organization.members, ...accountIds])] });
  }

  /** @throws RangeError when there is no such organization. */
  removeFromOrganization(id: string, accountIds: readonly string[]): void {
    const organization = this.organization(id);
    const members = organization.members.filter((member) => !accountIds.includes(member));
    this.site.organizations.put({ ...organization, members });
  }

  /** @throws RangeError when the name is taken, or there is no such organization. */
  renameOrganization(id: string, name: string): void {
    const taken = this.site.organizations.named(name);
    if (taken !== undefined && taken.id !== id) throw new RangeError(`The organization exists: ${name}`);
    this.site.organizations.put({ ...this.organization(id), name });
  }

  /** @throws RangeError when there is no such organization. */
  deleteOrganization(id: string): void {
    this.site.organizations.remove(this.organization(id).id);
  }

  private organization(id: string): Organization {
    const found = this.site.organizations.find(id);
    if (found === undefined) throw new RangeError(`No such organization: ${id}`);
    return found;
  }

  private mustExist(accountIds: readonly string[]): void {
    for (const accountId of accountIds) {
      if (this.site.users.find(accountId) === undefined) throw new RangeError(`No such account: ${accountId}`);
    }
  }
}
