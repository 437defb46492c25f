import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import SearchIcon from '@atlaskit/icon/core/search';
import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { SiteUser } from '../../../src/web/api-types';
import { Pager } from '../shell/pager';
import { Failed, Loading } from '../shell/states';
import { api } from '../state/api';
import { AccountMarks } from './account-marks';
import { NewUserDialog } from './new-user-dialog';
import { UserDialog } from './user-dialog';

const PAGE = 25;

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 28 },
    { key: 'email', content: 'Email', width: 32 },
    { key: 'marks', content: 'Account', width: 30 },
    { key: 'change', content: '', width: 10 },
  ],
};

/** Stands in for the administration of the organisation: whatever is changed here, Jira tells the app by an event. */
export function UsersPage() {
  const [search, setSearch] = useState('');
  const [startAt, setStartAt] = useState(0);
  const [creating, setCreating] = useState(false);
  const [changing, setChanging] = useState<SiteUser>();
  const wanted = useDeferredValue(search.trim());
  const users = useQuery({
    queryKey: ['users', wanted, startAt, PAGE],
    queryFn: () => api.users(wanted, startAt, PAGE),
    placeholderData: (previous) => previous,
  });
  const rowOf = (user: SiteUser) => ({
    key: user.accountId,
    cells: [
      { key: 'name', content: <strong className="name">{user.name}</strong> },
      { key: 'email', content: user.email ?? <span className="quiet">none</span> },
      { key: 'marks', content: <AccountMarks user={user} /> },
      {
        key: 'change',
        content:
          user.deleted || user.accountType === 'app' ? null : (
            <Button spacing="compact" onClick={() => setChanging(user)} aria-label={`Change ${user.name}`}>
              Change
            </Button>
          ),
      },
    ],
  });
  return (
    <div className="page">
      <div className="row spread">
        <Heading as="h1" size="large">
          Users of the site
        </Heading>
        <Button appearance="primary" onClick={() => setCreating(true)}>
          New user
        </Button>
      </div>
      <p className="quiet">
        Change a user as an organisation admin or the person would. Jira tells the app about its own users with an
        event; about portal customers it tells nothing.
      </p>
      <div className="search">
        <Textfield
          aria-label="Search users by name, email or account id"
          placeholder="Search by name, email or account id"
          elemBeforeInput={
            <span className="search-icon">
              <SearchIcon label="" />
            </span>
          }
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setStartAt(0);
          }}
        />
      </div>
      {users.isError ? <Failed what="The users" error={users.error} retry={() => void users.refetch()} /> : null}
      {users.isPending ? <Loading what="users" /> : null}
      {users.isSuccess ? (
        <>
          <DynamicTable
            label="Users of the site"
            head={head}
            rows={users.data.users.map(rowOf)}
            emptyView={<p className="quiet">Nobody matches “{wanted}”.</p>}
          />
          <Pager startAt={startAt} size={PAGE} total={users.data.total} what="users" onChange={setStartAt} />
        </>
      ) : null}
      {creating ? <NewUserDialog onClose={() => setCreating(false)} /> : null}
      {changing === undefined ? null : <UserDialog user={changing} onClose={() => setChanging(undefined)} />}
    </div>
  );
}
