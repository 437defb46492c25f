import { Knowledge } from '../domain/knowledge';
import { JiraThrottled } from '../jira/jira-errors';
import { readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { singleKeys } from '../store/records';
import { convergeAccount } from './converge-account';
import { noteRecheck } from './note-recheck';
import { queueWoken } from './queue-woken';
import { newContext } from './sync-context';

/**
 * Converges the account of a user event. What the event says about the user is not used: events come late, twice and in
 * any order, so Jira is asked.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function handleUserEvent(accountId: string, deletedEvent: boolean): Promise<void> {
  const read = await readRecords([
    { kind: 'state', key: singleKeys.state },
    { kind: 'user', key: accountId },
    { kind: 'skip', key: accountId },
  ]);
  const { current } = withDefault(read.get('state', singleKeys.state));
  if (!current.enabled) return;
  const knowledge = new Knowledge();
  knowledge.learn('user', accountId, read.get('user', accountId));
  knowledge.learn('skip', accountId, read.get('skip', accountId));
  const context = newContext(current);
  try {
    await convergeAccount({ accountId, deletedEvent }, context, knowledge);
  } catch (error) {
    if (!(error instanceof JiraThrottled)) throw error;
    const notBefore = new Date(error.retryAt).toISOString();
    await noteRecheck({ accountId, notBefore, ...(deletedEvent ? { deletedEvent } : {}) });
  }
  await queueWoken(context);
}
