import { INDEXED_STRINGS_FOLD_CASE } from '../choices';
import { dateOf, indexedValues } from '../indexed-property';
import type { Issue } from '../issue';
import { resolutionOf, statusCategoryOf } from '../issue';
import { findProject } from '../projects';
import type { SearchedIssue } from '../searchable-issues';
import { type Comparison, type Condition, CURRENT_USER, type Jql, JqlError, type JqlField } from './jql';
import type { SystemField } from './jql-fields';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

export interface JqlContext {
  /** Milliseconds since 1970 UTC. */
  now: number;
  /** Who asks; undefined: nobody signed in. */
  currentUser: string | undefined;
  /** The names of the organizations with these ids. */
  organizationNames: (ids: readonly string[]) => string[];
}

type Value = string | number;

/** @throws JqlError when a value does not fit its field. */
export function matches(condition: Condition, searched: SearchedIssue, context: JqlContext): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => matches(part, searched, context));
    case 'or':
      return condition.parts.some((part) => matches(part, searched, context));
    case 'not':
      return !matches(condition.part, searched, context);
    case 'empty':
      return (fieldValues(searched, condition.field, context).length === 0) !== condition.negated;
    case 'in': {
      const { field, values, negated } = condition;
      return isAmong(searched, field, values, negated, context);
    }
    case 'contain': {
      const { field, value, negated } = condition;
      const texts = fieldValues(searched, field, context);
      return texts.length > 0 && texts.some((text) => contains(String(text), value)) !== negated;
    }
    case 'compare': {
      const { field, comparison, value } = condition;
      if (comparison === '=' || comparison === '!=') {
        return isAmong(searched, field, [value], comparison === '!=', context);
      }
      const limit = wanted(field, value, context);
      return fieldValues(searched, field, context).some((found) => satisfies(found, comparison, limit));
    }
  }
}

/** As in SQL, and in Jira: an empty field is neither in a list nor not in it. */
function isAmong(
  searched: SearchedIssue,
  field: JqlField,
  values: readonly string[],
  negated: boolean,
  context: JqlContext,
): boolean {
  const found = fieldValues(searched, field, context);
  if (found.length === 0) return !negated && values.some((value) => namesNothing(field, value));
  return values.some((value) => found.some((own) => equals(field, own, value, context))) !== negated;
}

/** An issue without a resolution has one by this name. */
const namesNothing = (field: JqlField, value: string): boolean =>
  field.kind === 'system' && field.field === 'resolution' && value.toLowerCase() === 'unresolved';

function satisfies(found: Value, comparison: Exclude<Comparison, '=' | '!='>, limit: Value): boolean {
  switch (comparison) {
    case '<':
      return found < limit;
    case '<=':
      return found <= limit;
    case '>':
      return found > limit;
    case '>=':
      return found >= limit;
  }
}

function equals(field: JqlField, own: Value, value: string, context: JqlContext): boolean {
  if (field.kind === 'system' && field.field === 'key') return own === value || own === value.toUpperCase();
  const looked = wanted(field, value, context);
  return own === looked || (foldsCase(field) && String(own).toLowerCase() === String(looked).toLowerCase());
}

const NAMES: readonly SystemField[] = ['status', 'statusCategory', 'resolution', 'issuetype', 'organizations'];

const foldsCase = (field: JqlField): boolean =>
  field.kind === 'system' ? NAMES.includes(field.field) : field.value.type === 'string' && INDEXED_STRINGS_FOLD_CASE;

/** A value of the query, as the field holds its own. */
export function wanted(field: JqlField, value: string, context: JqlContext): Value {
  if (value === CURRENT_USER) return context.currentUser ?? '';
  if (field.kind === 'property') {
    if (field.value.type === 'date') return moment(value, context);
    if (field.value.type !== 'number') return value;
    if (value.trim() === '' || Number.isNaN(Number(value))) {
      throw new JqlError(`The value '${value}' for field '${field.name}' is not a number.`);
    }
    return Number(value);
  }
  if (field.field === 'created' || field.field === 'updated') return moment(value, context);
  if (field.field === 'project') return findProject(value)?.key ?? value;
  return value;
}

function fieldValues({ issue, properties }: SearchedIssue, field: JqlField, context: JqlContext): Value[] {
  if (field.kind === 'property') return indexedValues(field.value, properties.get(field.value.propertyKey));
  switch (field.field) {
    case 'project':
      return [issue.projectKey];
    case 'created':
      return [issue.createdAt];
    case 'updated':
      return [issue.updatedAt];
    case 'key':
      return [issue.id, issue.key];
    case 'status':
      return [issue.status];
    case 'statusCategory': {
      const { key, name } = statusCategoryOf(issue.status);
      return [name, key];
    }
    case 'resolution':
      return present(resolutionOf(issue.status));
    case 'issuetype':
      return [issue.type];
    case 'organizations':
      return context.organizationNames(issue.organizations ?? []);
    default:
      return present(issue[field.field]);
  }
}

const present = (value: string | undefined): string[] => (value === undefined ? [] : [value]);

/** Whether each word that is looked for is a word of the text; `*` at its end stands for anything. */
function contains(text: string, looked: string): boolean {
  const words = wordsOf(text);
  return wordsOf(looked, '*').every((word) =>
    word.endsWith('*') ? words.some((own) => own.startsWith(word.slice(0, -1))) : words.includes(word),
  );
}

const wordsOf = (text: string, also = ''): string[] =>
  text.toLowerCase().match(new RegExp(`[\\p{L}\\p{N}${also}]+`, 'gu')) ?? [];

/** `-7d`, `2026-11-02`, `2026-11-02 09:30`, or ISO 8601 with an offset; the site's time zone is UTC. */
function moment(value: string, context: JqlContext): number {
  const relative = /^([+-]?\d+)([mhdw])$/.exec(value);
  if (relative !== null) return context.now + Number(relative[1]) * (UNITS[relative[2] ?? ''] ?? 0);
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(value);
  if (date === null) {
    const iso = dateOf(value);
    if (iso === undefined) throw new JqlError(`Date value '${value}' is invalid.`);
    return iso;
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = date.slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** As the query orders; issues that are equal in that, and queries that do not say: newest first. Empty fields come last. */
export function ordered(found: readonly SearchedIssue[], orderBy: Jql['orderBy'], context: JqlContext): Issue[] {
  const keyed = found.map((searched) => ({
    issue: searched.issue,
    id: Number(searched.issue.id),
    keys: orderBy.map(({ field }) => orderKey(searched, field, context)),
  }));
  keyed.sort((a, b) => {
    for (const [at, { descending }] of orderBy.entries()) {
      const [left, right] = [a.keys[at], b.keys[at]];
      if (left === right) continue;
      if (left === undefined) return 1;
      if (right === undefined) return -1;
      return (left < right ? -1 : 1) * (descending ? -1 : 1);
    }
    return b.id - a.id;
  });
  return keyed.map(({ issue }) => issue);
}

function orderKey(searched: SearchedIssue, field: JqlField, context: JqlContext): Value | undefined {
  if (field.kind === 'system' && field.field === 'key') return Number(searched.issue.id);
  return fieldValues(searched, field, context)[0];
}
