import type { Access } from '../contract/access';
import type { Known } from '../domain/known';
import { readRecord } from '../store/read-records';
import { singleKeys } from '../store/records';
import type { AccessRecord } from '../store/site-config';
import { firstHolders } from './access-rules';

/**
 * Who may do what, as the admin decided, or by default.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function getAccess(): Promise<Access> {
  return accessOf(await readAccess());
}

export function readAccess(): Promise<Known<AccessRecord>> {
  return readRecord('access', singleKeys.access);
}

export function accessOf({ record }: Known<AccessRecord>): Access {
  return { version: record?.version ?? 0, holders: { ...firstHolders, ...record?.value } };
}
