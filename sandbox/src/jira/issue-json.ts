import type { Site } from './endpoint';
import { jiraTime } from './endpoints/server-info';
import { type Issue, resolutionOf, STATUSES, type StatusName, statusCategoryOf } from './issue';
import { findProjectByKey, projectJson } from './projects';
import { readListed } from './readings';

/** The fields of an issue that this site has, in Jira's spelling. */
export const ISSUE_FIELDS = [
  'summary',
  'description',
  'issuetype',
  'project',
  'status',
  'resolution',
  'reporter',
  'creator',
  'assignee',
  'created',
  'updated',
] as const;
export type IssueField = (typeof ISSUE_FIELDS)[number];

/**
 * Which fields the `fields` parameter asks for: names, `*all`, `*navigable`, and `-name` to leave one out. A name that this
 * site does not have is passed over, as Jira passes over unknown fields.
 */
export function chosenFields(asked: readonly string[]): IssueField[] {
  const wanted = asked.map((name) => name.trim()).filter((name) => name !== '');
  const leftOut = new Set(wanted.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const named = wanted.filter((name) => !name.startsWith('-'));
  const everything = named.includes('*all') || named.includes('*navigable') || (named.length === 0 && leftOut.size > 0);
  return ISSUE_FIELDS.filter((field) => (everything || named.includes(field)) && !leftOut.has(field));
}

export function issueJson(
  site: Site,
  issue: Issue,
  fields: readonly IssueField[] | undefined,
): Record<string, unknown> {
  const json: Record<string, unknown> = { id: issue.id };
  if (fields === undefined) return json;
  json.key = issue.key;
  json.self = `https://api.atlassian.com/ex/jira/${site.options.cloudId}/rest/api/3/issue/${issue.id}`;
  if (fields.length > 0)
    json.fields = Object.fromEntries(fields.map((field) => [field, fieldJson(site, issue, field)]));
  return json;
}

function personJson(site: Site, accountId: string | undefined): Record<string, unknown> | null {
  const user = accountId === undefined ? undefined : site.users.find(accountId);
  if (user === undefined) return null;
  const { locale, groups, applicationRoles, ...person } = readListed(site, user);
  return person;
}

function fieldJson(site: Site, issue: Issue, field: IssueField): unknown {
  switch (field) {
    case 'summary':
      return issue.summary;
    case 'description':
      return issue.description === undefined ? null : documentOf(issue.description);
    case 'issuetype':
      return issueTypeJson(issue);
    case 'project':
      return projectField(site, issue);
    case 'status':
      return statusJson(issue);
    case 'resolution':
      return resolutionJson(issue);
    case 'reporter':
      return personJson(site, issue.reporter);
    case 'creator':
      return personJson(site, issue.creator);
    case 'assignee':
      return personJson(site, issue.assignee);
    case 'created':
      return jiraTime(issue.createdAt);
    case 'updated':
      return jiraTime(issue.updatedAt);
  }
}

/** Plain text in the Atlassian Document Format. */
const documentOf = (text: string): unknown => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

export const issueTypeId = (issue: Issue): string => (issue.type === 'Task' ? '10001' : '10002');

export const issueTypeJson = (issue: Issue): Record<string, unknown> => ({
  id: issueTypeId(issue),
  name: issue.type,
  subtask: false,
});

export const statusId = (status: StatusName): string => String(10_000 + STATUSES.indexOf(status));

export const RESOLUTION_ID = '10000';

export function statusJson(issue: Issue): Record<string, unknown> {
  return {
    id: statusId(issue.status),
    name: issue.status,
    statusCategory: statusCategoryOf(issue.status),
  };
}

function resolutionJson(issue: Issue): Record<string, unknown> | null {
  const name = resolutionOf(issue.status);
  return name === undefined ? null : { id: RESOLUTION_ID, name };
}

function projectField(site: Site, issue: Issue): unknown {
  const project = findProjectByKey(issue.projectKey);
  return project === undefined ? null : projectJson(site.options.cloudId, project);
}
