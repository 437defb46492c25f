import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { appEvents } from '../bridge/app-events';
import { Link } from '../shell/link';
import { Failed, Loading } from '../shell/states';
import { ApiError, api } from '../state/api';
import { onIssueChange } from '../state/live';
import { addresses, modulesOf, useSite } from '../state/site';
import { ContextPanel } from './context-panel';
import { EditIssueDialog } from './edit-issue-dialog';

export function IssuePage({ issueKey }: { issueKey: string }) {
  const site = useSite();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const issue = useQuery({
    queryKey: ['issue', issueKey],
    queryFn: () => api.issue(issueKey),
    retry: (count, error) => count < 1 && !(error instanceof ApiError && error.status === 404),
  });
  const issueId = issue.data?.id;
  useEffect(() => {
    if (issueId === undefined) return undefined;
    return onIssueChange((change) => {
      if (change.issueId !== issueId) return;
      void queries.invalidateQueries({ queryKey: ['issue', issueKey] });
      void queries.invalidateQueries({ queryKey: ['panel', issueKey] });
      appEvents.emit('JIRA_ISSUE_CHANGED', change);
    });
  }, [issueId, issueKey, queries]);
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
            {issue.data.participants.length === 0 ? null : (
              <>
                <dt>Participants</dt>
                <dd>{issue.data.participants.map(({ name }) => name).join(', ')}</dd>
              </>
            )}
            {issue.data.organizations.length === 0 ? null : (
              <>
                <dt>Organizations</dt>
                <dd>{issue.data.organizations.join(', ')}</dd>
              </>
            )}
            <dt>Created</dt>
            <dd>{new Date(issue.data.created).toLocaleString()}</dd>
          </dl>
          {site.me.role === 'customer' ? null : <Button onClick={() => setEditing(true)}>Edit</Button>}
        </section>
        {site.me.role === 'customer'
          ? null
          : modulesOf(site, 'jira:issueContext').map((module) => (
              <ContextPanel key={module.key} module={module} issue={issue.data} />
            ))}
      </aside>
      {editing ? <EditIssueDialog issue={issue.data} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}
