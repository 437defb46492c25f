import { jiraError, NotBuilt, noSuchIssue, notSignedIn, type Outcome } from '../answers';
import type { Endpoint, Site, Visit } from '../endpoint';
import type { Issue } from '../issue';
import { chosenFields, issueJson } from '../issue-json';
import { BULK_FETCH_MAX, PROPERTY_KEY_MAX_LENGTH, PROPERTY_VALUE_MAX_BYTES, SEARCH_PROPERTIES_MAX } from '../limits';
import { BadRequest, isRecord, jsonBody } from '../query';
import { BULK_FETCH, DELETE_PROPERTY, READ_ISSUE, READ_PROPERTY, WRITE_PROPERTY } from '../scopes';
import { mayEdit } from './property-writes';

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
  const properties = visit.query.getAll('properties').flatMap((list) => list.split(','));
  if (properties.includes('*all')) throw new NotBuilt('properties=*all of GET /rest/api/3/issue/{issueIdOrKey}');
  const body = { ...issueJson(site, issue, fields), ...propertiesJson(site, issue, properties) };
  return { status: 200, body, others: 1 };
}

interface BulkFetch {
  keys: string[];
  fields: string[];
  properties: string[];
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** @throws BadRequest when the request has another form. */
function bulkFetchOf(body: unknown): BulkFetch {
  if (!isRecord(body)) throw new BadRequest('The request body is not an object.');
  const {
    issueIdsOrKeys,
    fields = ['*navigable'],
    properties = [],
    expand = [],
    fieldsByKeys = false,
    ...others
  } = body;
  const [odd] = Object.keys(others);
  if (odd !== undefined) throw new BadRequest(`Unrecognized field "${odd}".`);
  if (!isTextList(issueIdsOrKeys) || !isTextList(fields) || !isTextList(properties)) {
    throw new BadRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  }
  if (issueIdsOrKeys.length === 0 || issueIdsOrKeys.length > BULK_FETCH_MAX) {
    throw new BadRequest(`Between 1 and ${BULK_FETCH_MAX} issues can be fetched at once.`);
  }
  if (properties.length > SEARCH_PROPERTIES_MAX) {
    throw new BadRequest(`At most ${SEARCH_PROPERTIES_MAX} issue properties can be requested.`);
  }
  if ((Array.isArray(expand) && expand.length > 0) || fieldsByKeys !== false) {
    throw new NotBuilt('expand and fieldsByKeys of POST /rest/api/3/issue/bulkfetch');
  }
  return { keys: issueIdsOrKeys, fields, properties };
}

/** In ascending order of ids, each once; issues that are not to be seen are left out. */
function bulkFetch(site: Site, visit: Visit): Outcome {
  if (visit.identity.as === 'user' && !site.security.isKnown(visit.identity)) return notSignedIn();
  const { keys, fields, properties } = bulkFetchOf(jsonBody(visit.bodyText));
  const found = new Set<Issue>();
  for (const key of keys) {
    const issue = site.issues.find(key);
    if (issue !== undefined && site.security.canSeeIssue(visit.identity, issue)) found.add(issue);
  }
  const issues = [...found]
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map((issue) => ({ ...issueJson(site, issue, chosenFields(fields)), ...propertiesJson(site, issue, properties) }));
  return { status: 200, body: { expand: '', issues, issueErrors: [] }, others: issues.length };
}

/** The properties asked for that are set; nothing when none is asked for. */
export function propertiesJson(
  site: Site,
  issue: Issue,
  asked: readonly string[],
): { properties?: Record<string, unknown> } {
  if (asked.length === 0) return {};
  const set = asked.filter((key) => site.issues.hasProperty(issue.id, key));
  return { properties: Object.fromEntries(set.map((key) => [key, site.issues.property(issue.id, key)])) };
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
  if (!mayEdit(site, visit.identity, issue))
    return jiraError(403, 'You do not have permission to edit issues in this project.');
  return site.limits.refuseIssueWrites([issue.id]);
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
  { method: 'POST', path: '/issue/bulkfetch', scopes: BULK_FETCH, handle: bulkFetch },
  { method: 'GET', path: '/issue/{issueIdOrKey}/properties', scopes: READ_PROPERTY, handle: listProperties },
  { method: 'GET', path: PROPERTY_PATH, scopes: READ_PROPERTY, handle: getProperty },
  { method: 'PUT', path: PROPERTY_PATH, scopes: WRITE_PROPERTY, handle: setProperty },
  { method: 'DELETE', path: PROPERTY_PATH, scopes: DELETE_PROPERTY, handle: deleteProperty },
];
