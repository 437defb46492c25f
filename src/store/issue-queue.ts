import { Queue } from '@forge/events';

/** What the queue `issues` carries: an issue to be looked at, and the account that is to be looked at before it. */
export type IssueMessage = { issueId: string; accountId?: string };

/** How many issues are looked at side by side: a flood of them leaves Jira and storage to people. */
const atOnce = 10;

/**
 * Has Kith look at an issue soon, and at its reporter before.
 *
 * @throws whatever the queue answers instead of accepting the message
 */
export async function queueIssue(message: IssueMessage): Promise<void> {
  await new Queue<IssueMessage>({ key: 'issues' }).push({
    body: message,
    concurrency: { key: 'issues', limit: atOnce },
  });
}

/**
 * `queueIssue` as a hint: should the queue not take it, the next look at the issue finds the same again, and whoever asked is
 * not troubled with it.
 */
export async function wakeIssue(message: IssueMessage): Promise<void> {
  try {
    await queueIssue(message);
  } catch (error) {
    console.warn(`The queue did not take an issue: ${error instanceof Error ? error.name : 'error'}.`);
  }
}
