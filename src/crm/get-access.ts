import type { Access } from '../contract/access';
import type { Known } from '../domain/known';
import { noteSeen, seenMark } from '../store/last-seen';
import { readRecord, readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
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

/**
 * `getAccess`, which also notes the state of user sync: the same request brings it, and a search may need it a moment later.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function getAccessOf(siteId: string): Promise<Access> {
  const mark = seenMark();
  const records = await readRecords([
    { kind: 'access', key: singleKeys.access },
    { kind: 'state', key: singleKeys.state },
  ]);
  noteSeen(siteId, mark, withDefault(records.get('state', singleKeys.state)).current);
  return accessOf(records.get('access', singleKeys.access));
}

export function readAccess(): Promise<Known<AccessRecord>> {
  return readRecord('access', singleKeys.access);
}

export function accessOf({ record }: Known<AccessRecord>): Access {
  return { version: record?.version ?? 0, holders: { ...firstHolders, ...record?.value } };
}
