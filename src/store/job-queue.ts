import { Queue } from '@forge/events';

/**
 * Lets the given hop of a job begin.
 *
 * @throws whatever the queue answers instead of accepting the message
 */
export async function pushJobHop(jobId: string, hop: number): Promise<void> {
  await new Queue({ key: 'jobs' }).push({ body: { jobId, hop } });
}
