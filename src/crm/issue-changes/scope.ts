import { randomUUID } from 'node:crypto';
import type { IssueScope } from '../../store/issue-changes';

/** The page that asks: on the contacts page for those of a contact or of a company, on the admin page for all. */
export type IssueChangesPage = 'contacts' | 'admin';

const all = 'all';

/** The key of the record of changes of a contact, of a company, or of all: there is one at a time. */
export function scopeKey({ contactId, companyId }: IssueScope): string {
  if (contactId !== undefined) return `contact:${contactId}`;
  return companyId === undefined ? all : `company:${companyId}`;
}

/** An id of changes begins with what they are of. */
export function newChangesId(scope: IssueScope): string {
  return `${scopeKey(scope)}.${randomUUID()}`;
}

/** The key of the record that changes of this id have; undefined if it is no such id, or not for this page. */
export function keyOfChanges(id: string, page: IssueChangesPage): string | undefined {
  const key = id.slice(0, Math.max(0, id.lastIndexOf('.')));
  if (key === '') return undefined;
  return (key === all) === (page === 'admin') ? key : undefined;
}

/** The changes of a scope are worked on by one job at a time. */
export function jobIdOf(key: string): string {
  return `issue-changes:${key}`;
}
