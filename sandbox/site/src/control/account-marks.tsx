import Lozenge from '@atlaskit/lozenge';
import type { SiteUser } from '../../../src/web/api-types';

const KINDS: Record<SiteUser['accountType'], string> = {
  atlassian: 'Jira user',
  customer: 'Portal customer',
  app: 'App',
};

export function AccountMarks({ user }: { user: SiteUser }) {
  return (
    <span className="marks">
      <Lozenge appearance={user.accountType === 'customer' ? 'new' : 'default'}>{KINDS[user.accountType]}</Lozenge>
      {user.deleted ? <Lozenge appearance="removed">Deleted</Lozenge> : null}
      {!user.active && !user.deleted ? <Lozenge appearance="moved">Deactivated</Lozenge> : null}
      {user.emailHidden && user.email !== undefined ? <Lozenge appearance="inprogress">Email hidden</Lozenge> : null}
    </span>
  );
}
