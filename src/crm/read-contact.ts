import { failure } from '../contract/result';
import type { ContactRecord } from '../domain/contact';
import { absent, type Known } from '../domain/known';
import { type ReadRecords, type RecordRef, readRecords } from '../store/read-records';
import { type KnownState, withDefault } from '../store/read-state';
import { canBeKey } from '../store/record-id';
import { singleKeys } from '../store/records';

export const noSuchContact = failure('not-found', 'There is no such contact.');

export interface ContactAndState {
  contact: Known<ContactRecord>;
  state: KnownState;
  records: ReadRecords;
}

/** Reads a contact, the state of sync and `more` records in one go. An id that cannot be one names no contact. */
export async function readContact(id: string, more: readonly RecordRef[] = []): Promise<ContactAndState> {
  const refs: RecordRef[] = [{ kind: 'state', key: singleKeys.state }, ...more];
  if (canBeKey(id)) refs.push({ kind: 'contact', key: id });
  const records = await readRecords(refs);
  return {
    contact: canBeKey(id) ? records.get('contact', id) : absent,
    state: withDefault(records.get('state', singleKeys.state)),
    records,
  };
}
