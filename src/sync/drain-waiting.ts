import { JiraThrottled } from '../jira/jira-errors';
import { eachOf } from '../store/each-of';
import { findDueAccounts } from '../store/find-user-records';
import { readRecords } from '../store/read-records';
import { readState } from '../store/read-state';
import { commit } from '../store/transaction';
import { convergeAccounts } from './converge-accounts';
import { PointsBudget, spread } from './points-budget';
import { queueWoken } from './queue-woken';
import { newContext } from './sync-context';

const removalsAtOnce = 6;

/** What a waiting account may cost: its record, its email, and perhaps those of another account. */
const pointsPerAccount = 10;

/**
 * Converges the accounts whose wait is over, as long as there are points and time. An account stops waiting once it was
 * converged, unless it was told to wait again meanwhile.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function drainWaiting(timeLeft: () => number): Promise<void> {
  while (timeLeft() > 60_000) {
    const due = await findDueAccounts(new Date().toISOString());
    const { current } = await readState();
    if (!current.enabled || due.length === 0) return;
    const keys = due.map(({ accountId }) => ({ kind: 'waiting' as const, key: accountId }));
    const read = await readRecords(keys);
    const now = new Date().toISOString();
    const waiting = keys.flatMap(({ key }) => {
      const { record, rev } = read.get('waiting', key);
      return record !== undefined && record.notBefore <= now ? [{ record, rev }] : [];
    });
    if (waiting.length === 0) return;
    const context = newContext(current);
    const budget = await PointsBudget.load();
    if (budget.available(context.points, Date.now()) < waiting.length * pointsPerAccount) return;
    try {
      await convergeAccounts(
        waiting.map(({ record }) => ({
          accountId: record.accountId,
          ...(record.deletedEvent === true ? { deletedEvent: true } : {}),
        })),
        context,
      );
    } catch (error) {
      if (!(error instanceof JiraThrottled)) throw error;
      await PointsBudget.record(context.points, error.scope === 'quota' ? spread(error.retryAt) : undefined);
      return;
    }
    await eachOf(waiting, removalsAtOnce, async ({ record, rev }) => {
      await commit([{ kind: 'waiting', key: record.accountId, rev, record: undefined }]);
    });
    await PointsBudget.record(context.points);
    await queueWoken(context);
  }
}
