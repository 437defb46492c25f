import type { SiteInfo } from '../../../src/web/api-types';
import { addresses, modulesOf } from '../state/site';

/** What `router.navigate` and `router.getUrl` may name instead of an address. @throws Error for targets that this site has not. */
export function addressOfTarget(site: SiteInfo, location: Record<string, unknown>): string {
  const text = (key: string): string => {
    const value = location[key];
    if (typeof value !== 'string' || value === '') throw new Error(`router: target ${location.target} needs ${key}.`);
    return value;
  };
  switch (location.target) {
    case 'issue':
      return addresses.issue(text('issueKey'));
    case 'userProfile':
      return addresses.person(text('accountId'));
    case 'module': {
      const module = [...modulesOf(site, 'jira:globalPage'), ...modulesOf(site, 'jira:adminPage')].find(
        ({ key }) => key === text('moduleKey'),
      );
      if (module === undefined) throw new Error(`router: this app has no page module ${text('moduleKey')}.`);
      const path = typeof location.path === 'string' ? location.path.replace(/^\/?/, '/') : '';
      return addresses.module(site, module) + path;
    }
    default:
      throw new Error(`router: the target ${String(location.target)} is not built in the Kith sandbox.`);
  }
}

/** An address of this site as a path, or nothing when it leads elsewhere. */
export function pathOnSite(url: URL): string | undefined {
  return url.origin === window.location.origin ? url.pathname + url.search + url.hash : undefined;
}
