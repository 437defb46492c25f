import Avatar from '@atlaskit/avatar';
import EmptyState from '@atlaskit/empty-state';
import Heading from '@atlaskit/heading';
import { useQuery } from '@tanstack/react-query';
import { AccountMarks } from '../control/account-marks';
import { Link } from '../shell/link';
import { Failed, Loading } from '../shell/states';
import { ApiError, api } from '../state/api';
import { addresses } from '../state/site';

export function PersonPage({ accountId }: { accountId: string }) {
  const person = useQuery({ queryKey: ['user', accountId], queryFn: () => api.user(accountId), retry: 0 });
  if (person.isPending) return <Loading what="the profile" />;
  if (person.isError && person.error instanceof ApiError && person.error.status === 404) {
    return <EmptyState headingLevel={1} header="There is nobody with this account id" description={accountId} />;
  }
  if (person.isError) return <Failed what="The profile" error={person.error} retry={() => void person.refetch()} />;
  const { name, email, emailHidden } = person.data;
  return (
    <div className="page narrow">
      <div className="row">
        <Avatar size="xlarge" name={name} />
        <div className="grow">
          <Heading as="h1" size="large">
            {name}
          </Heading>
          <p className="quiet">{emailHidden || email === undefined ? 'Email not shown' : email}</p>
          <AccountMarks user={person.data} />
        </div>
      </div>
      <p>
        <Link to={addresses.searchFor(`reporter = "${accountId}"`)}>Issues that {name} reported</Link>
      </p>
    </div>
  );
}
