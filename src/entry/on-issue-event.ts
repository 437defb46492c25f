import * as z from 'zod/mini';
import { isAccountId } from '../domain/account';
import { queueIssue } from '../store/issue-queue';
import { retryLater } from './retry-later';

/** Forge: events-reference/jira. */
const issueEvent = z.object({
  eventType: z.string(),
  retryContext: z.optional(z.object({ retryCount: z.number() })),
  issue: z.object({
    id: z.string().check(z.regex(/^[1-9]\d{0,18}$/)),
    fields: z.object({
      reporter: z.nullish(z.object({ accountId: z.string(), accountType: z.optional(z.string()) })),
    }),
  }),
});

/** Seconds. */
const firstRetryAfter = 30;

/**
 * `avi:jira:created:issue`, and `avi:jira:updated:issue` for a change of reporter: the issue gets its contact and its company,
 * and its reporter, who may be new, is looked at before, since portal customers are promised no user events. The queue does
 * both, so that a flood of events does not become a flood of calls. An app that creates issues is nobody's contact.
 */
export async function onIssueEvent(event: unknown): Promise<unknown> {
  const parsed = issueEvent.safeParse(event);
  if (!parsed.success) return undefined;
  const { eventType, issue, retryContext } = parsed.data;
  const { reporter } = issue.fields;
  const isPerson = reporter != null && reporter.accountType !== 'app' && isAccountId(reporter.accountId);
  if (!isPerson && eventType === 'avi:jira:created:issue') return undefined;
  try {
    await queueIssue({ issueId: issue.id, ...(isPerson ? { accountId: reporter.accountId } : {}) });
    return undefined;
  } catch (error) {
    console.warn(`The queue did not take an issue: ${error instanceof Error ? error.name : 'error'}.`);
    return retryLater(retryContext?.retryCount ?? 0, firstRetryAfter);
  }
}
