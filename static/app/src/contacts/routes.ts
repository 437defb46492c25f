export type Route =
  | { page: 'contacts' }
  | { page: 'contact'; id: string }
  | { page: 'companies' }
  | { page: 'company'; id: string }
  | { page: 'organizations' }
  | { page: 'templates' };

/** The path of a place within the contacts page. */
export function pathOf(route: Route): string {
  switch (route.page) {
    case 'contacts':
      return '/';
    case 'contact':
      return `/contacts/${encodeURIComponent(route.id)}`;
    case 'companies':
      return '/companies';
    case 'company':
      return `/companies/${encodeURIComponent(route.id)}`;
    case 'organizations':
      return '/organizations';
    case 'templates':
      return '/templates';
  }
}

/** The place that a path names; the list of contacts for everything unknown. */
export function routeOf(path: string): Route {
  const [area, id, ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (rest.length > 0) return { page: 'contacts' };
  if (area === 'contacts' && id !== undefined) return { page: 'contact', id };
  if (area === 'companies') return id === undefined ? { page: 'companies' } : { page: 'company', id };
  if (area === 'organizations' && id === undefined) return { page: 'organizations' };
  if (area === 'templates' && id === undefined) return { page: 'templates' };
  return { page: 'contacts' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
