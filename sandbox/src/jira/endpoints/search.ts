import { gatewayError, jiraError, NotBuilt, notSignedIn, type Outcome } from '../answers';
import type { Endpoint, Site, Visit } from '../endpoint';
import type { Issue } from '../issue';
import { chosenFields, issueJson } from '../issue-json';
import { JqlError } from '../jql/jql';
import { runJql } from '../jql/run-jql';
import { PAGE_LIMITS, PAGE_TOKEN_LIFETIME_MS, SEARCH_PROPERTIES_MAX, SEARCH_RECONCILE_MAX } from '../limits';
import { isRecord, jsonBody } from '../query';
import { NO_SCOPE, SEARCH_ISSUES } from '../scopes';
import { propertiesJson } from './issues';

interface Search {
  jql: string;
  fields: string[];
  maxResults: number;
  properties: string[];
  nextPageToken: string | undefined;
  reconcileIssues: string[];
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** The request's parts, or the refusal of it. */
function searchOf(body: unknown): Search | Outcome {
  if (!isRecord(body)) return jiraError(400, 'The request body is not an object.');
  const { jql = '', fields = [], maxResults = PAGE_LIMITS.SEARCH_JQL_DEFAULT, nextPageToken, properties = [] } = body;
  const { reconcileIssues = [], expand } = body;
  if (typeof jql !== 'string' || !isTextList(fields) || !isTextList(properties) || !Array.isArray(reconcileIssues)) {
    return jiraError(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
  }
  if (typeof maxResults !== 'number' || !Number.isInteger(maxResults) || maxResults < 0) {
    return jiraError(400, 'maxResults must be a whole number.');
  }
  if (nextPageToken !== undefined && nextPageToken !== null && typeof nextPageToken !== 'string') {
    return jiraError(400, 'nextPageToken must be a string.');
  }
  if (properties.length > SEARCH_PROPERTIES_MAX) return jiraError(400, 'At most 5 issue properties can be requested.');
  if (reconcileIssues.length > SEARCH_RECONCILE_MAX) return jiraError(400, 'At most 50 issues can be reconciled.');
  if (expand !== undefined && expand !== '') throw new NotBuilt('expand of POST /rest/api/3/search/jql');
  const reconciled = reconcileIssues.map(String);
  const size = Math.min(maxResults, PAGE_LIMITS.SEARCH_JQL_MAX);
  return {
    jql,
    fields,
    properties,
    maxResults: size,
    nextPageToken: nextPageToken ?? undefined,
    reconcileIssues: reconciled,
  };
}

function searchIssues(site: Site, visit: Visit): Outcome {
  if (visit.identity.as === 'user' && !site.security.isKnown(visit.identity)) return notSignedIn();
  const search = searchOf(jsonBody(visit.bodyText));
  if ('status' in search) return search;
  try {
    return answer(site, search, runJql(site, visit.identity, search.jql, search.reconcileIssues));
  } catch (error) {
    if (error instanceof JqlError) return jiraError(400, error.message);
    throw error;
  }
}

function answer(site: Site, search: Search, found: readonly Issue[]): Outcome {
  const startAt = tokenOffset(search, site.clock.now());
  if (startAt === undefined) return jiraError(400, 'The nextPageToken is invalid or has expired.');
  const page = found.slice(startAt, startAt + search.maxResults);
  const isLast = startAt + page.length >= found.length;
  const fields = search.fields.length === 0 ? undefined : fieldsOf(search.fields);
  const issues = page.map((issue) => ({
    ...issueJson(site, issue, fields),
    ...propertiesJson(site, issue, search.properties),
  }));
  const next = isLast ? {} : { nextPageToken: pageToken(search.jql, startAt + page.length, site.clock.now()) };
  return { status: 200, body: { issues, ...next, isLast }, others: issues.length };
}

/** Asking for `id` alone gives bare ids, as asking for nothing does. */
const fieldsOf = (names: readonly string[]): ReturnType<typeof chosenFields> | undefined =>
  names.every((name) => name === 'id') ? undefined : chosenFields(names);

const pageToken = (jql: string, offset: number, now: number): string =>
  Buffer.from(JSON.stringify({ jql, offset, until: now + PAGE_TOKEN_LIFETIME_MS }), 'utf8').toString('base64url');

/** Where the page begins; undefined: the token is of another query, too old, or none of ours. */
function tokenOffset(search: Search, now: number): number | undefined {
  if (search.nextPageToken === undefined) return 0;
  try {
    const token: unknown = JSON.parse(Buffer.from(search.nextPageToken, 'base64url').toString('utf8'));
    if (!isRecord(token) || token.jql !== search.jql) return undefined;
    const { offset, until } = token;
    return typeof offset === 'number' && typeof until === 'number' && until > now ? offset : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const removedSearch = (): Outcome =>
  gatewayError(410, 'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.');

export const searchEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/search/jql', scopes: SEARCH_ISSUES, handle: searchIssues },
  { method: 'GET', path: '/search', scopes: NO_SCOPE, handle: removedSearch },
  { method: 'POST', path: '/search', scopes: NO_SCOPE, handle: removedSearch },
];
