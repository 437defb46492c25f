import type { RunCounts } from '../contract/sync';
import { findLinksOfEpoch, findUsersAfter } from '../store/find-user-records';
import { reduceLinks } from './reduce-links';

export interface ClearUpPage {
  ended: boolean;
  afterAccountId?: string;
  counts: RunCounts;
}

/**
 * Reduces the former links on the next page of our links, in the order of account ids.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function clearUpPage(
  after: string | undefined,
  counts: RunCounts,
  epoch: number,
  runId: string,
): Promise<ClearUpPage> {
  const users = await findUsersAfter(after);
  const last = users.at(-1);
  if (last === undefined) return { ended: true, counts };
  const candidates = users.filter((user) => user.kind !== 'tombstone').map((user) => user.accountId);
  const { reduced, failed } = await reduceLinks(candidates, epoch, runId);
  return {
    ended: false,
    afterAccountId: last.accountId,
    counts: {
      ...counts,
      seen: counts.seen + reduced.length + failed.length,
      unlinked: counts.unlinked + reduced.length,
      failed: counts.failed + failed.length,
    },
  };
}

/**
 * Reduces every former link of the epochs from `oldest` to the one before `epoch`.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function clearUpEpochs(oldest: number, epoch: number, runId: string): Promise<void> {
  for (let former = oldest; former < epoch; former++) {
    let after: string | undefined;
    for (;;) {
      const links = await findLinksOfEpoch(former, after);
      after = links.at(-1)?.accountId;
      if (after === undefined) break;
      await reduceLinks(
        links.map((link) => link.accountId),
        epoch,
        runId,
      );
    }
  }
}
