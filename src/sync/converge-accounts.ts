import type { Reading } from '../domain/account';
import type { Decided, Outcome } from '../domain/decision';
import { Knowledge } from '../domain/knowledge';
import { accountsOf } from '../domain/move-key';
import { eachOf } from '../store/each-of';
import { commit } from '../store/transaction';
import { convergeAccount } from './converge-account';
import { deliberate, learn, type Subject } from './deliberate';
import { noteRecheck } from './note-recheck';
import { packDecisions } from './pack-decisions';
import { readWithEmails } from './read-with-emails';
import type { SyncContext } from './sync-context';

const transactionsAtOnce = 6;
const accountsAtOnce = 4;

/**
 * Brings many accounts and their contacts into agreement, with bulk reads and several decisions a transaction. What
 * loses a race or touches what another decision touches is converged one by one. `others`: readings of further accounts,
 * made just now.
 *
 * @throws JiraThrottled, StorageThrottled, StorageUnavailable
 */
export async function convergeAccounts(
  subjects: readonly Subject[],
  context: SyncContext,
  others: ReadonlyMap<string, Reading> = new Map(),
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const [only] = subjects;
  if (subjects.length === 1 && only !== undefined && only.reading === undefined) {
    return outcomes.set(only.accountId, await convergeAccount(only, context));
  }
  const knowledge = new Knowledge();
  await learn(
    subjects.map((subject) => ({ kind: 'user', key: subject.accountId })),
    knowledge,
    context,
  );
  const looked = await lookAtAll(subjects, context);
  for (const [accountId, reading] of others) knowledge.learnReading(accountId, reading);
  for (const { accountId, reading } of looked) knowledge.learnReading(accountId, reading);

  const decisions = await deliberate(looked, knowledge, context);
  const oneByOne = new Set<string>();
  for (const subject of subjects) {
    const cameBack = subject.reading?.kind === 'living' && wasGone(knowledge, subject.accountId);
    if (cameBack) oneByOne.add(subject.accountId);
  }
  const readBefore = new Set([...others.keys(), ...looked.map(({ accountId }) => accountId)]);
  const onItsReading = new Set<string>();
  for (const [accountId, decision] of decisions) {
    if (!oneByOne.has(accountId) && joinsOneOf(readBefore, accountId, decision, knowledge)) onItsReading.add(accountId);
  }
  for (const accountId of onItsReading) oneByOne.add(accountId);
  const common = new Map([...decisions].filter(([accountId]) => !oneByOne.has(accountId)));
  const { bins, later } = packDecisions(common);
  for (const accountId of later) {
    oneByOne.add(accountId);
    onItsReading.add(accountId);
  }
  await eachOf(bins, transactionsAtOnce, async (bin) => {
    const changes = bin.flatMap(({ decision }) => decision.changes);
    const checks = bin.flatMap(({ decision }) => decision.checks);
    if ((await commit(changes, checks)) === 'committed') return;
    for (const { accountId } of bin) oneByOne.add(accountId);
  });
  for (const [accountId, decision] of common) {
    if (!oneByOne.has(accountId)) await settle(accountId, decision, outcomes, context);
  }
  const given = new Map(looked.map((subject) => [subject.accountId, subject]));
  await eachOf([...oneByOne], accountsAtOnce, async (accountId) => {
    const subject = given.get(accountId);
    if (subject === undefined) return;
    const { reading, ...fresh } = subject;
    const again = onItsReading.has(accountId) ? { ...fresh, reading } : fresh;
    outcomes.set(accountId, await convergeAccount(again, context));
  });
  return outcomes;
}

/** A reading that is older than the mark of a gone account says nothing against the mark: the account is read again. */
function wasGone(knowledge: Knowledge, accountId: string): boolean {
  return knowledge.knows('skip', accountId) && knowledge.recall('skip', accountId).record?.gone === true;
}

/**
 * Whether the account becomes a further one of a contact, beside one of those that were read before or together with it. That
 * two accounts have the same email says so only if the other one was read after this one, or an email that was handed on
 * between two requests would make two people one.
 */
function joinsOneOf(
  readBefore: ReadonlySet<string>,
  accountId: string,
  decision: Decided,
  knowledge: Knowledge,
): boolean {
  const change = decision.changes.find(({ kind, key }) => kind === 'user' && key === accountId);
  if (change?.kind !== 'user' || change.record?.kind !== 'link') return false;
  const { contactId } = change.record;
  const user = knowledge.user(accountId).record;
  if (user !== undefined && user.kind !== 'tombstone' && user.contactId === contactId) return false;
  const contact = knowledge.contact(contactId).record;
  return contact !== undefined && accountsOf(contact).some((other) => other !== accountId && readBefore.has(other));
}

async function lookAtAll(
  subjects: readonly Subject[],
  context: SyncContext,
): Promise<(Subject & { reading: Reading })[]> {
  const unread = subjects.filter((subject) => subject.reading === undefined).map((subject) => subject.accountId);
  const readings = await readWithEmails(unread, context);
  return subjects.map((subject) => {
    const reading = subject.reading ?? readings.get(subject.accountId);
    if (reading === undefined) throw new Error(`No reading of ${subject.accountId}.`);
    return { ...subject, reading };
  });
}

async function settle(
  accountId: string,
  decision: Decided,
  outcomes: Map<string, Outcome>,
  context: SyncContext,
): Promise<void> {
  outcomes.set(accountId, decision.outcome);
  for (const woken of decision.wake) context.wake.add(woken);
  if (decision.recheck !== undefined) await noteRecheck(decision.recheck);
}
