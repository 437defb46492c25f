import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog, Labelled } from '../shell/form-dialog';
import { api } from '../state/api';
import { go } from '../state/route';
import { addresses, useSite } from '../state/site';

interface Choice {
  value: string;
  label: string;
}

export function NewIssueDialog({ onClose }: { onClose: () => void }) {
  const { me } = useSite();
  const queries = useQueryClient();
  const [summary, setSummary] = useState('');
  const [search, setSearch] = useState('');
  const [reporter, setReporter] = useState<Choice>({ value: me.accountId, label: me.name });
  const found = useQuery({ queryKey: ['users', search, 0, 20], queryFn: () => api.users(search, 0, 20) });
  const people = (found.data?.users ?? []).filter(({ accountType, deleted }) => accountType !== 'app' && !deleted);
  return (
    <FormDialog
      title="New issue"
      action="Create issue"
      onClose={onClose}
      save={async () => {
        const issue = await api.createIssue({ summary, reporterId: reporter.value });
        await queries.invalidateQueries({ queryKey: ['issues'] });
        go(addresses.issue(issue.key));
      }}
    >
      <Labelled id="new-issue-summary" label="Summary">
        <Textfield
          id="new-issue-summary"
          autoFocus
          isRequired
          maxLength={255}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
      </Labelled>
      {me.role === 'customer' ? null : (
        <Labelled id="new-issue-reporter" label="Reporter">
          <Select<Choice>
            inputId="new-issue-reporter"
            value={reporter}
            isLoading={found.isFetching}
            inputValue={search}
            onInputChange={(text, { action }) => {
              if (action === 'input-change') setSearch(text);
            }}
            filterOption={() => true}
            options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
            onChange={(choice) => {
              if (choice) setReporter(choice);
              setSearch('');
            }}
            menuPosition="fixed"
          />
        </Labelled>
      )}
    </FormDialog>
  );
}
