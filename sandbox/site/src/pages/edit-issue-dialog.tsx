import Select from '@atlaskit/select';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ISSUE_STATUSES, type IssueChange, type IssuePerson, type SiteIssue } from '../../../src/web/api-types';
import { FormDialog, Labelled } from '../shell/form-dialog';
import { api } from '../state/api';
import { PersonSelect } from './person-select';

type Status = (typeof ISSUE_STATUSES)[number];

interface Choice {
  value: Status;
  label: string;
}

const choices: Choice[] = ISSUE_STATUSES.map((status) => ({ value: status, label: status }));

/** Who reported an issue, how far it is, and who takes part in it. */
export function EditIssueDialog({ issue, onClose }: { issue: SiteIssue; onClose: () => void }) {
  const queries = useQueryClient();
  const [reporter, setReporter] = useState<IssuePerson | undefined>(issue.reporter);
  const [status, setStatus] = useState<Choice | undefined>(choices.find(({ value }) => value === issue.status));
  const [participant, setParticipant] = useState<IssuePerson | undefined>(issue.participants[0]);
  const isRequest = issue.project.type === 'service_desk';
  const changes = (): IssueChange[] => [
    ...(reporter?.accountId === issue.reporter?.accountId
      ? []
      : [{ change: 'reporter', accountId: reporter?.accountId ?? null } as const]),
    ...(status === undefined || status.value === issue.status
      ? []
      : [{ change: 'status', status: status.value } as const]),
    ...(participant?.accountId === issue.participants[0]?.accountId
      ? []
      : [
          {
            change: 'participants',
            accountIds: [...(participant ? [participant.accountId] : []), ...issue.participants.slice(1).map(idOf)],
          } as const,
        ]),
  ];
  return (
    <FormDialog
      title={`Edit ${issue.key}`}
      action="Save"
      onClose={onClose}
      save={async () => {
        for (const change of changes()) await api.changeIssue(issue.key, change);
        await queries.invalidateQueries({ queryKey: ['issue', issue.key] });
      }}
    >
      <Labelled id="edit-issue-reporter" label="Reporter">
        <PersonSelect id="edit-issue-reporter" person={reporter} isClearable onChange={setReporter} />
      </Labelled>
      <Labelled id="edit-issue-status" label="Status">
        <Select<Choice>
          inputId="edit-issue-status"
          value={status ?? null}
          options={choices}
          onChange={(choice) => setStatus(choice ?? undefined)}
          menuPosition="fixed"
        />
      </Labelled>
      {isRequest ? (
        <Labelled id="edit-issue-participant" label="Request participant">
          <PersonSelect id="edit-issue-participant" person={participant} isClearable onChange={setParticipant} />
        </Labelled>
      ) : null}
    </FormDialog>
  );
}

const idOf = ({ accountId }: IssuePerson): string => accountId;
