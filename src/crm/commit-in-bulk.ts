import type { BulkOutcome } from '../contract/company-changes';
import { type Failure, failure, type Result } from '../contract/result';
import { JiraFault, JiraThrottled } from '../jira/jira-errors';
import { eachOf } from '../store/each-of';
import { StorageThrottled, StorageUnavailable } from '../store/storage-errors';
import { commit, mostOperations } from '../store/transaction';
import { wakeAccounts } from '../store/wake-accounts';
import type { Decided, Planned } from './commit-decision';

/** What was decided about one of several records; its value are the accounts to wake. */
export interface BulkPart {
  id: string;
  decided: Decided<string[]>;
}

type PlannedPart = BulkPart & { decided: Planned<string[]> };

/** A resolver function has 25 seconds, of which this leaves some to what was begun (milliseconds). (Forge: limits.) */
const timeForNewWork = 15_000;

const transactionsAtOnce = 4;

/**
 * Writes what was decided about several records, as many in a transaction as fit. Where a transaction fails on a record that
 * somebody changed meanwhile, its records are seen to one by one. One record's failure does not stop the others.
 *
 * @param alone does the same for one record, from reading it on
 */
export async function commitInBulk(
  parts: readonly BulkPart[],
  alone: (id: string) => Promise<Result<unknown>>,
): Promise<BulkOutcome> {
  const began = Date.now();
  const failures = new Map<string, Failure>();
  const planned: PlannedPart[] = [];
  for (const { id, decided } of parts) {
    if ('error' in decided) failures.set(id, decided.error);
    else planned.push({ id, decided });
  }
  const oneByOne = async (bin: readonly PlannedPart[]) => {
    for (const { id } of bin) {
      const answer = Date.now() - began < timeForNewWork ? await attempt(() => alone(id)) : noTimeLeft;
      if (!answer.ok) failures.set(id, answer.error);
    }
  };
  await eachOf(packed(planned), transactionsAtOnce, async (bin) => {
    if (bin.length === 1 || Date.now() - began >= timeForNewWork) return oneByOne(bin);
    const answer = await attempt(() => together(bin));
    if (!answer.ok) for (const { id } of bin) failures.set(id, answer.error);
    else if (answer.value === 'conflict') await oneByOne(bin);
  });
  return {
    changed: parts.length - failures.size,
    failed: [...failures].map(([id, { code, message }]) => ({ id, code: perRecord(code), message })),
  };
}

/** Bins of parts that fit into one transaction each and share no record. */
function packed(parts: readonly PlannedPart[]): PlannedPart[][] {
  const bins: PlannedPart[][] = [];
  let keys = new Set<string>();
  for (const part of parts) {
    const { writes, conditions = [] } = part.decided;
    const own = [...writes, ...conditions].map(({ kind, key }) => `${kind} ${key}`);
    if (own.length === 0) continue;
    const fits = keys.size + own.length <= mostOperations && !own.some((key) => keys.has(key));
    if (!fits || bins.length === 0) {
      bins.push([]);
      keys = new Set();
    }
    bins.at(-1)?.push(part);
    for (const key of own) keys.add(key);
  }
  return bins;
}

async function together(bin: readonly PlannedPart[]): Promise<Result<'committed' | 'conflict'>> {
  const writes = bin.flatMap(({ decided }) => decided.writes);
  const conditions = bin.flatMap(({ decided }) => decided.conditions ?? []);
  const value = await commit(writes, conditions);
  if (value === 'committed') await wakeAccounts(bin.flatMap(({ decided }) => decided.value));
  return { ok: true, value };
}

const noTimeLeft = failure('rate-limited', 'There was no time left for this one. Try again.');

async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageThrottled) {
      return failure('rate-limited', 'Storage is asked too much at the moment. Try again.');
    }
    if (error instanceof StorageUnavailable) {
      return failure('unavailable', 'Storage did not answer. It may or may not have been saved; look again.');
    }
    if (error instanceof JiraThrottled) {
      return failure('rate-limited', 'Jira is asked too much at the moment. Try again.');
    }
    if (error instanceof JiraFault) return failure('unavailable', 'Jira did not answer. Try again.');
    throw error;
  }
}

/** One record out of several is neither forbidden nor malformed: what could be wrong with the payload was looked at before. */
function perRecord(code: Failure['code']): BulkOutcome['failed'][number]['code'] {
  return code === 'forbidden' || code === 'invalid' ? 'conflict' : code;
}
