import Select from '@atlaskit/select';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IssuePerson } from '../../../src/web/api-types';
import { api } from '../state/api';

interface Choice {
  value: string;
  label: string;
}

interface PersonSelectProps {
  id: string;
  person: IssuePerson | undefined;
  isClearable?: boolean;
  onChange: (person: IssuePerson | undefined) => void;
}

/** Finds people and portal customers by name, email or account id. */
export function PersonSelect({ id, person, isClearable = false, onChange }: PersonSelectProps) {
  const [search, setSearch] = useState('');
  const found = useQuery({ queryKey: ['users', search, 0, 20], queryFn: () => api.users(search, 0, 20) });
  const people = (found.data?.users ?? []).filter(({ accountType, deleted }) => accountType !== 'app' && !deleted);
  return (
    <Select<Choice>
      inputId={id}
      value={person === undefined ? null : { value: person.accountId, label: person.name }}
      isClearable={isClearable}
      isLoading={found.isFetching}
      inputValue={search}
      onInputChange={(text, { action }) => {
        if (action === 'input-change') setSearch(text);
      }}
      filterOption={() => true}
      options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
      onChange={(choice) => {
        onChange(choice ? { accountId: choice.value, name: choice.label } : undefined);
        setSearch('');
      }}
      menuPosition="fixed"
    />
  );
}
