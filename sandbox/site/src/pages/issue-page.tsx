import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import Lozenge from '@atlaskit/lozenge';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppModule, SiteIssue } from '../../../src/web/api-types';
import { AppFrame } from '../bridge/app-frame';
import { Link } from '../shell/link';
import { Failed, Loading } from '../shell/states';
import { ApiError, api } from '../state/api';
import { addresses, modulesOf, useSite } from '../state/site';

export function IssuePage({ issueKey }: { issueKey: string }) {
  const site = useSite();
  const issue = useQuery({
    queryKey: ['issue', issueKey],
    queryFn: () => api.issue(issueKey),
    retry: (count, error) => count < 1 && !(error instanceof ApiError && error.status === 404),
  });
  if (issue.isPending) return <Loading what={issueKey} />;
  if (issue.isError && issue.error instanceof ApiError && issue.error.status === 404) {
    return (
      <EmptyState
        headingLevel={1}
        header={`You cannot see ${issueKey}`}
        description="It does not exist, or you are not allowed to see it."
        primaryAction={<Link to={addresses.issues}>Show the issues that you can see</Link>}
      />
    );
  }
  if (issue.isError) return <Failed what={issueKey} error={issue.error} retry={() => void issue.refetch()} />;
  return (
    <div className="page issue">
      <div className="issue-main">
        <p className="quiet">
          <Link to={addresses.issues}>{issue.data.project.name}</Link> / {issue.data.key}
        </p>
        <Heading as="h1" size="large">
          {issue.data.summary}
        </Heading>
        <p className="issue-status">
          <Lozenge appearance="inprogress">{issue.data.status}</Lozenge>{' '}
          <span className="quiet">{issue.data.type}</span>
        </p>
        <p className="issue-description">
          {issue.data.description ?? <span className="quiet">There is no description.</span>}
        </p>
      </div>
      <aside className="issue-side" aria-label="Details">
        <section className="card">
          <h2>Details</h2>
          <dl>
            <dt>Reporter</dt>
            <dd>
              {issue.data.reporter === undefined ? (
                'nobody'
              ) : (
                <Link to={addresses.person(issue.data.reporter.accountId)}>{issue.data.reporter.name}</Link>
              )}
            </dd>
            <dt>Created</dt>
            <dd>{new Date(issue.data.created).toLocaleString()}</dd>
          </dl>
        </section>
        {site.me.role === 'customer'
          ? null
          : modulesOf(site, 'jira:issueContext').map((module) => (
              <ContextPanel key={module.key} module={module} issue={issue.data} />
            ))}
      </aside>
    </div>
  );
}

/** An app's panel: closed until somebody opens it, and only then loaded, as in Jira. */
function ContextPanel({ module, issue }: { module: AppModule; issue: SiteIssue }) {
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  const id = `panel-${module.key}`;
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  const { id: issueId, key, type, project } = issue;
  return (
    <section className="card panel">
      <button
        type="button"
        className="panel-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
          setOpened(true);
        }}
      >
        <Chevron label="" color="currentColor" />
        {module.title}
      </button>
      <div id={id} hidden={!open}>
        {opened ? (
          <AppFrame
            module={module}
            minHeight={120}
            extension={{
              type: module.type,
              issue: { id: issueId, key, type, typeId: '10001' },
              project: { id: project.id, key: project.key, type: project.type },
              location: window.location.href,
            }}
          />
        ) : null}
      </div>
    </section>
  );
}
