import { syncedGroup } from '../domain/contact';
import { mostPerQuery, queryRange } from './query-pages';

/** Beyond this many, counting would cost more than the number is worth. */
const mostCounted = 3000;

/**
 * How many contacts are synced in an epoch, as far as queries know; undefined when there are too many to count.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function countSyncedContacts(epoch: number): Promise<number | undefined> {
  const found = await queryRange('contact', {
    index: 'by-group-and-name',
    partition: [syncedGroup(epoch)],
    limit: mostCounted + mostPerQuery,
  });
  return found.length > mostCounted ? undefined : found.length;
}
