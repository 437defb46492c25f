import { watchJobs } from '../crm/jobs/watch-jobs';
import { lookThroughOrganizations } from '../crm/organizations/look-through-organizations';
import { allOf } from '../store/all-of';
import { tick } from '../sync/tick';

/**
 * What is done every five minutes, and when a version is installed: user sync, jobs and tied organizations are looked
 * after. None waits for the others where it fails.
 *
 * @throws the first error, when all of it was tried
 */
export async function everyTick(timeLeft: () => number): Promise<void> {
  await allOf([tick(timeLeft), watchJobs(), lookThroughOrganizations(timeLeft)]);
}
