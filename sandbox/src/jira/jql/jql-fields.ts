import { NotBuilt } from '../answers';
import type { IndexedType, IndexedValue } from '../indexed-property';
import { JqlError } from './jql-tokens';

/** The fields that can be searched here, by the names that JQL has for them. */
const SYSTEM_FIELDS = {
  reporter: 'reporter',
  assignee: 'assignee',
  creator: 'creator',
  project: 'project',
  status: 'status',
  statuscategory: 'statusCategory',
  resolution: 'resolution',
  issuetype: 'issuetype',
  type: 'issuetype',
  organizations: 'organizations',
  key: 'key',
  issuekey: 'key',
  issue: 'key',
  id: 'key',
  created: 'created',
  createddate: 'created',
  updated: 'updated',
  updateddate: 'updated',
} as const;

/** Fields that Jira has and this site has not. */
const NOT_BUILT: readonly string[] = [
  'summary description text comment labels priority component fixversion affectedversion environment due duedate resolved',
  'resolutiondate parent sprint epic watcher watchers voter votes worklogauthor attachments filter category level',
  'lastviewed statuscategorychangeddate hierarchylevel rank issuelinktype workratio request-type',
].flatMap((line) => line.split(' '));

export type SystemField = (typeof SYSTEM_FIELDS)[keyof typeof SYSTEM_FIELDS];

/** `name` as the query writes it. */
export type JqlField =
  | { kind: 'system'; name: string; field: SystemField }
  | { kind: 'property'; name: string; value: IndexedValue };

/** Where the names of indexed property values are looked up. */
export interface IndexedFields {
  alias(name: string): IndexedValue | undefined;
  at(propertyKey: string, path: string): IndexedValue | undefined;
}

/**
 * @throws JqlError when there is no such field.
 * @throws NotBuilt when there is one in Jira.
 */
export function fieldNamed(name: string, indexed: IndexedFields): JqlField {
  const lower = name.toLowerCase();
  const known = Object.entries(SYSTEM_FIELDS).find(([candidate]) => candidate === lower);
  if (known !== undefined) return { kind: 'system', name, field: known[1] };
  const value = indexed.alias(name);
  if (value !== undefined) return { kind: 'property', name, value };
  if (NOT_BUILT.includes(lower) || /^cf\[/.test(lower)) throw new NotBuilt(`JQL field ${name}`);
  throw unknownField(name);
}

/** The field that `issue.property[key].path` stands for. */
export function propertyField(propertyKey: string, path: string, indexed: IndexedFields): JqlField {
  const name = `issue.property[${propertyKey}].${path}`;
  const value = indexed.at(propertyKey, path);
  if (value === undefined) throw unknownField(name);
  return { kind: 'property', name, value };
}

const unknownField = (name: string): JqlError =>
  new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);

export type Operation = 'equal' | 'set' | 'empty' | 'compare' | 'contain' | 'order';

/** Source: Forge, `jira:entityProperty`, "JQL examples by type". */
const BY_TYPE: Readonly<Record<IndexedType, readonly Operation[]>> = {
  number: ['equal', 'set', 'empty', 'compare', 'order'],
  string: ['equal', 'set', 'empty'],
  text: ['contain', 'empty'],
  date: ['equal', 'set', 'empty', 'compare', 'order'],
  user: ['equal', 'set', 'empty'],
};

const MOMENTS: readonly SystemField[] = ['created', 'updated'];

/** @throws JqlError when the field does not take what the operator does. */
export function mustTake(field: JqlField, operation: Operation, operator: string): void {
  const takes =
    field.kind === 'property'
      ? BY_TYPE[field.value.type].includes(operation)
      : operation !== 'contain' && (operation !== 'compare' || MOMENTS.includes(field.field));
  if (!takes) throw new JqlError(`The operator '${operator}' is not supported by the '${field.name}' field.`);
}
