import type { User } from './directory/user';
import { jiraTime } from './endpoints/server-info';
import type { Issue } from './issue';
import { issueTypeJson, statusJson } from './issue-json';
import { findProjectByKey, projectJson } from './projects';
import { type UserJsonSettings, userDetails, userSummary } from './user-json';

export type UserEventName = 'avi:jira:created:user' | 'avi:jira:updated:user' | 'avi:jira:deleted:user';
export type IssueEventName = 'avi:jira:created:issue' | 'avi:jira:updated:issue';

export interface ChangelogItem {
  field: string;
  fieldId: string;
  fieldtype: 'jira';
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

/** Payload of a user event. Source: Forge, Jira events. A deleted account comes as it was. */
export function userEvent(settings: UserJsonSettings, eventType: UserEventName, user: User, now: number): object {
  const { deleted, ...rest } = user;
  const details =
    eventType === 'avi:jira:deleted:user'
      ? userSummary(settings, { ...rest, deleted: false })
      : userDetails(settings, user);
  return { eventType, selfGenerated: false, timestamp: now, user: details };
}

/** Payload of an issue event. Source: Forge, Jira events. `actor` is the account that made the change. */
export function issueEvent(
  settings: UserJsonSettings,
  eventType: IssueEventName,
  issue: Issue,
  people: { find: (accountId: string | undefined) => User | undefined; actor: string | undefined },
  changelog?: { id: string; items: ChangelogItem[] },
): object {
  const person = (accountId: string | undefined): object | null => {
    const user = people.find(accountId);
    return user === undefined ? null : userSummary(settings, user);
  };
  const project = findProjectByKey(issue.projectKey);
  const involved = [...new Set([issue.reporter, issue.creator, issue.assignee])].map(person);
  return {
    eventType,
    selfGenerated: false,
    issue: {
      id: issue.id,
      key: issue.key,
      fields: {
        summary: issue.summary,
        issuetype: issueTypeJson(issue),
        creator: person(issue.creator),
        created: jiraTime(issue.createdAt),
        project: project === undefined ? null : projectJson(settings.cloudId, project),
        reporter: person(issue.reporter),
        assignee: person(issue.assignee),
        updated: jiraTime(issue.updatedAt),
        status: statusJson(issue),
      },
    },
    ...(people.actor === undefined ? {} : { atlassianId: people.actor }),
    associatedUsers: { users: involved.filter((user) => user !== null) },
    ...(changelog === undefined ? {} : { changelog }),
  };
}
