import type { Outcome } from '../answers';
import {
  APP_IS_AGENT,
  NO_SERVICE_DESK_STATUS,
  NOT_OPTED_IN_STATUS,
  SERVICE_DESK_ID,
  SERVICE_DESK_PAGE_MAX,
  serviceDeskError,
} from '../choices';
import { GROUPS } from '../directory/roster';
import type { User } from '../directory/user';
import type { Endpoint, ScopeSets, Site, Visit } from '../endpoint';
import { PAGE_LIMITS } from '../limits';
import type { Organization } from '../organizations';
import { isAdmin, isLicensed } from '../permissions';
import { findProjectByKey, PROJECTS } from '../projects';
import { wholeNumber } from '../query';
import { readListed } from '../readings';
import {
  READ_CUSTOMERS,
  READ_ORGANIZATION_USERS,
  READ_ORGANIZATIONS,
  READ_PARTICIPANTS,
  READ_SERVICE_DESKS,
} from '../scopes';
import { findUsers } from '../user-search';

const BASE = '/rest/servicedeskapi';

const refusal = (status: number, message: string): Outcome => ({ status, body: serviceDeskError(message) });
const notFound = (what: string): Outcome => refusal(404, `The ${what} you requested cannot be found.`);
const forbidden = (): Outcome => refusal(403, 'Your user does not have the permission to do this.');

function isAgent(site: Site, visit: Visit): boolean {
  if (visit.identity.as === 'app') return APP_IS_AGENT;
  const user = site.security.signedIn(visit.identity);
  return user !== undefined && isLicensed(user) && (isAdmin(user) || user.groups.includes(GROUPS.serviceUsers));
}

/** One page in the envelope that all lists of the service desk API have. Source: Jira Service Management REST, "Pagination". */
function page<T>(site: Site, visit: Visit, path: string, all: readonly T[], toJson: (item: T) => unknown): Outcome {
  const start = wholeNumber(visit.query, 'start', 0);
  const limit = wholeNumber(visit.query, 'limit', PAGE_LIMITS.SERVICE_DESK_DEFAULT, SERVICE_DESK_PAGE_MAX);
  const values = all.slice(start, start + limit);
  const isLastPage = start + values.length >= all.length;
  const self = `${site.options.siteUrl}${BASE}${path}`;
  const at = (from: number): string => `${self}?start=${from}&limit=${limit}`;
  const links = {
    self,
    base: site.options.siteUrl,
    context: '',
    ...(isLastPage ? {} : { next: at(start + limit) }),
    ...(start === 0 ? {} : { prev: at(Math.max(0, start - limit)) }),
  };
  const body = {
    _expands: [],
    size: values.length,
    start,
    limit,
    isLastPage,
    _links: links,
    values: values.map(toJson),
  };
  return { status: 200, body };
}

/** Lists of people: ordered by account id, and each is an identity. */
function peoplePage(site: Site, visit: Visit, path: string, users: readonly User[]): Outcome {
  const sorted = [...users].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const outcome = page(site, visit, path, sorted, (user) => personJson(site, user));
  return { ...outcome, identities: (outcome.body as { size: number }).size };
}

/** A person as the service desk knows them: no account type, and the email by the profile. */
function personJson(site: Site, user: User): Record<string, unknown> {
  const { accountId, emailAddress, displayName, active, timeZone, avatarUrls, self } = readListed(site, user);
  return {
    accountId,
    emailAddress: emailAddress ?? null,
    displayName,
    active,
    timeZone,
    _links: { jiraRest: self, avatarUrls, self },
  };
}

const organizationJson = (site: Site, { id, name }: Organization): unknown => ({
  id,
  name,
  scimManaged: false,
  _links: { self: `${site.options.siteUrl}${BASE}/organization/${id}` },
});

/** Agents get all organizations, others those that they are in; `accountId` narrows it to one member's. */
function listOrganizations(site: Site, visit: Visit): Outcome {
  if (!site.security.isKnown(visit.identity)) return refusal(401, 'You are not signed in.');
  const accountId = visit.query.get('accountId');
  const own = visit.identity.as === 'user' && !isAgent(site, visit) ? visit.identity.accountId : undefined;
  const all = own === undefined ? site.organizations.list() : site.organizations.ofMember(own);
  const found = all.filter(({ members }) => accountId === null || members.includes(accountId));
  const outcome = page(site, visit, '/organization', found, (organization) => organizationJson(site, organization));
  return { ...outcome, others: (outcome.body as { size: number }).size };
}

