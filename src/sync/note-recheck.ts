import type { Recheck } from '../domain/decision';
import { readRecord } from '../store/read-records';
import { commit } from '../store/transaction';
import type { Waiting } from '../store/waiting';

const mostAttempts = 3;

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
    const waiting: Waiting = {
      accountId: recheck.accountId,
      notBefore: stillToCome(before) && before.notBefore < recheck.notBefore ? before.notBefore : recheck.notBefore,
      attempts: before?.attempts ?? 0,
    };
    if (recheck.deletedEvent === true || before?.deletedEvent === true) waiting.deletedEvent = true;
    const write = { kind: 'waiting', key: recheck.accountId, rev: known.rev, record: waiting } as const;
    if ((await commit([write])) === 'committed') return;
  }
}

/** A wait that is over is being seen to; it does not make the next one shorter. */
function stillToCome(waiting: Waiting | undefined): waiting is Waiting {
  return waiting !== undefined && waiting.notBefore > new Date().toISOString();
}
