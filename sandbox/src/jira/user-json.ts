import { CORRUPTED_ID, CORRUPTED_NAME, DELETED_NAME, UNAVAILABLE_NAME } from './choices';
import type { User } from './directory/user';
import type { DegradedForm } from './misbehave';

export interface UserJsonSettings {
  siteUrl: string;
  cloudId: string;
  /** Where the pictures of people are. */
  avatarBase: string;
}

type Expansion = 'groups' | 'applicationRoles';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 63))
    .join('')
    .toUpperCase();

function avatarUrls({ avatarBase }: UserJsonSettings, file: string): Record<string, string> {
  const url = `${avatarBase}/${file}`;
  return { '48x48': `${url}?size=48`, '24x24': `${url}?size=24`, '16x16': `${url}?size=16`, '32x32': `${url}?size=32` };
}

const selfUrl = (settings: UserJsonSettings, accountId: string): string =>
  `https://api.atlassian.com/ex/jira/${settings.cloudId}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;

/** The three degraded records that the REST v3 documentation of User describes: everything but the id is a default. */
export function degradedJson(settings: UserJsonSettings, user: User, form: DegradedForm): Record<string, unknown> {
  const accountId = form === 'corrupted' ? CORRUPTED_ID : user.accountId;
  const displayName = { deleted: DELETED_NAME, corrupted: CORRUPTED_NAME, unavailable: UNAVAILABLE_NAME }[form];
  return {
    self: selfUrl(settings, accountId),
    accountId,
    accountType: form === 'deleted' ? user.accountType : 'unknown',
    avatarUrls: avatarUrls(settings, 'default-avatar.png'),
    displayName,
    active: false,
    timeZone: '',
  };
}

/** The record of a living account as apps see it: the email follows profile visibility. */
export function userJson(
  settings: UserJsonSettings,
  user: User,
  expand: readonly Expansion[] = [],
): Record<string, unknown> {
  const json: Record<string, unknown> = {
    self: selfUrl(settings, user.accountId),
    accountId: user.accountId,
    accountType: user.accountType,
  };
  if (user.appType !== undefined) json.appType = user.appType;
  if (user.email !== undefined && !user.emailHidden) json.emailAddress = user.email;
  else if (user.email !== undefined && user.emailNullWhenHidden) json.emailAddress = null;
  json.avatarUrls = avatarUrls(settings, `initials/${encodeURIComponent(initials(user.displayName))}.png`);
  json.displayName = user.displayName;
  json.active = user.active;
  json.timeZone = user.timeZone;
  json.locale = user.locale;
  json.groups = expand.includes('groups') ? groupsJson(user) : { size: user.groups.length, items: [] };
  const roles = applicationRoles(user);
  json.applicationRoles = { size: roles.length, items: expand.includes('applicationRoles') ? roles : [] };
  return json;
}

/** The user of `avi:jira:created:user` and `updated:user`. Source: Forge, Jira events, type UserDetails. */
export function userDetails(settings: UserJsonSettings, user: User): Record<string, unknown> {
  return userJson(settings, user, ['groups', 'applicationRoles']);
}

/** The user of `avi:jira:deleted:user` and the people of an issue. Source: Forge, Jira events, type User. */
export function userSummary(settings: UserJsonSettings, user: User): Record<string, unknown> {
  if (user.deleted) return degradedJson(settings, user, 'deleted');
  const { locale, groups, applicationRoles: roles, ...rest } = userJson(settings, user);
  return rest;
}

function groupsJson(user: User): { size: number; items: { name: string; groupId: string }[] } {
  return { size: user.groups.length, items: user.groups.map((name) => ({ name, groupId: groupId(name) })) };
}

/** A group's id: stable, and shaped like the UUIDs that Jira gives. */
export function groupId(name: string): string {
  let hash = 0x811c9dc5;
  let hex = '';
  for (let round = 0; round < 4; round++) {
    for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    hex += hash.toString(16).padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

function applicationRoles(user: User): { key: string; name: string }[] {
  const roles: { key: string; name: string }[] = [];
  if (user.groups.some((name) => name.startsWith('jira-users'))) roles.push({ key: 'jira-software', name: 'Jira' });
  if (user.groups.some((name) => name.startsWith('jira-servicemanagement-users'))) {
    roles.push({ key: 'jira-servicedesk', name: 'Jira Service Management' });
  }
  return roles;
}
