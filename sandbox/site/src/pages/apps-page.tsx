import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { go } from '../state/route';
import { addresses, adminPagesOf, useSite } from '../state/site';

export function AppsPage() {
  const site = useSite();
  if (site.me.role !== 'admin') {
    return (
      <EmptyState
        headingLevel={1}
        header="Only Jira admins can manage apps"
        description={`You are signed in as ${site.me.name}. Choose the Jira admin at the top right.`}
      />
    );
  }
  const { plain, configure, getStarted } = adminPagesOf(site);
  return (
    <div className="page narrow">
      <Heading as="h1" size="large">
        Manage apps
      </Heading>
      <section className="card row" aria-label={site.app.name}>
        <img src="/favicon.svg" alt="" width={40} height={40} />
        <div className="grow">
          <h2>{site.app.name}</h2>
          <p className="quiet">Installed in the development environment</p>
        </div>
        <Lozenge appearance="success">Enabled</Lozenge>
        {plain === undefined ? null : <Button onClick={() => go(addresses.module(site, plain))}>Open</Button>}
        {getStarted === undefined ? null : (
          <Button onClick={() => go(addresses.module(site, getStarted))}>Get started</Button>
        )}
        {configure === undefined ? null : (
          <Button appearance="primary" onClick={() => go(addresses.module(site, configure))}>
            Configure
          </Button>
        )}
      </section>
    </div>
  );
}
