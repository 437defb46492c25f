import * as z from 'zod';
import { isAccountId } from '../domain/account';
import { logFault } from '../store/log-fault';
import { StorageThrottled, StorageUnavailable } from '../store/storage-errors';
import { noticeReporter } from '../sync/notice-reporter';

/** Forge: events-reference/jira. */
const issueEvent = z.object({
  issue: z.object({
    fields: z.object({
      reporter: z.object({ accountId: z.string().refine(isAccountId), accountType: z.string().optional() }),
    }),
  }),
});

/** `avi:jira:created:issue`: a hint that its reporter may be new, since portal customers are promised no user events. */
export async function onIssueEvent(event: unknown): Promise<void> {
  const parsed = issueEvent.safeParse(event);
  if (!parsed.success) return;
  const { reporter } = parsed.data.issue.fields;
  if (reporter.accountType === 'app') return;
  try {
    await noticeReporter(reporter.accountId);
  } catch (error) {
    if (!(error instanceof StorageThrottled || error instanceof StorageUnavailable)) throw error;
    // A hint that is lost costs nothing but time: the next issue or the walk brings the same news.
    logFault('onIssueEvent', error);
  }
}
