import { gatewayError, jiraError, noSuchUser, notSignedIn, type Outcome } from '../answers';
import type { Endpoint, Site, Visit } from '../endpoint';
import { accountIds } from '../query';
import { READ_EMAILS } from '../scopes';

/** The refusal of the whole call, if there is one. The endpoints serve the app itself and nobody else. */
function refusal(site: Site, visit: Visit): Outcome | undefined {
  if (visit.identity.as !== 'app') return notSignedIn();
  switch (site.misbehave.emails) {
    case 'none':
      return undefined;
    case 'not-approved':
      return jiraError(400, 'The app is not approved to read email addresses.');
    case 'missing-scope':
      return gatewayError(403, 'The app is missing scope grants: read:email-address:jira');
    case 'failing':
      return jiraError(503, 'The email addresses could not be read. Try again later.');
  }
}

/** The email whatever its visibility; undefined: unavailable. */
function emailOf(site: Site, accountId: string): { accountId: string; email: string } | undefined {
  if (site.misbehave.missing(accountId) || site.misbehave.emailMissing(accountId)) return undefined;
  const user = site.users.find(accountId);
  return user?.email === undefined || user.deleted ? undefined : { accountId, email: user.email };
}

function getEmail(site: Site, visit: Visit): Outcome {
  const refused = refusal(site, visit);
  if (refused !== undefined) return refused;
  const [accountId = ''] = accountIds(visit.query);
  const found = emailOf(site, accountId);
  return found === undefined ? noSuchUser(accountId) : { status: 200, body: found, identities: 1 };
}

function getEmailsInBulk(site: Site, visit: Visit): Outcome {
  const refused = refusal(site, visit);
  if (refused !== undefined) return refused;
  const ids = accountIds(visit.query);
  const { emailBulkCap: cap, emailBulkBeyondCap: beyond } = site.options;
  if (ids.length > cap && beyond === 'refuse') return jiraError(400, `At most ${cap} account ids can be given.`);
  const found = ids
    .slice(0, cap)
    .map((id) => emailOf(site, id))
    .filter((entry) => entry !== undefined);
  return { status: 200, body: found, identities: found.length };
}

export const emailEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/user/email', scopes: READ_EMAILS, handle: getEmail },
  { method: 'GET', path: '/user/email/bulk', scopes: READ_EMAILS, handle: getEmailsInBulk },
];
