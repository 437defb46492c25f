import type { Job } from './job';
import { firstOfIndex } from './scan-index';

/** Jobs under way, as far as queries know. There are a handful at most. */
export function findJobs(): Promise<Job[]> {
  return firstOfIndex('job', { index: 'by-key' });
}
