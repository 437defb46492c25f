import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IssuePerson } from '../../../src/web/api-types';
import { FormDialog, Labelled } from '../shell/form-dialog';
import { api } from '../state/api';
import { go } from '../state/route';
import { addresses, useSite } from '../state/site';
import { PersonSelect } from './person-select';

export function NewIssueDialog({ onClose }: { onClose: () => void }) {
  const { me } = useSite();
  const queries = useQueryClient();
  const [summary, setSummary] = useState('');
  const [reporter, setReporter] = useState<IssuePerson>({ accountId: me.accountId, name: me.name });
  return (
    <FormDialog
      title="New issue"
      action="Create issue"
      onClose={onClose}
      save={async () => {
        const issue = await api.createIssue({ summary, reporterId: reporter.accountId });
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
          <PersonSelect
            id="new-issue-reporter"
            person={reporter}
            onChange={(person) => {
              if (person) setReporter(person);
            }}
          />
        </Labelled>
      )}
    </FormDialog>
  );
}
