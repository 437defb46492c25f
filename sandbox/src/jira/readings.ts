import { CORRUPTED_ID } from './choices';
import type { User } from './directory/user';
import type { Site } from './endpoint';
import type { DegradedForm } from './misbehave';
import { degradedJson, userJson } from './user-json';

type Json = Record<string, unknown>;
type Expansion = 'groups' | 'applicationRoles';

/** The form in which this record shows itself now; undefined: as it is. */
export function degradedForm(site: Site, user: User): DegradedForm | undefined {
  if (user.deleted) return 'deleted';
  const told = site.misbehave.degraded(user.accountId);
  if (told === false) return undefined;
  return told === true ? 'unavailable' : told;
}

/** A record in a list, or as a part of an issue. */
export function readListed(site: Site, user: User, expand: readonly Expansion[] = []): Json {
  const form = degradedForm(site, user);
  return form === undefined ? userJson(site.options, user, expand) : degradedJson(site.options, user, form);
}

/** A record asked for by its id; undefined: there is none to be had. */
export function readById(site: Site, accountId: string, expand: readonly Expansion[] = []): Json | undefined {
  const user = site.users.find(accountId);
  if (user === undefined || accountId === CORRUPTED_ID || site.misbehave.missing(accountId)) return undefined;
  if (user.deleted && site.options.deletedRead === 'not-found') return undefined;
  return readListed(site, user, expand);
}
