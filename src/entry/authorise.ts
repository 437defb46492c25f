import type { Access, MyRights, Right } from '../contract/access';
import { eachRight, hasRight } from '../crm/access-rules';
import { getAccessOf } from '../crm/get-access';
import { administersJira, readStanding, type Standing } from '../jira/check-permissions';
import { Remembered } from '../jira/remembered';
import type { Caller } from './caller';

/**
 * Whether the caller may use a function.
 *
 * @throws JiraThrottled, JiraUnavailable, JiraRefused when Jira does not say
 * @throws StorageThrottled, StorageUnavailable when storage does not say who has which right
 */
export type Authorise = (caller: Caller) => Promise<boolean>;

/** What a yes to a function that only reads may rest on, for a minute. A no never rests on memory. */
const minute = 60_000;
const standings = new Remembered<Standing>(minute);
const accesses = new Remembered<Access>(minute);
const administrators = new Remembered<true>(minute);
/** Who was found to be no administrator: only good for showing what a person may do. */
const others = new Remembered<true>(minute);

/** A licensed Jira user. */
export const licensed: Authorise = async (caller) =>
  mayBeLicensed(caller) && (standings.get(keyOf(caller))?.licensed === true || (await freshStanding(caller)).licensed);

/** A Jira administrator, for functions that only read. */
export const adminToRead: Authorise = async (caller) =>
  mayBeLicensed(caller) && (administrators.get(keyOf(caller)) === true || (await freshlyAdministers(caller)));

/** A Jira administrator, for functions that change something: Jira is asked each time. */
export const adminToWrite: Authorise = async (caller) => mayBeLicensed(caller) && freshlyAdministers(caller);

/** A licensed user with one of the rights, for functions that only read. */
export function toRead(...rights: Right[]): Authorise {
  return async (caller) => mayBeLicensed(caller) && ((await knownToHave(caller, rights)) || has(caller, rights));
}

/** A licensed user with the right, for functions that change something: Jira and storage are asked each time. */
export function toChange(right: Right): Authorise {
  return async (caller) => mayBeLicensed(caller) && has(caller, [right]);
}

/** Whether a caller who was let in has the right, to show what they may do. Also a no rests on memory, for a minute. */
export async function seemsToHave(caller: Caller, right: Right): Promise<boolean> {
  if (await knownToHave(caller, [right])) return true;
  return others.get(keyOf(caller)) !== true && has(caller, [right]);
}

/** What the caller, who is licensed, may do. Asks as `toChange` does. */
export async function rightsOf(caller: Caller): Promise<MyRights> {
  const standing = await freshStanding(caller);
  if (!standing.licensed) return eachRight(() => false);
  const access = await freshAccess(caller);
  const byGroup = eachRight((right) => hasRight(access.holders, right, standing.groupIds));
  const all = Object.values(byGroup).every(Boolean) || (await freshlyAdministers(caller));
  return all ? eachRight(() => true) : byGroup;
}

/** After a change of access: this process knows it at once. */
export function forgetAccess({ site }: Caller): void {
  accesses.delete(site.id);
}

/** By what is remembered, as far as it goes. */
async function knownToHave(caller: Caller, rights: readonly Right[]): Promise<boolean> {
  const standing = standings.get(keyOf(caller));
  if (standing?.licensed !== true) return false;
  if (administrators.get(keyOf(caller)) === true) return true;
  const access = accesses.get(caller.site.id) ?? (await freshAccess(caller));
  return rights.some((right) => hasRight(access.holders, right, standing.groupIds));
}

async function has(caller: Caller, rights: readonly Right[]): Promise<boolean> {
  const standing = await freshStanding(caller);
  if (!standing.licensed) return false;
  const access = await freshAccess(caller);
  return (
    rights.some((right) => hasRight(access.holders, right, standing.groupIds)) || (await freshlyAdministers(caller))
  );
}

async function freshStanding(caller: Caller): Promise<Standing> {
  const standing = await readStanding();
  if (standing.licensed) remember(standings, keyOf(caller), caller, standing);
  else standings.delete(keyOf(caller));
  return standing;
}

async function freshAccess(caller: Caller): Promise<Access> {
  const access = await getAccessOf(caller.site.id);
  remember(accesses, caller.site.id, caller, access);
  return access;
}

async function freshlyAdministers(caller: Caller): Promise<boolean> {
  const answer = await administersJira();
  remember(answer ? administrators : others, keyOf(caller), caller, true);
  (answer ? others : administrators).delete(keyOf(caller));
  return answer;
}

/** Without a site, nothing can be told apart from another customer's. */
function remember<T>(memory: Remembered<T>, key: string, { site }: Caller, value: T): void {
  if (site.id !== '') memory.set(key, value);
}

function keyOf({ site, accountId }: Caller): string {
  return `${site.id} ${accountId ?? ''}`;
}

/** Somebody is signed in, and not said to be without a licence. (Forge: access to apps for unlicensed users.) */
function mayBeLicensed({ accountId, accountType }: Caller): boolean {
  if (accountId === undefined || accountId === 'unidentified') return false;
  return accountType !== 'customer' && accountType !== 'unlicensed' && accountType !== 'anonymous';
}
