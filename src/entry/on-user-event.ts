import * as z from 'zod/mini';
import { isAccountId } from '../domain/account';
import { logFault } from '../store/log-fault';
import { StorageThrottled, StorageUnavailable } from '../store/storage-errors';
import { handleUserEvent } from '../sync/handle-user-event';
import { retryLater } from './retry-later';

/** Forge: events-reference/jira. Only the type and the account id are used. */
const userEvent = z.object({
  eventType: z.string(),
  retryContext: z.optional(z.object({ retryCount: z.number() })),
  user: z.object({ accountId: z.string().check(z.refine(isAccountId)), accountType: z.optional(z.string()) }),
});

/** Seconds. Forge delivers a product event again up to four times, each after at most fifteen minutes. */
const firstRetryAfter = 60;

/** `avi:jira:created:user`, `avi:jira:updated:user`, `avi:jira:deleted:user`. */
export async function onUserEvent(event: unknown): Promise<unknown> {
  const parsed = userEvent.safeParse(event);
  if (!parsed.success || parsed.data.user.accountType === 'app') return undefined;
  try {
    await handleUserEvent(parsed.data.user.accountId, parsed.data.eventType === 'avi:jira:deleted:user');
    return undefined;
  } catch (error) {
    if (!(error instanceof StorageThrottled || error instanceof StorageUnavailable)) throw error;
    logFault('onUserEvent', error);
    return retryLater(parsed.data.retryContext?.retryCount ?? 0, firstRetryAfter);
  }
}
