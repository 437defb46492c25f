import type { Recheck } from '../domain/decision';
import { readRecord } from '../store/read-records';
import { StorageUnavailable } from '../store/storage-errors';
import { commit } from '../store/transaction';
import type { Waiting } from '../store/waiting';

const mostAttempts = 8;

/** An account that still gives no answer is asked less and less often (milliseconds). */
const firstDelay = 5 * 60_000;
const longestDelay = 6 * 3_600_000;

/**
 * Has an account looked at again, not before the given time. Of several wishes the earlier time wins, and a deleted event
 * is not forgotten.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function noteRecheck(recheck: Recheck): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const known = await readRecord('waiting', recheck.accountId);
    const before = known.record;
    const waiting = stillToCome(before) ? sooner(before, recheck) : next(before, recheck);
    if (recheck.deletedEvent === true || before?.deletedEvent === true) waiting.deletedEvent = true;
    const write = { kind: 'waiting', key: recheck.accountId, rev: known.rev, record: waiting } as const;
    if ((await commit([write])) === 'committed') return;
  }
  throw new StorageUnavailable('It could not be noted that an account waits: others kept changing its record.');
}

function sooner(before: Waiting, recheck: Recheck): Waiting {
  return before.notBefore < recheck.notBefore ? before : { ...before, notBefore: recheck.notBefore };
}

/** The wait before was in vain: the next one is longer. */
function next(before: Waiting | undefined, recheck: Recheck): Waiting {
  const { accountId } = recheck;
  if (before === undefined) return { accountId, notBefore: recheck.notBefore, attempts: 0 };
  const attempts = before.attempts + 1;
  const delayed = new Date(Date.now() + Math.min(firstDelay * 2 ** attempts, longestDelay)).toISOString();
  const [notBefore = delayed] = [delayed, recheck.notBefore].sort().reverse();
  return { accountId, notBefore, attempts };
}

/** A wait that is over is being seen to; it does not make the next one shorter. */
function stillToCome(waiting: Waiting | undefined): waiting is Waiting {
  return waiting !== undefined && waiting.notBefore > new Date().toISOString();
}
