import { decideErasure } from '../domain/erase';
import { Knowledge } from '../domain/knowledge';
import { readRecord } from '../store/read-records';
import { sha256 } from '../store/records';
import { StorageUnavailable } from '../store/storage-errors';
import { commit, type Write } from '../store/transaction';
import { learn } from './deliberate';
import type { SyncContext } from './sync-context';

const mostAttempts = 8;

/**
 * Erases what is stored of a closed account, linked or not, and leaves a tombstone, so that no later run brings the
 * person back.
 *
 * @param contactIds contacts that name the account among their accounts or origins
 * @throws StorageThrottled, StorageUnavailable: the account is reported again next time
 */
export async function eraseAccount(
  accountId: string,
  contactIds: readonly string[],
  context: SyncContext,
): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const knowledge = new Knowledge();
    const waiting = await readRecord('waiting', accountId);
    let decision = decideErasure(
      { accountId, contactIds, epoch: context.state.epoch, now: new Date().toISOString(), hash: sha256 },
      knowledge,
    );
    while (decision.kind === 'need') {
      await learn(decision.needs, knowledge, context);
      decision = decideErasure(
        { accountId, contactIds, epoch: context.state.epoch, now: new Date().toISOString(), hash: sha256 },
        knowledge,
      );
    }
    const writes: Write[] = [...decision.changes];
    if (waiting.rev > 0) writes.push({ kind: 'waiting', key: accountId, rev: waiting.rev, record: undefined });
    if ((await commit(writes)) === 'conflict') continue;
    for (const woken of decision.wake) context.wake.add(woken);
    return;
  }
  throw new StorageUnavailable(`An account could not be erased: others kept changing its records.`);
}
