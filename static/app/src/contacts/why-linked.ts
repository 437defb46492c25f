import type { Contact, JiraUser } from '../contract';

/**
 * Why a contact has the accounts that it has, as far as they tell: sync links an account to the contact that has its email, and
 * what was linked stays so.
 */
export type LinkReason =
  /** The account's email is the contact's. */
  | { why: 'same-email'; user: JiraUser; email: string }
  /** The account has another email now. `locked`: the contact could not take it, as another contact has it. */
  | { why: 'other-email'; user: JiraUser; email: string; locked: boolean }
  /** Jira tells no email. `alone`: nor has the contact one, so it was made for the account. */
  | { why: 'no-email'; user: JiraUser; alone: boolean };

/** For each account, the one that the contact follows first. */
export function whyLinked({ jiraUser, otherJiraUsers = [], email, locked = false }: Contact): LinkReason[] {
  const users = jiraUser === undefined ? [] : [jiraUser, ...otherJiraUsers];
  return users.map((user): LinkReason => {
    if (user.email === undefined) return { why: 'no-email', user, alone: email === undefined };
    if (email !== undefined && comparable(user.email) === comparable(email)) {
      return { why: 'same-email', user, email: user.email };
    }
    return { why: 'other-email', user, email: user.email, locked: locked && user === jiraUser };
  });
}

/** As the app compares emails: trimmed, NFC, lower case. */
function comparable(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
