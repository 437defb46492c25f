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
  issuesOf: (name: string, accountId: string) =>
    `/issues/?${new URLSearchParams({ jql: `reporter = "${accountId}"`, name }).toString()}`,
  issue: (key: string) => `/browse/${key}`,
  apps: '/jira/settings/apps',
  person: (accountId: string) => `/jira/people/${encodeURIComponent(accountId)}`,
  users: '/control/users',
  activity: '/control/activity',
  trouble: '/control/trouble',
  module: ({ app }: SiteInfo, module: AppModule) => {
    if (module.type === 'jira:globalPage') return `/jira/apps/${app.id}/${app.environmentId}`;
    return `/jira/settings/apps/${module.useAsConfig ? 'configure/' : ''}${app.id}/${app.environmentId}`;
  },
};

export const modulesOf = ({ app }: SiteInfo, type: AppModule['type']): AppModule[] =>
  app.modules.filter((module) => module.type === type);
