import { firstOfIndex } from './scan-index';

/** Beyond this many, counting would cost more than the number is worth: a request for each hundred. */
const mostCounted = 1000;

/**
 * How many contacts a company has, as far as queries know; undefined when there are too many to count.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function countContactsOfCompany(companyId: string): Promise<number | undefined> {
  const range = { index: 'by-company-and-name', partition: [companyId] };
  const found = await firstOfIndex('contact', range, mostCounted + 1);
  return found.length > mostCounted ? undefined : found.length;
}
