import { NotBuilt, noBrowseUsers, type Outcome } from '../answers';
import type { Endpoint, Site, Visit } from '../endpoint';
import { PAGE_LIMITS } from '../limits';
import { wholeNumber } from '../query';
import { READ_GROUPS } from '../scopes';

const KNOWN_PARAMETERS = ['startAt', 'maxResults', 'groupId', 'groupName'];

function listGroups(site: Site, visit: Visit): Outcome {
  if (!site.security.hasGlobal(visit.identity, 'USER_PICKER')) return noBrowseUsers();
  const odd = [...visit.query.keys()].find((name) => !KNOWN_PARAMETERS.includes(name));
  if (odd !== undefined) throw new NotBuilt(`parameter ${odd} of GET /rest/api/3/group/bulk`);
  const startAt = wholeNumber(visit.query, 'startAt', 0);
  const maxResults = wholeNumber(visit.query, 'maxResults', PAGE_LIMITS.GROUPS_DEFAULT);
  const ids = visit.query.getAll('groupId');
  const wanted = visit.query.getAll('groupName');
  const found = site.groups
    .list()
    .filter((group) => ids.length === 0 || ids.includes(group.groupId))
    .filter((group) => wanted.length === 0 || wanted.includes(group.name));
  const values = found.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= found.length;
  return {
    status: 200,
    body: { maxResults, startAt, total: found.length, isLast, values },
    identities: values.length,
  };
}

const PICKER_PARAMETERS = ['query', 'maxResults', 'caseInsensitive'];

/**
 * Groups whose name contains the text. People who may not browse groups find one only by its exact name, and nobody is
 * refused.
 */
function pickGroups(site: Site, visit: Visit): Outcome {
  const odd = [...visit.query.keys()].find((name) => !PICKER_PARAMETERS.includes(name));
  if (odd !== undefined) throw new NotBuilt(`parameter ${odd} of GET /rest/api/3/groups/picker`);
  const maxResults = wholeNumber(visit.query, 'maxResults', PAGE_LIMITS.GROUP_PICKER_DEFAULT);
  const query = visit.query.get('query') ?? '';
  const anyCase = visit.query.get('caseInsensitive') === 'true';
  const folded = (text: string): string => (anyCase ? text.toLowerCase() : text);
  const browses = site.security.hasGlobal(visit.identity, 'USER_PICKER');
  const found = site.groups
    .list()
    .filter(({ name }) => (browses ? folded(name).includes(folded(query)) : name === query));
  const shown = found.slice(0, maxResults);
  const groups = shown.map(({ name, groupId }) => ({
    name,
    html: highlighted(name, query, folded),
    labels: [],
    groupId,
  }));
  const header = `Showing ${shown.length} of ${found.length} matching groups`;
  return { status: 200, body: { header, total: found.length, groups }, identities: shown.length };
}

function highlighted(name: string, query: string, folded: (text: string) => string): string {
  const at = folded(name).indexOf(folded(query));
  if (query === '' || at === -1) return name;
  const end = at + query.length;
  return `${name.slice(0, at)}<b>${name.slice(at, end)}</b>${name.slice(end)}`;
}

export const groupEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/group/bulk', scopes: READ_GROUPS, handle: listGroups },
  { method: 'GET', path: '/groups/picker', scopes: READ_GROUPS, handle: pickGroups },
];
