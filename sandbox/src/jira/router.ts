import { NotBuilt } from './answers';
import type { Endpoint } from './endpoint';
import { emailEndpoints } from './endpoints/emails';
import { groupEndpoints } from './endpoints/groups';
import { issueEndpoints } from './endpoints/issues';
import { permissionEndpoints } from './endpoints/permissions';
import { projectEndpoints } from './endpoints/projects';
import { propertyWriteEndpoints } from './endpoints/property-writes';
import { searchEndpoints } from './endpoints/search';
import { serverInfoEndpoints } from './endpoints/server-info';
import { serviceDeskEndpoints } from './endpoints/service-desk';
import { taskEndpoints } from './endpoints/tasks';
import { userEndpoints } from './endpoints/users';

const PREFIX = '/rest/api/3';
const SERVICE_DESK = '/rest/servicedeskapi';

interface Route {
  endpoint: Endpoint;
  segments: readonly string[];
}

const routes: readonly Route[] = [
  ...userEndpoints,
  ...emailEndpoints,
  ...permissionEndpoints,
  ...serverInfoEndpoints,
  ...propertyWriteEndpoints,
  ...issueEndpoints,
  ...taskEndpoints,
  ...serviceDeskEndpoints,
  ...searchEndpoints,
  ...projectEndpoints,
  ...groupEndpoints,
].map((endpoint) => ({ endpoint, segments: endpoint.path.slice(1).split('/') }));

/** As the meter and the limits name it: `GET /user/bulk`, `GET /servicedeskapi/organization`. */
export const endpointName = ({ method, base, path }: Endpoint): string =>
  `${method} ${(base ?? '').replace('/rest', '')}${path}`;

/**
 * The endpoint that a request is for, and the variable segments of its path. `/rest/api/latest` is version 3.
 *
 * @throws NotBuilt when this site has none.
 */
export function findRoute(method: string, pathname: string): { endpoint: Endpoint; params: Record<string, string> } {
  const path = pathname.replace(/^\/rest\/api\/latest(?=\/)/, PREFIX);
  const base = [PREFIX, SERVICE_DESK].find((prefix) => path.startsWith(`${prefix}/`));
  if (base === undefined) throw new NotBuilt(`${method} ${pathname}`);
  const segments = path.slice(base.length + 1).split('/');
  for (const { endpoint, segments: template } of routes) {
    if (endpoint.method !== method || (endpoint.base ?? PREFIX) !== base || template.length !== segments.length)
      continue;
    const params = match(template, segments);
    if (params !== undefined) return { endpoint, params };
  }
  throw new NotBuilt(`${method} ${pathname}`);
}

function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [at, part] of template.entries()) {
    const segment = segments[at] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decode(segment);
    else if (part !== segment) return undefined;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return segment;
    throw error;
  }
}
