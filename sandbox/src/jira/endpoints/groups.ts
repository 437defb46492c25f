import { NotBuilt, noBrowseUsers, type Outcome } from '../answers';
import { GROUPS } from '../directory/roster';
import type { Endpoint, Site, Visit } from '../endpoint';
import { PAGE_LIMITS } from '../limits';
import { wholeNumber } from '../query';
import { READ_GROUPS } from '../scopes';
import { groupId } from '../user-json';

const KNOWN_PARAMETERS = ['startAt', 'maxResults', 'groupId', 'groupName'];

function listGroups(site: Site, visit: Visit): Outcome {
  if (!site.security.hasGlobal(visit.identity, 'USER_PICKER')) return noBrowseUsers();
  const odd = [...visit.query.keys()].find((name) => !KNOWN_PARAMETERS.includes(name));
  if (odd !== undefined) throw new NotBuilt(`parameter ${odd} of GET /rest/api/3/group/bulk`);
  const startAt = wholeNumber(visit.query, 'startAt', 0);
  const maxResults = wholeNumber(visit.query, 'maxResults', PAGE_LIMITS.GROUPS_DEFAULT);
  const ids = visit.query.getAll('groupId');
  const wanted = visit.query.getAll('groupName');
  const found = Object.values(GROUPS)
    .map((name) => ({ name, groupId: groupId(name) }))
    .filter((group) => ids.length === 0 || ids.includes(group.groupId))
    .filter((group) => wanted.length === 0 || wanted.includes(group.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const values = found.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= found.length;
  return {
    status: 200,
    body: { maxResults, startAt, total: found.length, isLast, values },
    identities: values.length,
  };
}

export const groupEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/group/bulk', scopes: READ_GROUPS, handle: listGroups },
];
