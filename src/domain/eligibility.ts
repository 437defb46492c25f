import type { Account } from './account';
import { emailDomain, emailKey } from './email-key';
import type { Settings } from './settings';
import type { SkipReason } from './skip';

/** What ends an existing link, too: a type or a domain that the admin excludes. Undefined: nothing does. */
export function exclusion(account: Account, settings: Settings): 'excluded-type' | 'excluded-domain' | undefined {
  if (!settings.accountTypes[account.accountType]) return 'excluded-type';
  if (account.email.kind !== 'known') return undefined;
  const domain = emailDomain(emailKey(account.email.email));
  return settings.excludedDomains.some((excluded) => excluded.trim().toLowerCase() === domain)
    ? 'excluded-domain'
    : undefined;
}

/** Why an account without a link gets none, whoever owns its email. Undefined: it is eligible. */
export function ineligibility(account: Account, settings: Settings, gone: boolean): SkipReason | undefined {
  const excluded = exclusion(account, settings);
  if (excluded !== undefined) return excluded;
  if (!account.active && (gone || !settings.includeInactive)) return 'inactive';
  if (account.email.kind === 'hidden') return 'hidden-email';
  if (account.email.kind === 'none' && settings.usersWithoutEmail === 'skip') return 'no-email';
  return undefined;
}
