import type { Outcome } from '../domain/decision';
import { Knowledge } from '../domain/knowledge';
import { commit } from '../store/transaction';
import { deliberate, learn, type Subject } from './deliberate';
import { noteRecheck } from './note-recheck';
import { readWithEmails } from './read-with-emails';
import type { SyncContext } from './sync-context';

const mostAttempts = 5;

/** How long an account that lost every race is left alone (milliseconds). */
const restAfterLostRaces = 60_000;

/**
 * Brings one account and its contact into agreement. Our records are read first, Jira second; when a write loses a race
 * both are read again, five times, then the account is left to a later look. `alreadyRead`: its records, read just now.
 *
 * @throws JiraThrottled, StorageThrottled, StorageUnavailable
 */
export async function convergeAccount(
  subject: Subject,
  context: SyncContext,
  alreadyRead?: Knowledge,
): Promise<Outcome> {
  const { accountId } = subject;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const knowledge = (attempt === 0 ? alreadyRead : undefined) ?? (await readRecordsOf(accountId, context));
    const given = attempt === 0 ? subject.reading : undefined;
    const reading = given ?? (await readWithEmails([accountId], context)).get(accountId);
    if (reading === undefined) throw new Error(`No reading of ${accountId}.`);
    knowledge.learnReading(accountId, reading);
    const decision = (await deliberate([{ ...subject, reading }], knowledge, context)).get(accountId);
    if (decision === undefined) throw new Error(`No decision about ${accountId}.`);
    if ((await commit(decision.changes, decision.checks)) === 'conflict') continue;
    for (const woken of decision.wake) context.wake.add(woken);
    if (decision.recheck !== undefined) await noteRecheck(decision.recheck);
    return decision.outcome;
  }
  await noteRecheck({
    accountId,
    notBefore: new Date(Date.now() + restAfterLostRaces).toISOString(),
    ...(subject.deletedEvent === true ? { deletedEvent: true } : {}),
  });
  return 'failed';
}

async function readRecordsOf(accountId: string, context: SyncContext): Promise<Knowledge> {
  const knowledge = new Knowledge();
  await learn(
    [
      { kind: 'user', key: accountId },
      { kind: 'skip', key: accountId },
    ],
    knowledge,
    context,
  );
  return knowledge;
}
