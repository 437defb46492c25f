import { assumeTrustedRoute } from '@forge/api';
import type { EmailReading, Reading } from '../domain/account';
import type { Settings } from '../domain/settings';
import { askJira } from './client';
import { JiraForbidden, JiraNotFound, JiraRefused, JiraUnavailable } from './jira-errors';
import type { PointsMeter } from './points';
import { emailsBulk } from './schemas';

/** How many accounts one call asks about. Jira documents no cap; published apps use up to 90. */
const idsPerRequest = 90;

export interface HiddenEmails {
  readings: Map<string, Reading>;
  /** Jira does not let the app read hidden emails at all: the scope or Atlassian's approval is missing. */
  refused: boolean;
}

/**
 * Completes readings whose email the profile hides, if the settings allow it. An account that Jira leaves out of its
 * answer has no email; where the call fails, the email is unreadable; where the app may not ask, it stays hidden.
 *
 * @throws JiraThrottled
 */
export async function readHiddenEmails(
  readings: ReadonlyMap<string, Reading>,
  settings: Settings,
  points: PointsMeter,
): Promise<HiddenEmails> {
  const completed = new Map(readings);
  if (settings.hiddenEmails === 'skip') return { readings: completed, refused: false };
  const hidden = [...readings].filter(([, reading]) => isWanted(reading, settings)).map(([accountId]) => accountId);
  for (let start = 0; start < hidden.length; start += idsPerRequest) {
    const ids = hidden.slice(start, start + idsPerRequest);
    const answer = await askForEmails(ids, points);
    if (answer === 'refused') return { readings: completed, refused: true };
    for (const id of ids) {
      const reading = completed.get(id);
      if (reading?.kind !== 'living') continue;
      completed.set(id, { ...reading, account: { ...reading.account, email: emailOf(answer, id) } });
    }
  }
  return { readings: completed, refused: false };
}

function isWanted(reading: Reading, settings: Settings): boolean {
  return (
    reading.kind === 'living' &&
    reading.account.email.kind === 'hidden' &&
    settings.accountTypes[reading.account.accountType]
  );
}

function emailOf(answer: Map<string, string> | 'failed', accountId: string): EmailReading {
  if (answer === 'failed') return { kind: 'unreadable' };
  const email = answer.get(accountId);
  return email === undefined ? { kind: 'none' } : { kind: 'known', email, source: 'endpoint' };
}

async function askForEmails(
  accountIds: readonly string[],
  points: PointsMeter,
): Promise<Map<string, string> | 'failed' | 'refused'> {
  const query = new URLSearchParams(accountIds.map((id): [string, string] => ['accountId', id]));
  try {
    const emails = await askJira(
      {
        as: 'app',
        route: assumeTrustedRoute(`/rest/api/3/user/email/bulk?${query}`),
        schema: emailsBulk,
        users: (answer) => answer.length,
      },
      points,
    );
    const known = emails.flatMap(({ accountId, email }) =>
      email === undefined || email === null || email.trim() === '' ? [] : [[accountId, email.trim()] as const],
    );
    return new Map(known);
  } catch (error) {
    if (error instanceof JiraForbidden || error instanceof JiraRefused) return 'refused';
    if (error instanceof JiraUnavailable || error instanceof JiraNotFound) return 'failed';
    throw error;
  }
}
