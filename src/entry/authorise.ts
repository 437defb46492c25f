import { administersJira, usesJiraWithLicence } from '../jira/check-permissions';
import { Remembered } from '../jira/remembered';
import type { Caller } from './caller';

/**
 * Whether the caller may use a function.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused when Jira does not say
 */
export type Authorise = (caller: Caller) => Promise<boolean>;

/** Only a yes is remembered, for a minute. */
const minute = 60_000;
const licensedUsers = new Remembered<true>(minute);
const administrators = new Remembered<true>(minute);

/** A licensed Jira user. */
export const licensed: Authorise = (caller) => allowed(caller, licensedUsers, usesJiraWithLicence, true);

/** A Jira administrator, for functions that only read. */
export const adminToRead: Authorise = (caller) => allowed(caller, administrators, administersJira, true);

/** A Jira administrator, for functions that change something: Jira is asked each time. */
export const adminToWrite: Authorise = (caller) => allowed(caller, administrators, administersJira, false);

async function allowed(
  caller: Caller,
  known: Remembered<true>,
  askJira: () => Promise<boolean>,
  mayRemember: boolean,
): Promise<boolean> {
  if (caller.accountId === undefined || caller.accountId === 'unidentified' || hasNoLicence(caller)) return false;
  const key = caller.site.id === '' ? undefined : `${caller.site.id} ${caller.accountId}`;
  if (mayRemember && key !== undefined && known.get(key) === true) return true;
  const answer = await askJira();
  if (key !== undefined) {
    if (answer) known.set(key, true);
    else known.delete(key);
  }
  return answer;
}

/** Forge: access to apps for unlicensed users. */
function hasNoLicence({ accountType }: Caller): boolean {
  return accountType === 'customer' || accountType === 'unlicensed' || accountType === 'anonymous';
}
