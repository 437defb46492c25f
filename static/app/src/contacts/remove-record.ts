import { failureOf } from '../bridge/call-error';

/**
 * Removes a record as the page shows it, and reads it again when somebody else changed it meanwhile, so that the next attempt
 * is about the record as it is now. One that is gone counts as removed: somebody else was first, or the answer to the first
 * attempt got lost.
 *
 * @throws CallError for every other failure
 */
export async function removeRecord(remove: () => Promise<unknown>, readAgain: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    const { code } = failureOf(error);
    if (code === 'not-found') return;
    if (code === 'conflict') await readAgain();
    throw error;
  }
}
