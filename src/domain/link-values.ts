import type { Account } from './account';
import { emailLocalPart, isEmail } from './email-key';
import type { Link } from './link';
import { cleanName } from './name';
import type { Settings } from './settings';

/** What a link shows of its account. */
export interface LinkValues {
  accountType: Link['accountType'];
  name: string;
  email?: string;
  emailSource?: 'profile' | 'endpoint';
  active: boolean;
  avatarUrl?: string;
}

/** A blank name falls back to the email's local part, else the account id. */
export function accountName(account: Account): string {
  const name = cleanName(account.name);
  if (name !== '') return name;
  if (account.email.kind === 'known') {
    const local = cleanName(emailLocalPart(account.email.email));
    if (local !== '') return local;
  }
  return account.accountId;
}

/** An account with an email that no mail system would accept counts as one without an email. */
export function withUsableEmail(account: Account): Account {
  if (account.email.kind !== 'known' || isEmail(account.email.email)) return account;
  return { ...account, email: { kind: 'none' } };
}

/**
 * The values of a link after a living reading. An email that is not known now stays as it was, unless the account has
 * none any more or the admin no longer wants hidden emails.
 */
export function linkValues(account: Account, previous: Partial<LinkValues>, settings: Settings): LinkValues {
  const values: LinkValues = { accountType: account.accountType, name: accountName(account), active: account.active };
  if (account.avatarUrl !== undefined) values.avatarUrl = account.avatarUrl;
  const { email } = account;
  if (email.kind === 'known') {
    values.email = email.email.trim();
    values.emailSource = email.source;
  } else if (previous.email !== undefined && staysKnown(email.kind, settings)) {
    values.email = previous.email;
    if (previous.emailSource !== undefined) values.emailSource = previous.emailSource;
  }
  return values;
}

function staysKnown(kind: 'none' | 'hidden' | 'unreadable', settings: Settings): boolean {
  if (kind === 'unreadable') return true;
  return kind === 'hidden' && settings.hiddenEmails === 'use';
}

export function sameLinkValues(link: Link, values: LinkValues): boolean {
  return (
    link.accountType === values.accountType &&
    link.name === values.name &&
    link.email === values.email &&
    link.emailSource === values.emailSource &&
    link.active === values.active &&
    link.avatarUrl === values.avatarUrl
  );
}
