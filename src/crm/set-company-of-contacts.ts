import type { BulkOutcome, ChosenRecord } from '../contract/company-changes';
import { ok, type Result } from '../contract/result';
import type { Site } from '../jira/site-url';
import { type RecordRef, readRecords } from '../store/read-records';
import { canBeKey } from '../store/record-id';
import { type ChosenContact, readChosenContacts } from './chosen-contacts';
import type { Decided } from './commit-decision';
import { commitInBulk } from './commit-in-bulk';
import { noSuchCompanyIn } from './decide-update';
import { planUpdate } from './plan-update';
import { noSuchContact } from './read-contact';
import { updateContact } from './update-contact';

/** Gives several contacts the same company, or none, each as if a person changed it alone. */
export async function setCompanyOfContacts(
  contacts: readonly ChosenRecord[],
  companyId: string | null,
  site: Site,
): Promise<Result<BulkOutcome>> {
  if (companyId !== null && !canBeKey(companyId)) return noSuchCompanyIn('companyId');
  const companyRefs: RecordRef[] = companyId === null ? [] : [{ kind: 'company', key: companyId }];
  const read = await readChosenContacts(contacts, [{ kind: 'template', key: 'contact' }, ...companyRefs]);
  if (companyId !== null && read.records.get('company', companyId).record === undefined) {
    return noSuchCompanyIn('companyId');
  }
  const around = await readRecords(read.chosen.flatMap(surroundingRefs));
  const decide = ({ contact, version }: ChosenContact): Decided<string[]> => {
    const { record, rev } = contact;
    if (record === undefined) return noSuchContact;
    const plan = planUpdate(
      { record, rev },
      { version, changes: { companyId } },
      {
        state: read.state,
        template: read.records.get('template', 'contact').record,
        claim: (key) => around.get('claim', key),
        user: (accountId) => around.get('user', accountId),
        companyExists: (id) => id === companyId || around.get('company', id).record !== undefined,
      },
    );
    return 'error' in plan ? plan : { writes: plan.writes, conditions: plan.conditions, value: plan.wake };
  };
  const versions = new Map(read.chosen.map(({ id, version }) => [id, version]));
  return ok(
    await commitInBulk(
      read.chosen.map((one) => ({ id: one.id, decided: decide(one) })),
      (id) => updateContact({ id, version: versions.get(id) ?? 0, changes: { companyId } }, site),
    ),
  );
}

function surroundingRefs({ contact }: ChosenContact): RecordRef[] {
  const { primary, companyId } = contact.record ?? {};
  return [
    ...(primary === undefined ? [] : [{ kind: 'user', key: primary } as const]),
    ...(companyId === undefined ? [] : [{ kind: 'company', key: companyId } as const]),
  ];
}
