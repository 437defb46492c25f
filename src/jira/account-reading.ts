import { type Account, type EmailReading, isAccountId, type Reading } from '../domain/account';
import { isStandInName } from '../domain/stand-in-names';
import type { JiraUserAnswer } from './schemas';

/**
 * What a user record of Jira says. Its email is `hidden` when the record does not show one: whether the account has one
 * is another endpoint's to tell.
 */
export function readingOf(user: JiraUserAnswer, retrievedAt: string): Reading {
  if (user.accountType === 'app') return { kind: 'app', retrievedAt };
  if (!isAccountId(user.accountId) || isStandIn(user)) return { kind: 'degraded', retrievedAt };
  const accountType = user.accountType === 'customer' ? 'customer' : 'atlassian';
  if (user.accountType !== accountType) return { kind: 'degraded', retrievedAt };
  const email = user.emailAddress?.trim() ?? '';
  const reading: EmailReading = email === '' ? { kind: 'hidden' } : { kind: 'known', email, source: 'profile' };
  const account: Account = {
    accountId: user.accountId,
    accountType,
    name: user.displayName ?? '',
    email: reading,
    active: user.active ?? false,
  };
  const avatarUrl = avatarOf(user);
  return { kind: 'living', account: avatarUrl === undefined ? account : { ...account, avatarUrl }, retrievedAt };
}

/**
 * Jira stands in for a person it does not have, or cannot give now, with a bare record: no email, and a general name or
 * none. A blank name alone is no such sign while the account is active.
 */
function isStandIn(user: JiraUserAnswer): boolean {
  if ((user.emailAddress ?? '').trim() !== '') return false;
  const name = user.displayName ?? '';
  return name.trim() === '' ? user.active !== true : isStandInName(name);
}

function avatarOf(user: JiraUserAnswer): string | undefined {
  const url = user.avatarUrls?.['48x48'];
  return url?.startsWith('https://') === true ? url : undefined;
}
