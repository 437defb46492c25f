import type { ContactRecord } from '../../../src/domain/contact';
import type { CompanyRecord } from '../../../src/store/company';
import { encode, type RecordKind, type Records, registry, singleKeys } from '../../../src/store/records';
import { type SyncState, stateBeforeFirstUse } from '../../../src/store/sync-state';
import type { Kith } from './open-kith';

const perRequest = 25;
const planter = 'planted';

/** Options of a sandbox in which storage takes whatever is planted. */
export const withoutQuota = {
  storage: {
    rates: {
      requestsPerSecond: Number.POSITIVE_INFINITY,
      readUnitsPerMinute: Number.POSITIVE_INFINITY,
      writeUnitsPerMinute: Number.POSITIVE_INFINITY,
      keyReadBytesPerSecond: Number.POSITIVE_INFINITY,
      keyWriteBytesPerSecond: Number.POSITIVE_INFINITY,
      indexValueBytesPerSecond: Number.POSITIVE_INFINITY,
    },
  },
};

/** Writes records straight into storage, as the app would have left them. */
export function plant<K extends RecordKind>(
  { sandbox }: Kith,
  kind: K,
  records: Iterable<{ key: string; record: Records[K] }>,
): void {
  let items: object[] = [];
  const write = (): void => {
    const { status, text = '' } = sandbox.storage.handle('/api/v1/batch/set', JSON.stringify(items));
    if (status >= 300 || !text.includes('"failedKeys":[]')) throw new Error(`Storage refused: ${status} ${text}`);
    items = [];
  };
  for (const { key, record } of records) {
    const value = encode(kind, record, 1, planter);
    items.push({ key: registry[kind].storageKey(key), entityName: registry[kind].entity, value });
    if (items.length === perRequest) write();
  }
  if (items.length > 0) write();
}

/** User sync is on in its first epoch, and its initial run is over. */
export function plantSyncOn(kith: Kith): void {
  const record: SyncState = { ...stateBeforeFirstUse, enabled: true, epoch: 1, initialRunDone: true };
  plant(kith, 'state', [{ key: singleKeys.state, record }]);
}

export function plantedCompany(id: string, name: string): CompanyRecord {
  const at = '2026-01-01T00:00:00.000Z';
  return { id, version: 1, name, domains: [], fields: {}, createdAt: at, updatedAt: at };
}

/** A contact; with an account id a synced one, in the first epoch. */
export function plantedContact(
  given: Pick<ContactRecord, 'id' | 'name' | 'updatedAt'> & { email?: string; companyId?: string; accountId?: string },
): ContactRecord {
  const { accountId, updatedAt, ...rest } = given;
  const contact: ContactRecord = {
    ...rest,
    version: 1,
    followsName: accountId !== undefined,
    followsEmail: accountId !== undefined,
    fields: {},
    accounts: [],
    origins: [],
    createdAt: updatedAt,
    updatedAt,
  };
  if (accountId === undefined) return contact;
  const shown = { name: rest.name, retrievedAt: updatedAt, ...(rest.email === undefined ? {} : { email: rest.email }) };
  const linkedAt = updatedAt;
  contact.accounts = [{ accountId, type: 'atlassian', active: true, linkedAt, epoch: 1, shown }];
  contact.primary = accountId;
  return contact;
}
