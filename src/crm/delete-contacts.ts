import type { BulkOutcome, ChosenRecord } from '../contract/company-changes';
import { ok, type Result } from '../contract/result';
import { emailKey } from '../domain/email-key';
import { absent } from '../domain/known';
import { type RecordRef, readRecords } from '../store/read-records';
import { type ChosenContact, readChosenContacts } from './chosen-contacts';
import { commitInBulk } from './commit-in-bulk';
import { deleteContact, planDeletion } from './delete-contact';

/** Deletes several contacts, each as if a person deleted it alone. */
export async function deleteContacts(contacts: readonly ChosenRecord[]): Promise<Result<BulkOutcome>> {
  const { chosen, state } = await readChosenContacts(contacts);
  const claims = await readRecords(chosen.flatMap(claimRefs));
  const claimOf = (one: ChosenContact) => {
    const [ref] = claimRefs(one);
    return ref === undefined ? absent : claims.get('claim', ref.key);
  };
  const versions = new Map(chosen.map(({ id, version }) => [id, version]));
  return ok(
    await commitInBulk(
      chosen.map((one) => ({ id: one.id, decided: planDeletion(one.contact, one.version, state, claimOf(one)) })),
      (id) => deleteContact(id, versions.get(id) ?? 0),
    ),
  );
}

function claimRefs({ contact }: ChosenContact): RecordRef[] {
  const email = contact.record?.email;
  return email === undefined ? [] : [{ kind: 'claim', key: emailKey(email) }];
}
