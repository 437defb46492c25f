import { needsPush } from '../../domain/hop';
import { findJobs } from '../../store/find-jobs';
import { readRecords } from '../../store/read-records';
import { startJob } from './start-job';

/**
 * Every five minutes: jobs that gave no heartbeat for ten minutes go on, and paused ones whose time has come wake.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function watchJobs(): Promise<void> {
  const found = await findJobs();
  if (found.length === 0) return;
  const read = await readRecords(found.map(({ id }) => ({ kind: 'job', key: id })));
  for (const { id } of found) {
    const { record: job } = read.get('job', id);
    if (job !== undefined && needsPush(job, Date.now())) await startJob(job);
  }
}
