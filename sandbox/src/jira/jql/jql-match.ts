import type { Issue } from '../issue';
import { findProject } from '../projects';
import { type Comparison, type Condition, CURRENT_USER, type Jql, JqlError, type JqlField } from './jql';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

export interface JqlContext {
  /** Milliseconds since 1970 UTC. */
  now: number;
  /** Who asks; undefined: nobody signed in. */
  currentUser: string | undefined;
}

/** @throws JqlError when a value does not fit its field. */
export function matches(condition: Condition, issue: Issue, context: JqlContext): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => matches(part, issue, context));
    case 'or':
      return condition.parts.some((part) => matches(part, issue, context));
    case 'not':
      return !matches(condition.part, issue, context);
    case 'empty':
      return (fieldValue(issue, condition.field) === undefined) !== condition.negated;
    case 'in': {
      const { field, values, negated } = condition;
      // As in SQL, and in Jira: an empty field is neither in a list nor not in it.
      if (fieldValue(issue, field) === undefined) return false;
      return values.some((value) => equals(issue, field, value, context)) !== negated;
    }
    case 'compare':
      return compares(condition.field, condition.comparison, condition.value, issue, context);
  }
}

function compares(field: JqlField, comparison: Comparison, value: string, issue: Issue, context: JqlContext): boolean {
  if (field === 'created' || field === 'updated') {
    const difference = momentOf(issue, field) - moment(value, context);
    return satisfies(difference, comparison);
  }
  if (comparison !== '=' && comparison !== '!=') {
    throw new JqlError(`The operator '${comparison}' is not supported by the '${field}' field.`);
  }
  if (fieldValue(issue, field) === undefined) return false;
  return equals(issue, field, value, context) === (comparison === '=');
}

function satisfies(difference: number, comparison: Comparison): boolean {
  switch (comparison) {
    case '=':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}

function equals(issue: Issue, field: JqlField, value: string, context: JqlContext): boolean {
  switch (field) {
    case 'reporter':
    case 'assignee':
    case 'creator':
      return issue[field] === (value === CURRENT_USER ? context.currentUser : value);
    case 'project':
      return findProject(value)?.key === issue.projectKey;
    case 'status':
      return issue.status.toLowerCase() === value.toLowerCase();
    case 'key':
      return issue.id === value || issue.key === value.toUpperCase();
    case 'created':
    case 'updated':
      return momentOf(issue, field) === moment(value, context);
  }
}

function fieldValue(issue: Issue, field: JqlField): string | number | undefined {
  switch (field) {
    case 'project':
      return issue.projectKey;
    case 'created':
    case 'updated':
      return momentOf(issue, field);
    case 'key':
      return Number(issue.id);
    default:
      return issue[field];
  }
}

const momentOf = (issue: Issue, field: 'created' | 'updated'): number =>
  field === 'created' ? issue.createdAt : issue.updatedAt;

/** `-7d`, `2026-11-02`, `2026-11-02 09:30`; the site's time zone is UTC. */
function moment(value: string, context: JqlContext): number {
  const relative = /^([+-]?\d+)([mhdw])$/.exec(value);
  if (relative !== null) return context.now + Number(relative[1]) * (UNITS[relative[2] ?? ''] ?? 0);
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(value);
  if (date === null) throw new JqlError(`Date value '${value}' is invalid.`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = date.slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** As the query orders; issues that are equal in that, and queries that do not say: newest first. */
export function ordered(issues: readonly Issue[], orderBy: Jql['orderBy']): Issue[] {
  return [...issues].sort((a, b) => {
    for (const { field, descending } of orderBy) {
      const [left = '', right = ''] = [fieldValue(a, field), fieldValue(b, field)];
      if (left !== right) return (left < right ? -1 : 1) * (descending ? -1 : 1);
    }
    return Number(b.id) - Number(a.id);
  });
}
