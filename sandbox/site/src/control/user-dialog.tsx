import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteUser, UserChange } from '../../../src/web/api-types';
import { FormDialog, Labelled } from '../shell/form-dialog';
import { api } from '../state/api';
import { say } from '../state/flags';
import { AccountMarks } from './account-marks';

const howTheAppHears = ({ accountType }: SiteUser): string =>
  accountType === 'customer'
    ? 'Jira promises no events about portal customers: the app finds out when it next looks.'
    : 'Jira is telling the app with an event.';

interface UserDialogProps {
  user: SiteUser;
  onClose: () => void;
}

export function UserDialog({ user, onClose }: UserDialogProps) {
  const queries = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email ?? '');
  const [emailHidden, setEmailHidden] = useState(user.emailHidden);
  const [active, setActive] = useState(user.active);

  const apply = async (changes: UserChange[]): Promise<void> => {
    for (const change of changes) await api.changeUser(user.accountId, change);
    await queries.invalidateQueries({ queryKey: ['users'] });
    await queries.invalidateQueries({ queryKey: ['user', user.accountId] });
  };

  if (deleting) {
    return (
      <FormDialog
        title={`Delete ${user.name}?`}
        action="Delete for good"
        danger
        onClose={onClose}
        save={async () => {
          await apply([{ change: 'delete' }]);
          say(`${user.name} was deleted`);
        }}
      >
        <p>
          Deleted accounts do not come back. Jira keeps the account id on issues and shows “Former user” in place of the
          name.
        </p>
      </FormDialog>
    );
  }
  return (
    <FormDialog
      title={`Change ${user.name}`}
      action="Save"
      onClose={onClose}
      save={async () => {
        const changes: UserChange[] = [];
        if (name !== user.name) changes.push({ change: 'rename', name });
        if (email !== (user.email ?? '')) changes.push({ change: 'email', email: email.trim() === '' ? null : email });
        if (emailHidden !== user.emailHidden) changes.push({ change: 'email-visibility', hidden: emailHidden });
        if (active !== user.active) changes.push({ change: 'active', active });
        await apply(changes);
        if (changes.length > 0) say(`${name} was saved`, howTheAppHears(user));
      }}
    >
      <AccountMarks user={user} />
      <Labelled id="user-name" label="Name">
        <Textfield
          id="user-name"
          autoFocus
          isRequired
          maxLength={255}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Labelled>
      <Labelled id="user-email" label="Email" help="Leave it empty to take the email away.">
        <Textfield
          id="user-email"
          value={email}
          maxLength={254}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </Labelled>
      <Checkbox
        label="Hide the email from apps (profile visibility)"
        isChecked={emailHidden}
        onChange={(event) => setEmailHidden(event.currentTarget.checked)}
      />
      <Checkbox
        label="Active: may sign in"
        isChecked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      <p className="quiet small wrap">Account id {user.accountId}</p>
      <Button appearance="subtle" onClick={() => setDeleting(true)}>
        Delete this account …
      </Button>
    </FormDialog>
  );
}
