import Avatar from '@atlaskit/avatar';
import Select from '@atlaskit/select';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Person } from '../../../src/web/api-types';
import { api } from '../state/api';
import { sayFailed } from '../state/flags';
import { useSite } from '../state/site';

const ROLES: Record<Person['role'], string> = {
  admin: 'Jira admin',
  agent: 'agent',
  'account manager': 'account manager',
  customer: 'portal customer',
};

interface Choice {
  value: string;
  label: string;
}

const choiceOf = ({ accountId, name, role }: Person): Choice => ({
  value: accountId,
  label: `${name} (${ROLES[role]})`,
});

/** Who one is on the site. Nothing needs a password: it is a sandbox. */
export function PersonSwitch() {
  const { people, me } = useSite();
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: () => queries.resetQueries(),
    onError: (error) => sayFailed('Signing in did not work', error),
  });
  return (
    <div className="person-switch">
      <Avatar size="small" name={me.name} />
      <Select<Choice>
        inputId="person"
        aria-label="Signed in as"
        className="person-select"
        spacing="compact"
        isLoading={signIn.isPending}
        value={choiceOf(me)}
        options={people.map(choiceOf)}
        onChange={(choice) => {
          if (choice && choice.value !== me.accountId) signIn.mutate(choice.value);
        }}
      />
    </div>
  );
}
