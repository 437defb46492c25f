import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SiteInfo } from '../../src/web/api-types';
import { ActivityPage } from './control/activity-page';
import { TroublePage } from './control/trouble-page';
import { UsersPage } from './control/users-page';
import { AppPage } from './pages/app-page';
import { AppsPage } from './pages/apps-page';
import { IssuePage } from './pages/issue-page';
import { IssuesPage } from './pages/issues-page';
import { NotFoundPage } from './pages/not-found-page';
import { PersonPage } from './pages/person-page';
import { SearchPage } from './pages/search-page';
import { StartPage } from './pages/start-page';
import { Shell } from './shell/shell';
import { Failed, Loading } from './shell/states';
import { api } from './state/api';
import { type Route, useRoute } from './state/route';
import { addresses, modulesOf, SiteProvider } from './state/site';

export function App() {
  const site = useQuery({ queryKey: ['site'], queryFn: api.site, staleTime: Number.POSITIVE_INFINITY });
  const route = useRoute();
  if (site.isError) return <Failed what="The site" error={site.error} retry={() => void site.refetch()} />;
  if (!site.isSuccess) return <Loading what="the site" />;
  return (
    <SiteProvider value={site.data}>
      {/* Another person, or one in another language, sees a fresh site: nothing of the one before stays on screen. */}
      <Shell key={`${site.data.me.accountId} ${site.data.locale}`}>{pageOf(route, site.data)}</Shell>
    </SiteProvider>
  );
}

function pageOf({ pathname, search }: Route, site: SiteInfo): ReactNode {
  switch (pathname) {
    case addresses.start:
      return <StartPage />;
    case addresses.issues:
      return <IssuesPage />;
    case '/issues/':
    case '/issues':
      return site.me.role === 'customer' ? (
        <IssuesPage />
      ) : (
        <SearchPage key={search} jql={new URLSearchParams(search).get('jql') ?? ''} />
      );
    case addresses.apps:
      return <AppsPage />;
    case addresses.users:
      return <UsersPage />;
    case addresses.activity:
      return <ActivityPage />;
    case addresses.trouble:
      return <TroublePage />;
  }
  const issue = /^\/browse\/([A-Z][A-Z0-9]+-\d+)$/.exec(pathname)?.[1];
  if (issue !== undefined) return <IssuePage key={issue} issueKey={issue} />;
  const person = /^\/jira\/people\/([^/]+)$/.exec(pathname)?.[1];
  if (person !== undefined) return <PersonPage accountId={decodeURIComponent(person)} />;
  for (const module of [...modulesOf(site, 'jira:globalPage'), ...modulesOf(site, 'jira:adminPage')]) {
    const base = addresses.module(site, module);
    if (pathname === base || pathname.startsWith(`${base}/`)) return <AppPage key={base} module={module} base={base} />;
  }
  return <NotFoundPage />;
}
