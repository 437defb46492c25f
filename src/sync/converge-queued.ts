import { JiraThrottled } from '../jira/jira-errors';
import { PointsBudget, pointsPerAccount } from '../store/points-budget';
import { readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import { convergeAccounts } from './converge-accounts';
import { noteRecheck } from './note-recheck';
import { queueWoken } from './queue-woken';
import { newContext } from './sync-context';

/**
 * Converges accounts that were queued by hints and released emails. While Jira asks to wait, or the points of the hour
 * are spent, they wait too.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function convergeQueued(queued: readonly string[]): Promise<void> {
  const accountIds = [...new Set(queued)];
  const read = await readRecords([
    { kind: 'state', key: singleKeys.state },
    { kind: 'points', key: singleKeys.points },
  ]);
  const { current } = withDefault(read.get('state', singleKeys.state));
  if (!current.enabled || accountIds.length === 0) return;
  const budget = new PointsBudget(read.get('points', singleKeys.points).record);
  const context = newContext(current);
  budget.brief(context.points);
  if (budget.available(context.points, Date.now()) < accountIds.length * pointsPerAccount) {
    return allWait(accountIds, budget.resumesAt(Date.now()));
  }
  let throttle: JiraThrottled | undefined;
  let after = budget;
  try {
    const subjects = accountIds.map((accountId) => ({ accountId }));
    await convergeAccounts(subjects, context);
  } catch (error) {
    if (!(error instanceof JiraThrottled)) throw error;
    throttle = error;
  } finally {
    after = await PointsBudget.record(context.points);
    await queueWoken(context);
  }
  if (throttle !== undefined) await allWait(accountIds, after.retryTime(throttle, Date.now()));
}

async function allWait(accountIds: readonly string[], notBefore: string): Promise<void> {
  for (const accountId of accountIds) await noteRecheck({ accountId, notBefore });
}
