import type { JiraSite } from '../../../sandbox/src/jira';

/** Writes what Kith keeps on an issue, as anybody who may edit it could. */
export function writeProperty(jira: JiraSite, idOrKey: string, value: object): void {
  const path = `/rest/api/3/issue/${idOrKey}/properties/kith`;
  const request = { method: 'PUT', path, headers: {}, body: JSON.stringify(value) };
  const { status } = jira.handle(request, { as: 'app' }, ['write:jira-work'], 'browser');
  if (status >= 300) throw new Error(`The property was not written: ${status}`);
}
