import { JiraThrottled } from '../jira/jira-errors';
import { eachOf } from '../store/each-of';
import { findDueAccounts } from '../store/find-user-records';
import { PointsBudget, pointsPerAccount } from '../store/points-budget';
import { readRecords } from '../store/read-records';
import { readState } from '../store/read-state';
import { commit } from '../store/transaction';
import type { Waiting } from '../store/waiting';
import { convergeAccounts } from './converge-accounts';
import { queueWoken } from './queue-woken';
import { newContext, type SyncContext } from './sync-context';

const removalsAtOnce = 6;

/** No further accounts are taken when less than this is left of the invocation (milliseconds). */
const reserve = 60_000;

interface Due {
  record: Waiting;
  rev: number;
}

/**
 * Converges the accounts whose wait is over, as long as there are points and time. An account stops waiting once it was
 * converged, unless it was told to wait again meanwhile. While sync is off only those wait who
 * may be gone.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function drainWaiting(timeLeft: () => number): Promise<void> {
  do {
    const found = await findDue();
    const { current } = await readState();
    const due = current.enabled ? found : found.filter(({ record }) => record.deletedEvent === true);
    await remove(found.filter((one) => !due.includes(one)));
    if (due.length === 0) return;
    const context = newContext(current);
    const budget = await PointsBudget.load();
    budget.brief(context.points);
    const affordable = Math.floor(budget.available(context.points, Date.now()) / pointsPerAccount);
    if (affordable === 0) return;
    if ((await convergeDue(due.slice(0, affordable), context)) === 'throttled') return;
  } while (timeLeft() > reserve);
}

/** Queries lag, so what they find is read again. */
async function findDue(): Promise<Due[]> {
  const found = await findDueAccounts(new Date().toISOString());
  const keys = found.map(({ accountId }) => ({ kind: 'waiting' as const, key: accountId }));
  const read = await readRecords(keys);
  const now = new Date().toISOString();
  return keys.flatMap(({ key }) => {
    const { record, rev } = read.get('waiting', key);
    return record !== undefined && record.notBefore <= now ? [{ record, rev }] : [];
  });
}

async function convergeDue(due: readonly Due[], context: SyncContext): Promise<'done' | 'throttled'> {
  try {
    await convergeAccounts(
      due.map(({ record }) => ({
        accountId: record.accountId,
        ...(record.deletedEvent === true ? { deletedEvent: true } : {}),
      })),
      context,
    );
  } catch (error) {
    if (error instanceof JiraThrottled) return 'throttled';
    throw error;
  } finally {
    await PointsBudget.record(context.points);
    await queueWoken(context);
  }
  await remove(due);
  return 'done';
}

async function remove(due: readonly Due[]): Promise<void> {
  await eachOf(due, removalsAtOnce, async ({ record, rev }) => {
    await commit([{ kind: 'waiting', key: record.accountId, rev, record: undefined }]);
  });
}
