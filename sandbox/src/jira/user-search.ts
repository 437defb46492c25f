import type { User } from './directory/user';

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** The first `limit` active accounts with a word of their name, or their visible email, that begins like the query. */
export function findUsers(
  users: readonly User[],
  wanted: { query: string; accountId: string | undefined },
  limit: number,
): User[] {
  const needle = fold(wanted.query);
  const matches: User[] = [];
  for (const user of users) {
    if (matches.length >= limit) break;
    if (!user.active || user.deleted) continue;
    if (wanted.accountId !== undefined && user.accountId !== wanted.accountId) continue;
    if (needle === '' || nameMatches(user, needle) || emailMatches(user, needle)) matches.push(user);
  }
  return matches;
}

/** Whether the name or the email contains the text, whatever the account's state: what the site's own user list offers. */
export function containsText(user: User, text: string): boolean {
  const needle = fold(text.trim());
  if (needle === '') return true;
  return [user.displayName, user.email ?? '', user.accountId].some((value) => fold(value).includes(needle));
}

function nameMatches(user: User, needle: string): boolean {
  const name = fold(user.displayName);
  return name.startsWith(needle) || name.includes(` ${needle}`);
}

const emailMatches = (user: User, needle: string): boolean =>
  user.email !== undefined && !user.emailHidden && fold(user.email).startsWith(needle);
