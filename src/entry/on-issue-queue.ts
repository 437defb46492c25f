import * as z from 'zod/mini';
import { placeIssueWithinBudget } from '../crm/issues/place-issue-within-budget';
import { JiraRefused, JiraUnavailable } from '../jira/jira-errors';
import { logFault } from '../store/log-fault';
import { StorageThrottled, StorageUnavailable } from '../store/storage-errors';
import { noticeReporter } from '../sync/notice-reporter';
import { retryLater } from './retry-later';

const message = z.object({
  body: z.object({ issueId: z.string(), accountId: z.optional(z.string()) }),
  retryContext: z.optional(z.object({ retryCount: z.number() })),
});

/** Seconds. */
const firstRetryAfter = 30;

/** So often an issue is looked at again because sync could not decide about its reporter: over some ten minutes. */
const mostLooks = 4;

/**
 * The consumer of the queue `issues`: looks at the reporter, then gives the issue its contact and its company. What cannot be
 * done now comes back, for a day at most; what is lost then is found when somebody opens the issue.
 */
export async function onIssueQueue(event: unknown): Promise<unknown> {
  const parsed = message.safeParse(event);
  if (!parsed.success) {
    console.warn('A message of the issue queue was not understood and is dropped.');
    return undefined;
  }
  const { issueId, accountId } = parsed.data.body;
  const retryCount = parsed.data.retryContext?.retryCount ?? 0;
  try {
    if (accountId !== undefined) await noticeReporter(accountId);
    const outcome = await placeIssueWithinBudget(issueId);
    if (outcome === 'placed' || (outcome === 'undecided' && retryCount >= mostLooks)) return undefined;
    if (outcome === 'undecided') return retryLater(retryCount, firstRetryAfter);
    return retryLater(retryCount, firstRetryAfter, Date.parse(outcome.retryAt));
  } catch (error) {
    if (error instanceof JiraRefused) {
      logFault('onIssueQueue', error);
      return undefined;
    }
    if (!isTemporary(error)) throw error;
    return retryLater(retryCount, firstRetryAfter);
  }
}

function isTemporary(error: unknown): boolean {
  return [JiraUnavailable, StorageThrottled, StorageUnavailable].some((kind) => error instanceof kind);
}
