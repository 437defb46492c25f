import { jiraError, noBrowseUsers, noSuchUser, notSignedIn, type Outcome } from '../answers';
import { BULK_TOTAL, OMITTED_SHARE } from '../choices';
import type { Endpoint, Site, Visit } from '../endpoint';
import { PAGE_LIMITS } from '../limits';
import { accountIds, wholeNumber } from '../query';
import { readById, readListed } from '../readings';
import { READ_USERS, SEARCH_USERS } from '../scopes';
import { findUsers } from '../user-search';

const expansions = (query: URLSearchParams): ('groups' | 'applicationRoles')[] => {
  const asked = (query.get('expand') ?? '').split(',').map((word) => word.trim());
  return (['groups', 'applicationRoles'] as const).filter((name) => asked.includes(name));
};

const mayBrowseUsers = (site: Site, visit: Visit): boolean => site.security.hasGlobal(visit.identity, 'USER_PICKER');

/** Every account of the site, whatever its type and state; a bare array. */
function listUsers(site: Site, visit: Visit): Outcome {
  if (!mayBrowseUsers(site, visit)) return noBrowseUsers();
  const startAt = wholeNumber(visit.query, 'startAt', 0);
  const size = wholeNumber(visit.query, 'maxResults', PAGE_LIMITS.USERS_DEFAULT, PAGE_LIMITS.USERS_MAX);
  let page = site.users.page(startAt, size);
  if (page.length > 1 && site.chance.happens(site.misbehave.shortPages)) {
    const omitted = site.chance.integer(1, Math.max(1, Math.floor(page.length * OMITTED_SHARE)));
    const from = site.chance.integer(0, page.length - omitted);
    page = page.filter((_, at) => at < from || at >= from + omitted);
  }
  return { status: 200, body: page.map((user) => readListed(site, user)), identities: page.length };
}

function getUser(site: Site, visit: Visit): Outcome {
  if (!site.security.isKnown(visit.identity)) return notSignedIn();
  if (!mayBrowseUsers(site, visit)) return noBrowseUsers();
  const accountId = visit.query.get('accountId') ?? '';
  const json = readById(site, accountId, expansions(visit.query));
  return json === undefined ? noSuchUser(accountId) : { status: 200, body: json, identities: 1 };
}

function getUsersInBulk(site: Site, visit: Visit): Outcome {
  if (!site.security.hasAccess(visit.identity)) return notSignedIn();
  const ids = accountIds(visit.query);
  const startAt = wholeNumber(visit.query, 'startAt', 0);
  const maxResults = wholeNumber(visit.query, 'maxResults', PAGE_LIMITS.USER_BULK_DEFAULT, PAGE_LIMITS.USER_BULK_MAX);
  const found = ids.map((id) => readById(site, id)).filter((json) => json !== undefined);
  const values = found.slice(startAt, startAt + maxResults);
  const isLast = startAt + maxResults >= found.length;
  const self = `https://api.atlassian.com/ex/jira/${site.options.cloudId}/rest/api/3/user/bulk`;
  const pageUrl = (at: number): string => {
    const query = new URLSearchParams(ids.map((id): [string, string] => ['accountId', id]));
    query.set('startAt', String(at));
    query.set('maxResults', String(maxResults));
    return `${self}?${query.toString()}`;
  };
  const body = {
    self: pageUrl(startAt),
    ...(isLast ? {} : { nextPage: pageUrl(startAt + maxResults) }),
    maxResults,
    startAt,
    total: BULK_TOTAL === 'found' ? found.length : ids.length,
    isLast,
    values,
  };
  return { status: 200, body, identities: values.length };
}

/** Active accounts whose name or visible email has a word that begins like the query. */
function searchUsers(site: Site, visit: Visit): Outcome {
  if (!site.security.isKnown(visit.identity)) return notSignedIn();
  const query = visit.query.get('query');
  const accountId = visit.query.get('accountId');
  if (query === null && accountId === null) {
    return jiraError(400, "One of the 'query' and 'accountId' query parameters needs to be provided.");
  }
  if (!mayBrowseUsers(site, visit)) return { status: 200, body: [], identities: 0 };
  const startAt = wholeNumber(visit.query, 'startAt', 0);
  const size = wholeNumber(visit.query, 'maxResults', PAGE_LIMITS.USER_SEARCH_DEFAULT, PAGE_LIMITS.USERS_MAX);
  const end = Math.min(startAt + size, PAGE_LIMITS.USER_SEARCH_REACH);
  const matches = findUsers(site.users.list(), { query: query ?? '', accountId: accountId ?? undefined }, end);
  const page = matches.slice(startAt, end);
  return { status: 200, body: page.map((user) => readListed(site, user)), identities: page.length };
}

function getMyself(site: Site, visit: Visit): Outcome {
  const accountId = visit.identity.as === 'app' ? site.appAccountId : site.security.signedIn(visit.identity)?.accountId;
  const user = accountId === undefined ? undefined : site.users.find(accountId);
  if (user === undefined) return notSignedIn();
  return { status: 200, body: readListed(site, user, expansions(visit.query)), identities: 1 };
}

export const userEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/users/search', scopes: READ_USERS, handle: listUsers },
  { method: 'GET', path: '/users', scopes: READ_USERS, handle: listUsers },
  { method: 'GET', path: '/user', scopes: READ_USERS, handle: getUser },
  { method: 'GET', path: '/user/bulk', scopes: READ_USERS, handle: getUsersInBulk },
  { method: 'GET', path: '/user/search', scopes: SEARCH_USERS, handle: searchUsers },
  { method: 'GET', path: '/myself', scopes: READ_USERS, handle: getMyself },
];
