import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Labelled } from '../shell/form-dialog';
import { Pager } from '../shell/pager';
import { Loading } from '../shell/states';
import { api } from '../state/api';
import { go } from '../state/route';
import { addresses } from '../state/site';
import { issueHead, issueRow } from './issue-table';

const PAGE = 25;

/** The issues that a JQL query finds, as the person may see them. The query is part of the address, so apps can link to it. */
export function SearchPage({ jql }: { jql: string }) {
  const [text, setText] = useState(jql);
  const [startAt, setStartAt] = useState(0);
  const found = useQuery({
    queryKey: ['search', jql, startAt],
    queryFn: () => api.search(jql, startAt, PAGE),
    enabled: jql !== '',
    retry: false,
    placeholderData: (previous) => previous,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text === jql) void found.refetch();
    else go(addresses.searchFor(text));
  };
  return (
    <div className="page">
      <Heading as="h1" size="large">
        Search issues
      </Heading>
      <form className="row search-form" onSubmit={submit}>
        <Labelled id="jql" label="JQL">
          <Textfield
            id="jql"
            value={text}
            maxLength={10_000}
            placeholder="project = HELP AND statusCategory != Done ORDER BY created DESC"
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Labelled>
        <Button appearance="primary" type="submit" isDisabled={text.trim() === ''}>
          Search
        </Button>
      </form>
      {found.isError ? <SectionMessage appearance="error">{found.error.message}</SectionMessage> : null}
      {found.isLoading ? <Loading what="issues" /> : null}
      {found.isSuccess ? (
        <>
          <DynamicTable
            label="Found issues"
            head={issueHead}
            rows={found.data.issues.map(issueRow)}
            emptyView={<p className="quiet">No issue that you can see matches.</p>}
          />
          <Pager startAt={startAt} size={PAGE} total={found.data.total} what="issues" onChange={setStartAt} />
        </>
      ) : null}
    </div>
  );
}
