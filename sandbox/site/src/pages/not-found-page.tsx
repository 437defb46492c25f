import EmptyState from '@atlaskit/empty-state';
import { Link } from '../shell/link';
import { addresses } from '../state/site';

export function NotFoundPage() {
  return (
    <EmptyState
      headingLevel={1}
      header="There is nothing at this address"
      description="This small site has only a few of Jira’s pages."
      primaryAction={<Link to={addresses.start}>Go to the start page</Link>}
    />
  );
}
