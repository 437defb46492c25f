import { randomUUID } from 'node:crypto';

/** Changes by the domains of one company, or by those of all. */
export type ChangesScope = 'company' | 'all';

/** The changes of all companies have a name of their own; the others that of their company. */
const all = 'all';

/** The key of the record of changes of a company, or of all: there is one at a time. */
export function scopeKey(companyId: string | undefined): string {
  return companyId ?? all;
}

/** An id of changes begins with what they are of. */
export function newChangesId(companyId: string | undefined): string {
  return `${scopeKey(companyId)}.${randomUUID()}`;
}

/** The key of the record that changes of this id have; undefined if it is no such id, or of another scope. */
export function keyOfChanges(id: string, scope: ChangesScope): string | undefined {
  const key = id.slice(0, Math.max(0, id.lastIndexOf('.')));
  if (key === '') return undefined;
  return (key === all) === (scope === 'all') ? key : undefined;
}
