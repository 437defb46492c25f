import { Knowledge } from '../domain/knowledge';
import { JiraThrottled } from '../jira/jira-errors';
import { PointsBudget } from '../store/points-budget';
import { readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import { convergeAccount } from './converge-account';
import { noteRecheck } from './note-recheck';
import { queueWoken } from './queue-woken';
import { newContext } from './sync-context';

/**
 * Converges the account of a user event. What the event says about the user is not used: events come late, twice and in
 * any order, so Jira is asked; while Jira asks to wait, the account waits. The points of an event are not counted, because
 * that would cost a write for each.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function handleUserEvent(accountId: string, deletedEvent: boolean): Promise<void> {
  const read = await readRecords([
    { kind: 'state', key: singleKeys.state },
    { kind: 'points', key: singleKeys.points },
    { kind: 'user', key: accountId },
    { kind: 'skip', key: accountId },
  ]);
  const { current } = withDefault(read.get('state', singleKeys.state));
  const { record: user } = read.get('user', accountId);
  const mayBeGone = deletedEvent && user !== undefined && user.kind !== 'tombstone';
  if (!current.enabled && !mayBeGone) return;
  const wait = (notBefore: string) => noteRecheck({ accountId, notBefore, ...(deletedEvent ? { deletedEvent } : {}) });
  const budget = new PointsBudget(read.get('points', singleKeys.points).record);
  const stoppedUntil = budget.stoppedUntil(Date.now());
  if (stoppedUntil !== undefined) return wait(stoppedUntil);
  const knowledge = new Knowledge();
  knowledge.learn('user', accountId, read.get('user', accountId));
  knowledge.learn('skip', accountId, read.get('skip', accountId));
  const context = newContext(current);
  budget.brief(context.points);
  try {
    await convergeAccount({ accountId, deletedEvent }, context, knowledge);
  } catch (error) {
    if (!(error instanceof JiraThrottled)) throw error;
    const after = await PointsBudget.record(context.points);
    await wait(after.retryTime(error, Date.now()));
  }
  await queueWoken(context);
}