/** Agents may read each organization, others those that they are in. */
function getOrganization(site: Site, visit: Visit): Outcome {
  if (!site.security.isKnown(visit.identity)) return refusal(401, 'You are not signed in.');
  const organization = site.organizations.find(visit.params.organizationId ?? '');
  const isMember = visit.identity.as === 'user' && organization?.members.includes(visit.identity.accountId);
  if (organization === undefined || !(isMember || isAgent(site, visit))) return notFound('organization');
  return { status: 200, body: organizationJson(site, organization), others: 1 };
}

function listMembers(site: Site, visit: Visit): Outcome {
  if (!site.security.isKnown(visit.identity)) return refusal(401, 'You are not signed in.');
  if (!isAgent(site, visit)) return forbidden();
  const organization = site.organizations.find(visit.params.organizationId ?? '');
  if (organization === undefined) return notFound('organization');
  const members = organization.members.flatMap((accountId) => site.users.find(accountId) ?? []);
  return peoplePage(site, visit, `/organization/${organization.id}/user`, members);
}

function listServiceDesks(site: Site, visit: Visit): Outcome {
  if (!site.security.isKnown(visit.identity)) return refusal(401, 'You are not signed in.');
  const desks = PROJECTS.filter(({ type }) => type === 'service_desk');
  const outcome = page(site, visit, '/servicedesk', desks, ({ id, name, key }) => ({
    id: SERVICE_DESK_ID,
    projectId: id,
    projectName: name,
    projectKey: key,
    _links: { self: `${site.options.siteUrl}${BASE}/servicedesk/${SERVICE_DESK_ID}` },
  }));
  return { ...outcome, others: (outcome.body as { size: number }).size };
}

function listCustomers(site: Site, visit: Visit): Outcome {
  if (visit.headers['x-experimentalapi'] !== 'opt-in') {
    return refusal(NOT_OPTED_IN_STATUS, 'This API is experimental. Opt in with the header X-ExperimentalApi: opt-in.');
  }
  if (!site.security.isKnown(visit.identity)) return refusal(401, 'You are not signed in.');
  if (!isAgent(site, visit)) return forbidden();
  if (visit.params.serviceDeskId !== SERVICE_DESK_ID) return notFound('service desk');
  const customers = site.users.list().filter(({ accountType, deleted }) => accountType === 'customer' && !deleted);
  const query = visit.query.get('query') ?? '';
  const found =
    query === '' ? customers : findUsers(customers, { query, accountId: undefined }, Number.POSITIVE_INFINITY);
  return peoplePage(site, visit, `/servicedesk/${SERVICE_DESK_ID}/customer`, found);
}

/** For whoever sees the request in Jira, and for its customers. */
function listParticipants(site: Site, visit: Visit): Outcome {
  const issue = site.issues.find(visit.params.issueIdOrKey ?? '');
  const participants = issue?.participants ?? [];
  const { identity } = visit;
  const isCustomer =
    identity.as === 'user' &&
    site.security.isKnown(identity) &&
    [issue?.reporter, ...participants].includes(identity.accountId);
  if (
    issue === undefined ||
    findProjectByKey(issue.projectKey)?.type !== 'service_desk' ||
    !(isCustomer || site.security.canSeeIssue(identity, issue))
  ) {
    return notFound('request');
  }
  const people = participants.flatMap((accountId) => site.users.find(accountId) ?? []);
  return peoplePage(site, visit, `/request/${issue.id}/participant`, people);
}

type Handle = Endpoint['handle'];

/** Only where the site has a service desk. */
const get = (path: string, scopes: ScopeSets, handle: Handle): Endpoint => ({
  method: 'GET',
  base: BASE,
  path,
  scopes,
  handle: (site, visit) =>
    site.options.serviceManagement
      ? handle(site, visit)
      : refusal(NO_SERVICE_DESK_STATUS, 'Jira Service Management is not part of this site.'),
});

export const serviceDeskEndpoints: readonly Endpoint[] = [
  get('/organization', READ_ORGANIZATIONS, listOrganizations),
  get('/organization/{organizationId}', READ_ORGANIZATIONS, getOrganization),
  get('/organization/{organizationId}/user', READ_ORGANIZATION_USERS, listMembers),
  get('/servicedesk', READ_SERVICE_DESKS, listServiceDesks),
  get('/servicedesk/{serviceDeskId}/customer', READ_CUSTOMERS, listCustomers),
  get('/request/{issueIdOrKey}/participant', READ_PARTICIPANTS, listParticipants),
];
