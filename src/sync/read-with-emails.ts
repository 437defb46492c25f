import type { Reading } from '../domain/account';
import { readAccounts } from '../jira/read-accounts';
import { readHiddenEmails } from '../jira/read-hidden-emails';
import type { SyncContext } from './sync-context';

/**
 * Looks at accounts now, hidden emails included.
 *
 * @throws JiraThrottled
 */
export async function readWithEmails(
  accountIds: readonly string[],
  context: SyncContext,
): Promise<Map<string, Reading>> {
  if (accountIds.length === 0) return new Map();
  return completeEmails(await readAccounts(accountIds, context.points), context);
}

/** Adds hidden emails to readings. An invocation that was refused once does not ask again. */
export async function completeEmails(
  readings: Map<string, Reading>,
  context: SyncContext,
): Promise<Map<string, Reading>> {
  if (context.hiddenEmailsRefused) return readings;
  const emails = await readHiddenEmails(readings, context.state.settings, context.points);
  if (emails.refused) context.hiddenEmailsRefused = true;
  return emails.readings;
}
