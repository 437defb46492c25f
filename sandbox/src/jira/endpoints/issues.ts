import { jiraError, noSuchIssue, type Outcome } from '../answers';
import type { Endpoint, Site, Visit } from '../endpoint';
import type { Issue } from '../issue';
import { chosenFields, issueJson } from '../issue-json';
import { PROPERTY_KEY_MAX_LENGTH, PROPERTY_VALUE_MAX_BYTES } from '../limits';
import { findProjectByKey } from '../projects';
import { jsonBody } from '../query';
import { DELETE_PROPERTY, READ_ISSUE, READ_PROPERTY, WRITE_PROPERTY } from '../scopes';

/** The issue named in the path, if the caller may see it: an invisible issue looks like none. */
function visibleIssue(site: Site, visit: Visit): Issue | undefined {
  const issue = site.issues.find(visit.params.issueIdOrKey ?? '');
  return issue !== undefined && site.security.canSeeIssue(visit.identity, issue) ? issue : undefined;
}

function getIssue(site: Site, visit: Visit): Outcome {
  const issue = visibleIssue(site, visit);
  if (issue === undefined) return noSuchIssue();
  const asked = visit.query.getAll('fields').flatMap((list) => list.split(','));
  const fields = chosenFields(asked.length === 0 ? ['*all'] : asked);
  return { status: 200, body: issueJson(site, issue, fields), others: 1 };
}

function listProperties(site: Site, visit: Visit): Outcome {
  const issue = visibleIssue(site, visit);
  if (issue === undefined) return noSuchIssue();
  const self = `https://api.atlassian.com/ex/jira/${site.options.cloudId}/rest/api/3/issue/${issue.id}/properties`;
  const keys = site.issues.propertyKeys(issue.id).map((key) => ({ self: `${self}/${encodeURIComponent(key)}`, key }));
  return { status: 200, body: { keys }, others: keys.length };
}

const noSuchProperty = (key: string): Outcome => jiraError(404, `The property with key ${key} does not exist.`);

function getProperty(site: Site, visit: Visit): Outcome {
  const issue = visibleIssue(site, visit);
  if (issue === undefined) return noSuchIssue();
  const key = visit.params.propertyKey ?? '';
  if (!site.issues.hasProperty(issue.id, key)) return noSuchProperty(key);
  return { status: 200, body: { key, value: site.issues.property(issue.id, key) }, others: 1 };
}

/** The refusal of a write to the issue's properties, if it is refused. */
function refuseWrite(site: Site, visit: Visit, issue: Issue): Outcome | undefined {
  const project = findProjectByKey(issue.projectKey);
  const allowed = project !== undefined && site.security.hasProject(visit.identity, 'EDIT_ISSUES', project);
  if (!allowed) return jiraError(403, 'You do not have permission to edit issues in this project.');
  return site.limits.refuseIssueWrite(issue.id);
}

function setProperty(site: Site, visit: Visit): Outcome {
  const issue = visibleIssue(site, visit);
  if (issue === undefined) return noSuchIssue();
  const key = visit.params.propertyKey ?? '';
  if (key.length > PROPERTY_KEY_MAX_LENGTH) {
    return jiraError(400, `The property key can have at most ${PROPERTY_KEY_MAX_LENGTH} characters.`);
  }
  const value = jsonBody(visit.bodyText);
  if (Buffer.byteLength(visit.bodyText ?? '', 'utf8') > PROPERTY_VALUE_MAX_BYTES) {
    return jiraError(400, `The property value can have at most ${PROPERTY_VALUE_MAX_BYTES} bytes.`);
  }
  const refused = refuseWrite(site, visit, issue);
  if (refused !== undefined) return refused;
  const existed = site.issues.hasProperty(issue.id, key);
  site.issues.setProperty(issue.id, key, value);
  return { status: existed ? 200 : 201 };
}

function deleteProperty(site: Site, visit: Visit): Outcome {
  const issue = visibleIssue(site, visit);
  if (issue === undefined) return noSuchIssue();
  const key = visit.params.propertyKey ?? '';
  if (!site.issues.hasProperty(issue.id, key)) return noSuchProperty(key);
  const refused = refuseWrite(site, visit, issue);
  if (refused !== undefined) return refused;
  site.issues.removeProperty(issue.id, key);
  return { status: 204 };
}

const PROPERTY_PATH = '/issue/{issueIdOrKey}/properties/{propertyKey}';

export const issueEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/issue/{issueIdOrKey}', scopes: READ_ISSUE, handle: getIssue },
  { method: 'GET', path: '/issue/{issueIdOrKey}/properties', scopes: READ_PROPERTY, handle: listProperties },
  { method: 'GET', path: PROPERTY_PATH, scopes: READ_PROPERTY, handle: getProperty },
  { method: 'PUT', path: PROPERTY_PATH, scopes: WRITE_PROPERTY, handle: setProperty },
  { method: 'DELETE', path: PROPERTY_PATH, scopes: DELETE_PROPERTY, handle: deleteProperty },
];
