import { randomUUID } from 'node:crypto';
import type { Reading } from '../domain/account';
import { decide } from '../domain/decide';
import type { Decided, Situation } from '../domain/decision';
import type { Knowledge, Need } from '../domain/knowledge';
import { type RecordRef, readRecords } from '../store/read-records';
import { sha256 } from '../store/records';
import { readWithEmails } from './read-with-emails';
import type { SyncContext } from './sync-context';

/** An account to converge. Without a reading, it is looked at now. */
export interface Subject {
  accountId: string;
  reading?: Reading;
  deletedEvent?: boolean;
}

/** More rounds of questions than any decision can need. */
const mostRounds = 12;

/**
 * Decides about many accounts on common knowledge. What the decisions ask for is read in bulk, round after round.
 *
 * @throws JiraThrottled, StorageThrottled, StorageUnavailable
 */
export async function deliberate(
  subjects: readonly (Subject & { reading: Reading })[],
  knowledge: Knowledge,
  context: SyncContext,
): Promise<Map<string, Decided>> {
  const decided = new Map<string, Decided>();
  let open = subjects.map((subject) => situationOf(subject, context));
  for (let round = 0; open.length > 0; round++) {
    if (round === mostRounds) throw new Error('A decision asks for more and more.');
    const needs: Need[] = [];
    const undecided: Situation[] = [];
    for (const situation of open) {
      const decision = decide(situation, knowledge);
      if (decision.kind === 'decided') decided.set(situation.accountId, decision);
      else {
        needs.push(...decision.needs);
        undecided.push(situation);
      }
    }
    await learn(needs, knowledge, context);
    open = undecided;
  }
  return decided;
}

/** Reads what is needed, our records first, Jira second. */
export async function learn(needs: readonly Need[], knowledge: Knowledge, context: SyncContext): Promise<void> {
  const refs = needs.filter((need) => need.kind !== 'reading') as RecordRef[];
  if (refs.length > 0) {
    const read = await readRecords(refs);
    for (const ref of refs) {
      if (ref.kind === 'contact') knowledge.learn('contact', ref.key, read.get('contact', ref.key));
      else if (ref.kind === 'claim') knowledge.learn('claim', ref.key, read.get('claim', ref.key));
      else if (ref.kind === 'user') knowledge.learn('user', ref.key, read.get('user', ref.key));
      else if (ref.kind === 'skip') knowledge.learn('skip', ref.key, read.get('skip', ref.key));
      else if (ref.kind === 'companyDomain') {
        knowledge.learn('companyDomain', ref.key, read.get('companyDomain', ref.key));
      }
    }
  }
  const accountIds = [...new Set(needs.filter((need) => need.kind === 'reading').map((need) => need.key))];
  for (const [id, reading] of await readWithEmails(accountIds, context)) knowledge.learnReading(id, reading);
}

function situationOf(subject: Subject & { reading: Reading }, context: SyncContext): Situation {
  return {
    accountId: subject.accountId,
    reading: subject.reading,
    deletedEvent: subject.deletedEvent === true,
    now: new Date().toISOString(),
    epoch: context.state.epoch,
    settings: context.state.settings,
    newContactId: randomUUID(),
    hash: sha256,
    ...(context.runId === undefined ? {} : { runId: context.runId }),
    ...(context.state.enabled ? {} : { off: true }),
    ...(context.state.enabled && !context.state.initialRunDone ? { initialRun: true } : {}),
    ...(context.askedFor === undefined ? {} : { askedFor: context.askedFor }),
  };
}
