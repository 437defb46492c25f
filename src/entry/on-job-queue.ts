import * as z from 'zod/mini';
import { runJobHop } from '../crm/jobs/run-job-hop';
import { timeLeft } from './time-left';

const jobMessage = z.object({ jobId: z.string(), hop: z.int() });

/** The consumer of the queue `jobs`. A message of a version that this one does not know is left to that version. */
export async function onJobQueue(event: unknown): Promise<void> {
  const parsed = z.object({ body: jobMessage }).safeParse(event);
  if (!parsed.success) {
    console.warn('A message of the job queue was not understood and is dropped.');
    return;
  }
  const { jobId, hop } = parsed.data.body;
  await runJobHop(jobId, hop, timeLeft());
}
