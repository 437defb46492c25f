import { UNKNOWN_ISSUE_IN_JQL, UNKNOWN_USER_IN_JQL } from '../choices';
import type { Site } from '../endpoint';
import type { Identity } from '../identity';
import { ISSUE_TYPES, type Issue, resolutionOf, STATUSES, statusCategoryOf } from '../issue';
import { findProject } from '../projects';
import { type Condition, CURRENT_USER, JqlError, parseJql } from './jql';
import { candidates } from './jql-candidates';
import type { SystemField } from './jql-fields';
import { type JqlContext, matches, ordered } from './jql-match';

/**
 * The issues that the query finds and the caller may see, in order, as searches see them now; issues in `reconciled` as they
 * are.
 *
 * @throws JqlError when the query is not understood, or does not say which issues.
 * @throws NotBuilt when Jira would understand it.
 */
export function runJql(site: Site, identity: Identity, jql: string, reconciled: readonly string[] = []): Issue[] {
  const query = parseJql(jql, site.issues.index);
  if (query.where === undefined) {
    throw new JqlError('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.');
  }
  checkValues(site, identity, query.where);
  const context: JqlContext = {
    now: site.clock.now(),
    currentUser: identity.as === 'app' ? site.appAccountId : site.security.signedIn(identity)?.accountId,
    organizationNames: (ids) => ids.flatMap((id) => site.organizations.find(id)?.name ?? []),
  };
  const { where } = query;
  const known = candidates(where, site.issues.index, context);
  const found = [...site.searchable.views(known, new Set(reconciled))].filter(
    (searched) => matches(where, searched, context) && site.security.canSeeIssue(identity, searched.issue),
  );
  return ordered(found, query.orderBy, context).map((issue) => site.issues.find(issue.id) ?? issue);
}

/** @throws JqlError at a value that names something that is not there, or not for the caller. */
function checkValues(site: Site, identity: Identity, condition: Condition): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) checkValues(site, identity, part);
      return;
    case 'not':
      checkValues(site, identity, condition.part);
      return;
    case 'compare':
    case 'in': {
      const { field } = condition;
      if (field.kind === 'property') return;
      for (const value of condition.kind === 'in' ? condition.values : [condition.value]) {
        if (!isThere(site, identity, field.field, value)) throw unknownValue(field.field, field.name, value);
      }
      return;
    }
    default:
  }
}

function unknownValue(field: SystemField, name: string, value: string): JqlError {
  if (field !== 'key') return new JqlError(`The value '${value}' does not exist for the field '${name}'.`);
  return new JqlError(`An issue with key '${value}' does not exist for field '${name}'.`);
}

function isThere(site: Site, identity: Identity, field: SystemField, value: string): boolean {
  switch (field) {
    case 'project':
      return findProject(value) !== undefined;
    case 'key': {
      const issue = site.issues.find(value);
      return (
        UNKNOWN_ISSUE_IN_JQL === 'matches-nothing' ||
        (issue !== undefined && site.security.canSeeIssue(identity, issue))
      );
    }
    case 'reporter':
    case 'assignee':
    case 'creator':
      return (
        UNKNOWN_USER_IN_JQL === 'matches-nothing' || value === CURRENT_USER || site.users.find(value) !== undefined
      );
    case 'status':
      return isOneOf(value, STATUSES);
    case 'statusCategory':
      return STATUSES.map(statusCategoryOf).some(({ key, name }) => isOneOf(value, [key, name]));
    case 'resolution':
      return isOneOf(value, ['Unresolved', ...STATUSES.flatMap((status) => resolutionOf(status) ?? [])]);
    case 'issuetype':
      return isOneOf(value, ISSUE_TYPES);
    case 'organizations':
      return site.organizations.named(value) !== undefined;
    case 'created':
    case 'updated':
      return true;
  }
}

const isOneOf = (value: string, names: readonly string[]): boolean =>
  names.some((name) => name.toLowerCase() === value.toLowerCase());
