import { ROSTER } from './directory/roster';
import type { User } from './directory/user';
import { newOrganization, type Organization } from './organizations';

const SEEDED = 4;

/** The organizations of a new site: one for the domain of the roster's customer and for those with most customers. */
export function seedOrganizations(users: readonly User[]): Organization[] {
  const byDomain = new Map<string, User[]>();
  for (const user of users) {
    const domain = user.email?.split('@')[1];
    if (user.accountType !== 'customer' || user.deleted || domain === undefined) continue;
    const members = byDomain.get(domain) ?? [];
    members.push(user);
    byDomain.set(domain, members);
  }
  const first = ([, members]: [string, User[]]): number =>
    members.some(({ accountId }) => accountId === ROSTER.customer) ? 1 : 0;
  return [...byDomain]
    .sort((a, b) => first(b) - first(a) || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, SEEDED)
    .map(([domain, members], at) => newOrganization(String(at + 1), nameOf(domain), members.map(idOf)));
}

const idOf = ({ accountId }: User): string => accountId;

/** `blue-finch.example` is Blue Finch. */
const nameOf = (domain: string): string =>
  (domain.split('.')[0] ?? domain)
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');
