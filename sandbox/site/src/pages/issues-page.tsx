import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Pager } from '../shell/pager';
import { Failed, Loading } from '../shell/states';
import { api } from '../state/api';
import { useSite } from '../state/site';
import { issueHead, issueRow } from './issue-table';
import { NewIssueDialog } from './new-issue-dialog';

const PAGE = 25;

/** The help desk's issues, or a customer's own. */
export function IssuesPage() {
  const { me } = useSite();
  const [startAt, setStartAt] = useState(0);
  const [creating, setCreating] = useState(false);
  const reporterId = me.role === 'customer' ? me.accountId : '';
  const issues = useQuery({
    queryKey: ['issues', reporterId, startAt],
    queryFn: () => api.issues(reporterId, startAt, PAGE),
    placeholderData: (previous) => previous,
  });
  const title = me.role === 'customer' ? 'My requests' : 'Help desk issues';
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
      {issues.isError ? <Failed what="The issues" error={issues.error} retry={() => void issues.refetch()} /> : null}
      {issues.isPending ? <Loading what="issues" /> : null}
      {issues.isSuccess ? (
        <>
          <DynamicTable
            label={title}
            head={issueHead}
            rows={issues.data.issues.map(issueRow)}
            emptyView={<p className="quiet">There are no issues here yet.</p>}
          />
          <Pager startAt={startAt} size={PAGE} total={issues.data.total} what="issues" onChange={setStartAt} />
        </>
      ) : null}
      {creating ? <NewIssueDialog onClose={() => setCreating(false)} /> : null}
    </div>
  );
}
