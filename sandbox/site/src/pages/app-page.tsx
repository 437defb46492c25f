import EmptyState from '@atlaskit/empty-state';
import type { AppModule } from '../../../src/web/api-types';
import { AppFrame } from '../bridge/app-frame';
import { useSite } from '../state/site';

/** An app's page at its Jira address. Jira decides who may open it; what the app allows is the app's own business. */
export function AppPage({ module, base }: { module: AppModule; base: string }) {
  const site = useSite();
  if (site.me.role === 'customer') {
    return (
      <EmptyState
        headingLevel={1}
        header={`${module.title} is not for portal customers`}
        description={`You are signed in as ${site.me.name}, a customer of the help desk. Apps like this one open only for people with a Jira licence. Choose somebody else at the top right.`}
      />
    );
  }
  if (module.type === 'jira:adminPage' && site.me.role !== 'admin') {
    return (
      <EmptyState
        headingLevel={1}
        header="Only Jira admins can open this page"
        description={`You are signed in as ${site.me.name}, who does not administer this site. Choose the Jira admin at the top right.`}
      />
    );
  }
  return (
    <div className="app-page">
      <AppFrame
        module={module}
        base={base}
        extension={{ type: module.type, location: window.location.origin + base }}
        minHeight={Math.max(480, window.innerHeight - 60)}
      />
    </div>
  );
}
