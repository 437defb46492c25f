import { createContext, useContext } from 'react';
import type { AppModule, SiteInfo } from '../../../src/web/api-types';

const SiteContext = createContext<SiteInfo | undefined>(undefined);

export const SiteProvider = SiteContext.Provider;

export function useSite(): SiteInfo {
  const site = useContext(SiteContext);
  if (site === undefined) throw new Error('A page of the site was shown outside the site.');
  return site;
}

/** Addresses of the site's pages. Those of apps have the shapes of Jira Cloud. */
export const addresses = {
  start: '/',
  issues: '/projects/HELP/issues',
  searchFor: (jql: string) => `/issues/?${new URLSearchParams({ jql }).toString()}`,
  search: '/issues/',
  issue: (key: string) => `/browse/${key}`,
  apps: '/jira/settings/apps',
  person: (accountId: string) => `/jira/people/${encodeURIComponent(accountId)}`,
  users: '/control/users',
  activity: '/control/activity',
  trouble: '/control/trouble',
  module: ({ app }: SiteInfo, module: AppModule) => {
    if (module.type === 'jira:globalPage') return `/jira/apps/${app.id}/${app.environmentId}`;
    const door = module.useAsConfig ? 'configure/' : module.useAsGetStarted ? 'get-started/' : '';
    return `/jira/settings/apps/${door}${app.id}/${app.environmentId}`;
  },
};

export const modulesOf = ({ app }: SiteInfo, type: AppModule['type']): AppModule[] =>
  app.modules.filter((module) => module.type === type);

export interface AdminPages {
  plain?: AppModule;
  configure?: AppModule;
  getStarted?: AppModule;
}

/** An app's admin page and the further doors to it: an app has at most one of each. */
export function adminPagesOf(site: SiteInfo): AdminPages {
  const pages: AdminPages = {};
  for (const module of modulesOf(site, 'jira:adminPage')) {
    if (module.useAsConfig) pages.configure = module;
    else if (module.useAsGetStarted) pages.getStarted = module;
    else pages.plain = module;
  }
  return pages;
}
