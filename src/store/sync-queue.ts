import { Queue } from '@forge/events';

/** What the queue `sync` carries: ids only, never values that may be stale by the time they arrive. */
export type SyncMessage = { kind: 'run'; runId: string; hop: number } | { kind: 'accounts'; accountIds: string[] };

const idsPerMessage = 50;

/** Forge: limits-async-events. */
const messagesPerPush = 50;

const queue = (): Queue<SyncMessage & Record<string, unknown>> => new Queue({ key: 'sync' });

/**
 * Lets the given hop of a run begin.
 *
 * @throws whatever the queue answers instead of accepting the message
 */
export async function pushHop(runId: string, hop: number, delayInSeconds = 0): Promise<void> {
  await queue().push({ body: { kind: 'run', runId, hop }, delayInSeconds });
}

/**
 * Has accounts converged soon, in bulk.
 *
 * @throws whatever the queue answers instead of accepting the messages
 */
export async function queueAccounts(accountIds: readonly string[]): Promise<void> {
  const bodies: { body: SyncMessage }[] = [];
  for (let start = 0; start < accountIds.length; start += idsPerMessage) {
    bodies.push({ body: { kind: 'accounts', accountIds: accountIds.slice(start, start + idsPerMessage) } });
  }
  for (let start = 0; start < bodies.length; start += messagesPerPush) {
    await queue().push(bodies.slice(start, start + messagesPerPush));
  }
}
