import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteIssue } from '../../../src/web/api-types';
import { Link } from '../shell/link';
import { Pager } from '../shell/pager';
import { Failed, Loading } from '../shell/states';
import { api } from '../state/api';
import { addresses, useSite } from '../state/site';
import { NewIssueDialog } from './new-issue-dialog';

const PAGE = 25;

const head = {
  cells: [
    { key: 'key', content: 'Key', width: 10 },
    { key: 'summary', content: 'Summary', width: 45 },
    { key: 'reporter', content: 'Reporter', width: 25 },
    { key: 'status', content: 'Status', width: 20 },
  ],
};

const rowOf = (issue: SiteIssue) => ({
  key: issue.id,
  cells: [
    { key: 'key', content: <Link to={addresses.issue(issue.key)}>{issue.key}</Link> },
    {
      key: 'summary',
      content: (
        <Link to={addresses.issue(issue.key)} className="plain-link">
          {issue.summary}
        </Link>
      ),
    },
    { key: 'reporter', content: issue.reporter?.name ?? <span className="quiet">nobody</span> },
    { key: 'status', content: <Lozenge>{issue.status}</Lozenge> },
  ],
});

/** The account that a query of the form `reporter = "…"` names. */
const reporterIn = (jql: string | null): string => /^\s*reporter\s*=\s*"?([^"\s]+)"?/i.exec(jql ?? '')?.[1] ?? '';

/** The help desk's issues, or, with a search, those that one account reported. */
export function IssuesPage({ search }: { search?: URLSearchParams }) {
  const { me } = useSite();
  const [startAt, setStartAt] = useState(0);
  const [creating, setCreating] = useState(false);
  const reporterId = me.role === 'customer' ? me.accountId : reporterIn(search?.get('jql') ?? null);
  const issues = useQuery({
    queryKey: ['issues', reporterId, startAt],
    queryFn: () => api.issues(reporterId, startAt, PAGE),
    placeholderData: (previous) => previous,
  });
  const title = me.role === 'customer' ? 'My requests' : search === undefined ? 'Help desk issues' : 'Found issues';
  return (
    <div className="page">
      <div className="row spread">
        <Heading as="h1" size="large">
          {title}
        </Heading>
        <Button appearance="primary" onClick={() => setCreating(true)}>
          New issue
        </Button>
      </div>
      {search === undefined || reporterId === '' ? null : (
        <p className="quiet">
          Reported by {search.get('name') ?? issues.data?.issues[0]?.reporter?.name ?? reporterId}.{' '}
          <Link to={addresses.issues}>Show all issues</Link>
        </p>
      )}
      {issues.isError ? <Failed what="The issues" error={issues.error} retry={() => void issues.refetch()} /> : null}
      {issues.isPending ? <Loading what="issues" /> : null}
      {issues.isSuccess ? (
        <>
          <DynamicTable
            label={title}
            head={head}
            rows={issues.data.issues.map(rowOf)}
            emptyView={<p className="quiet">There are no issues here yet.</p>}
          />
          <Pager startAt={startAt} size={PAGE} total={issues.data.total} what="issues" onChange={setStartAt} />
        </>
      ) : null}
      {creating ? <NewIssueDialog onClose={() => setCreating(false)} /> : null}
    </div>
  );
}
