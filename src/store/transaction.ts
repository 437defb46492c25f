import { randomUUID } from 'node:crypto';
import { kvs } from '@forge/kvs';
import { type AbsenceRule, type Conditioned, createShells, unchanged } from './absence';
import { absenceRule, probeAbsence } from './absence-rule';
import { attempts, waitBeforeAttempt } from './attempt';
import { forgetSeen } from './last-seen';
import { type RecordRef, readEnvelopes, storageKeyOf } from './read-records';
import { encode, nextRev, type RecordKind, type Records, registry } from './records';
import { StorageThrottled, StorageUnavailable, storageFault } from './storage-errors';

/** Forge: limits-kvs-ce. */
export const mostOperations = 25;

/** One write, on the condition that the record still has the revision that was read. `record` undefined: remove it. */
export type Write = {
  [K in RecordKind]: { kind: K; key: string; rev: number; record: Records[K] | undefined };
}[RecordKind];

/** A condition without a write. */
export interface Condition {
  kind: RecordKind;
  key: string;
  rev: number;
}

/**
 * Writes all of it or nothing, on the condition that everything still is as it was read.
 *
 * Whether an error left the writes behind is found out by reading back the id that every write carries, so a lost
 * answer is no conflict.
 *
 * @returns `conflict` when a condition failed: read again, decide again
 * @throws StorageThrottled when storage asked to wait, and nothing was written
 * @throws StorageUnavailable when it is not known whether anything was written
 */
export async function commit(
  writes: readonly Write[],
  conditions: readonly Condition[] = [],
): Promise<'committed' | 'conflict'> {
  if (writes.length === 0) return 'committed';
  const changesSeen = writes.some(({ kind }) => kind === 'state' || kind === 'company');
  if (!changesSeen) return commitWrites(writes, conditions);
  forgetSeen();
  try {
    return await commitWrites(writes, conditions);
  } finally {
    forgetSeen();
  }
}

async function commitWrites(
  writes: readonly Write[],
  conditions: readonly Condition[],
): Promise<'committed' | 'conflict'> {
  const decision = randomUUID();
  let inDoubt = false;
  for (let attempt = 0; ; attempt++) {
    const rule = absenceRule();
    try {
      await execute(writes, conditions, decision, rule);
      return 'committed';
    } catch (error) {
      const fault = storageFault(error);
      if (fault !== 'throttled') {
        const found = await look(writes, conditions, decision);
        if (found === 'ours') return 'committed';
        if (found === 'changed') return 'conflict';
        if (found === 'unreadable' || fault === 'unknown') inDoubt = true;
        if (found === 'as-read' && fault === 'refused' && !(await refusalIsAboutAbsence(rule))) return 'conflict';
        if (found === 'as-read') inDoubt = false;
      }
      if (attempt + 1 >= attempts) throw givenUp(error, inDoubt, fault);
      if (fault !== 'refused') await waitBeforeAttempt(fault, attempt);
    }
  }
}

function givenUp(error: unknown, inDoubt: boolean, fault: 'throttled' | 'refused' | 'unknown'): Error {
  if (fault === 'throttled' && !inDoubt) {
    return new StorageThrottled('Storage is asked too much at the moment.', { cause: error });
  }
  return new StorageUnavailable('It is not known whether storage saved the change.', { cause: error });
}

/** Everything is as it was read, and still the transaction was refused: perhaps absent keys cannot be demanded this way. */
async function refusalIsAboutAbsence(rule: AbsenceRule): Promise<boolean> {
  return rule === 'not-exists' && (await probeAbsence()) === 'shells';
}

async function execute(
  writes: readonly Write[],
  conditions: readonly Condition[],
  decision: string,
  rule: AbsenceRule,
): Promise<void> {
  if (rule === 'shells') {
    const absentKeys = [...writes, ...conditions].filter((item) => item.rev === 0);
    await createShells(
      absentKeys.map((item) => ({ entity: registry[item.kind].entity, key: storageKeyOf(item) })),
      decision,
    );
  }
  const transaction = kvs.transact();
  for (const write of writes) {
    const key = storageKeyOf(write);
    const entity = { entityName: registry[write.kind].entity, conditions: unchanged(write.rev, rule) };
    if (write.record === undefined) transaction.delete<Conditioned>(key, entity);
    else
      transaction.set<Conditioned>(
        key,
        encode(write.kind, write.record, nextRev(write.kind, write.rev), decision),
        entity,
      );
  }
  for (const condition of conditions) {
    transaction.check<Conditioned>(storageKeyOf(condition), {
      entityName: registry[condition.kind].entity,
      conditions: unchanged(condition.rev, rule),
    });
  }
  await transaction.execute();
}

type Found = 'ours' | 'changed' | 'as-read' | 'unreadable';

/** Reads back what a transaction may have left behind. */
async function look(writes: readonly Write[], conditions: readonly Condition[], decision: string): Promise<Found> {
  const refs = [...writes, ...conditions].map((item) => ({ kind: item.kind, key: item.key }) as RecordRef);
  try {
    const envelopes = await readEnvelopes(refs);
    if (envelopes.some((envelope) => envelope.rev > 0 && envelope.decision === decision)) return 'ours';
    const onlyRemovals = writes.every((write) => write.record === undefined);
    if (onlyRemovals && envelopes.slice(0, writes.length).every((envelope) => envelope.rev === 0)) return 'ours';
    const asRead = envelopes.every((envelope, index) => envelope.rev === revAt(writes, conditions, index));
    return asRead ? 'as-read' : 'changed';
  } catch (error) {
    if (error instanceof StorageThrottled || error instanceof StorageUnavailable) return 'unreadable';
    throw error;
  }
}

function revAt(writes: readonly Write[], conditions: readonly Condition[], index: number): number | undefined {
  return index < writes.length ? writes[index]?.rev : conditions[index - writes.length]?.rev;
}
