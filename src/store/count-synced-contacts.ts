import { syncedGroup } from '../domain/contact';
import { firstOfIndex } from './scan-index';

/** Beyond this many, counting would cost more than the number is worth. */
const mostCounted = 3000;

/**
 * How many contacts are synced in an epoch, as far as queries know; undefined when there are too many to count.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function countSyncedContacts(epoch: number): Promise<number | undefined> {
  const range = { index: 'by-group-and-name', partition: [syncedGroup(epoch)] };
  const found = await firstOfIndex('contact', range, mostCounted + 1);
  return found.length > mostCounted ? undefined : found.length;
}
