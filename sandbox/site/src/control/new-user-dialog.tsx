import Checkbox from '@atlaskit/checkbox';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog, Labelled } from '../shell/form-dialog';
import { api } from '../state/api';
import { say } from '../state/flags';

const KINDS = [
  { value: 'atlassian', label: 'Jira user' },
  { value: 'customer', label: 'Portal customer of the help desk' },
] as const;

export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [kind, setKind] = useState<(typeof KINDS)[number]>(KINDS[0]);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [emailHidden, setEmailHidden] = useState(false);
  return (
    <FormDialog
      title="New user"
      action="Create user"
      onClose={onClose}
      save={async () => {
        await api.createUser({ accountType: kind.value, name, emailHidden, ...(email.trim() === '' ? {} : { email }) });
        await queries.invalidateQueries({ queryKey: ['users'] });
        say(`${name} was created`);
      }}
    >
      <Labelled id="new-user-name" label="Name">
        <Textfield
          id="new-user-name"
          autoFocus
          isRequired
          maxLength={255}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Labelled>
      <Labelled id="new-user-email" label="Email" help="Leave it empty for an account without an email.">
        <Textfield
          id="new-user-email"
          value={email}
          maxLength={254}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </Labelled>
      <Labelled id="new-user-kind" label="Account">
        <Select
          inputId="new-user-kind"
          value={kind}
          options={KINDS}
          menuPosition="fixed"
          onChange={(choice) => {
            if (choice) setKind(choice);
          }}
        />
      </Labelled>
      <Checkbox
        label="Hide the email from apps (profile visibility)"
        isChecked={emailHidden}
        onChange={(event) => setEmailHidden(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
