import { isDeepStrictEqual } from 'node:util';
import { jiraError, NotBuilt, notSignedIn, type Outcome } from '../answers';
import type { Endpoint, Site, Visit } from '../endpoint';
import type { Identity } from '../identity';
import type { Issue } from '../issue';
import { BULK_PROPERTIES, PROPERTY_KEY_MAX_LENGTH, PROPERTY_VALUE_MAX_BYTES } from '../limits';
import { findProjectByKey } from '../projects';
import { BadRequest, isRecord, jsonBody } from '../query';
import { BULK_DELETE_PROPERTY, BULK_SET_PROPERTY, WRITE_PROPERTY } from '../scopes';
import type { PropertyChange } from '../tasks';
import { ownerOf, seeTask } from './tasks';

/** Whether the caller may browse and edit the issue. */
export function mayEdit(site: Site, identity: Identity, issue: Issue): boolean {
  const project = findProjectByKey(issue.projectKey);
  return (
    project !== undefined &&
    site.security.canSeeIssue(identity, issue) &&
    site.security.hasProject(identity, 'EDIT_ISSUES', project)
  );
}

/** Why this account may not write to the issue; undefined: it may. */
export function refusalOf(site: Site, issueId: string, identity: Identity): string | undefined {
  const issue = site.issues.find(issueId);
  if (issue === undefined || !site.security.canSeeIssue(identity, issue)) {
    return 'Issue does not exist or you do not have permission to see it.';
  }
  return mayEdit(site, identity, issue) ? undefined : 'You do not have permission to edit issues in this project.';
}

const isId = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

/** @throws BadRequest when a member is there that the operation does not know. */
function objectOf(value: unknown, members: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) throw new BadRequest('The request body is not an object.');
  const odd = Object.keys(value).find((name) => !members.includes(name));
  if (odd !== undefined) throw new BadRequest(`Unrecognized field "${odd}".`);
  return value;
}

/** @throws BadRequest when these are no properties that an issue can have. */
function propertiesOf(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new BadRequest("'properties' must be an object.");
  const entries = Object.entries(value);
  if (entries.length === 0 || entries.length > BULK_PROPERTIES.PROPERTIES) {
    throw new BadRequest(`Between 1 and ${BULK_PROPERTIES.PROPERTIES} properties can be set at once.`);
  }
  for (const [key, content] of entries) {
    checkKey(key);
    checkValue(content);
  }
  return value;
}

function checkKey(key: string): void {
  if (key === '' || key.length > PROPERTY_KEY_MAX_LENGTH) {
    throw new BadRequest(`The property key can have at most ${PROPERTY_KEY_MAX_LENGTH} characters.`);
  }
}

function checkValue(value: unknown): void {
  if (Buffer.byteLength(JSON.stringify(value), 'utf8') > PROPERTY_VALUE_MAX_BYTES) {
    throw new BadRequest(`The property value can have at most ${PROPERTY_VALUE_MAX_BYTES} bytes.`);
  }
}

/** @throws BadRequest when this is no list of different ids. */
function idsOf(value: unknown, most: number): string[] {
  if (!Array.isArray(value) || !value.every(isId)) throw new BadRequest('A list of issue ids (numbers) is needed.');
  if (value.length === 0 || value.length > most) throw new BadRequest(`Between 1 and ${most} issues can be named.`);
  return [...new Set(value.map(String))];
}

function setByIssue(site: Site, visit: Visit): Outcome {
  const { issues } = objectOf(jsonBody(visit.bodyText), ['issues']);
  const most = BULK_PROPERTIES.MULTI_ISSUES;
  if (!Array.isArray(issues) || issues.length === 0 || issues.length > most) {
    throw new BadRequest(`Between 1 and ${most} issues can be updated at once.`);
  }
  const changes = issues.map((entry: unknown): PropertyChange => {
    const { issueID, properties } = objectOf(entry, ['issueID', 'properties']);
    if (!isId(issueID)) throw new BadRequest("'issueID' must be a number.");
    return { issueId: String(issueID), set: propertiesOf(properties) };
  });
  const refused = changes.every(({ issueId }) => refusalOf(site, issueId, visit.identity) !== undefined);
  if (refused) return jiraError(403, 'You do not have permission to edit any of these issues.');
  return submit(site, visit, 'Set issue properties by issue', changes, false);
}

