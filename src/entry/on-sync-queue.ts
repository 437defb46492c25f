import * as z from 'zod/mini';
import { convergeQueued } from '../sync/converge-queued';
import { runHop } from '../sync/run-hop';
import { timeLeft } from './time-left';

const syncMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), runId: z.string(), hop: z.int() }),
  z.object({ kind: z.literal('accounts'), accountIds: z.array(z.string()) }),
]);

/** The consumer of the queue `sync`. A message of a version that this one does not know is left to that version. */
export async function onSyncQueue(event: unknown): Promise<void> {
  const parsed = z.object({ body: syncMessage }).safeParse(event);
  if (!parsed.success) {
    console.warn('A message of the sync queue was not understood and is dropped.');
    return;
  }
  const { body } = parsed.data;
  if (body.kind === 'run') await runHop(body.runId, body.hop, timeLeft());
  else await convergeQueued(body.accountIds);
}
