import { type JiraSite, ROSTER } from '../jira';
import type { Person, Role } from './api-types';

const ROLES: readonly [keyof typeof ROSTER, Role][] = [
  ['admin', 'admin'],
  ['agent', 'agent'],
  ['accountManager', 'account manager'],
  ['customer', 'customer'],
];

/** Whom one can be on the site. Somebody who was deleted or deactivated meanwhile is not offered. */
export function peopleOf(jira: JiraSite): Person[] {
  return ROLES.flatMap(([key, role]) => {
    const accountId = ROSTER[key];
    const user = jira.findUser(accountId);
    return user === undefined || user.deleted || !user.active ? [] : [{ accountId, name: user.displayName, role }];
  });
}
