import type { ChosenRecord } from '../contract/company-changes';
import type { ContactRecord } from '../domain/contact';
import { absent, type Known } from '../domain/known';
import { type ReadRecords, type RecordRef, readRecords } from '../store/read-records';
import { withDefault } from '../store/read-state';
import { canBeKey } from '../store/record-id';
import { singleKeys } from '../store/records';
import type { SyncState } from '../store/sync-state';

/** A contact that a person chose among others, in the version that they saw, and as it is now. */
export interface ChosenContact extends ChosenRecord {
  contact: Known<ContactRecord>;
}

/** Reads contacts, each once, the state of sync and `more` records in one go. */
export async function readChosenContacts(
  chosen: readonly ChosenRecord[],
  more: readonly RecordRef[] = [],
): Promise<{ chosen: ChosenContact[]; state: SyncState; records: ReadRecords }> {
  const versions = new Map(chosen.map(({ id, version }) => [id, version]));
  const refs = [...versions.keys()].filter(canBeKey).map((key): RecordRef => ({ kind: 'contact', key }));
  const records = await readRecords([{ kind: 'state', key: singleKeys.state }, ...refs, ...more]);
  return {
    chosen: [...versions].map(([id, version]) => ({
      id,
      version,
      contact: canBeKey(id) ? records.get('contact', id) : absent,
    })),
    state: withDefault(records.get('state', singleKeys.state)).current,
    records,
  };
}