function setByList(site: Site, visit: Visit): Outcome {
  const body = objectOf(jsonBody(visit.bodyText), ['entitiesIds', 'properties']);
  const ids = idsOf(body.entitiesIds, BULK_PROPERTIES.LIST_ISSUES);
  const set = propertiesOf(body.properties);
  const refusal = ids.map((id) => refusalOf(site, id, visit.identity)).find((text) => text !== undefined);
  if (refusal !== undefined) return jiraError(400, refusal);
  const changes = ids.map((issueId) => ({ issueId, set }));
  return submit(site, visit, 'Set issue properties', changes, true);
}

function setByFilter(site: Site, visit: Visit): Outcome {
  const key = visit.params.propertyKey ?? '';
  checkKey(key);
  const body = objectOf(jsonBody(visit.bodyText), ['value', 'expression', 'filter']);
  if (body.expression !== undefined) throw new NotBuilt('expression of PUT /rest/api/3/issue/properties/{propertyKey}');
  if (body.value === undefined) throw new BadRequest('A value is needed.');
  checkValue(body.value);
  const filter = objectOf(body.filter ?? {}, ['entityIds', 'currentValue', 'hasProperty']);
  const { hasProperty } = filter;
  if (hasProperty !== undefined && typeof hasProperty !== 'boolean') {
    throw new BadRequest("'hasProperty' must be true or false.");
  }
  if (hasProperty === false && filter.currentValue !== undefined) {
    throw new BadRequest("'currentValue' and 'hasProperty' cannot both hold.");
  }
  const eligible = eligibleIds(site, visit, filter, key).filter(
    (id) => hasProperty === undefined || site.issues.hasProperty(id, key) === hasProperty,
  );
  const changes = eligible.map((issueId) => ({ issueId, set: { [key]: body.value } }));
  return submit(site, visit, 'Set an issue property', changes, true);
}

function deleteByFilter(site: Site, visit: Visit): Outcome {
  const key = visit.params.propertyKey ?? '';
  const body = visit.bodyText === undefined || visit.bodyText.trim() === '' ? {} : jsonBody(visit.bodyText);
  const filter = objectOf(body, ['entityIds', 'currentValue']);
  const eligible = eligibleIds(site, visit, filter, key).filter((id) => site.issues.hasProperty(id, key));
  const changes = eligible.map((issueId) => ({ issueId, remove: [key] }));
  return submit(site, visit, 'Delete an issue property', changes, true);
}

/** The issues that the filter leaves and the caller may edit. */
function eligibleIds(site: Site, visit: Visit, filter: Record<string, unknown>, key: string): string[] {
  const { entityIds, currentValue } = filter;
  const named =
    entityIds === undefined
      ? site.issues.list().map((issue) => issue.id)
      : idsOf(entityIds, BULK_PROPERTIES.LIST_ISSUES);
  return named.filter(
    (id) =>
      refusalOf(site, id, visit.identity) === undefined &&
      (currentValue === undefined || isDeepStrictEqual(site.issues.propertiesOf(id).get(key), currentValue)),
  );
}

function submit(
  site: Site,
  visit: Visit,
  description: string,
  changes: PropertyChange[],
  transactional: boolean,
): Outcome {
  const { identity } = visit;
  const owner = ownerOf(site, visit);
  if (owner === undefined) return notSignedIn();
  const written = [...new Set(changes.map(({ issueId }) => issueId))];
  const refused = site.limits.refuseIssueWrites(written);
  return refused ?? seeTask(site, { description, identity, owner, changes, transactional });
}

export const propertyWriteEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/issue/properties/multi', scopes: WRITE_PROPERTY, handle: setByIssue },
  { method: 'POST', path: '/issue/properties', scopes: WRITE_PROPERTY, handle: setByList },
  { method: 'PUT', path: '/issue/properties/{propertyKey}', scopes: BULK_SET_PROPERTY, handle: setByFilter },
  { method: 'DELETE', path: '/issue/properties/{propertyKey}', scopes: BULK_DELETE_PROPERTY, handle: deleteByFilter },
];
