import { domainOfEmail } from '../../domain/email-domain';
import { isValid } from '../../domain/link';
import { withCompanyOfOrganization } from '../../domain/organization-company';
import type { TiedOrganization } from '../../store/organization';
import { type RecordRef, readRecords } from '../../store/read-records';
import { readState } from '../../store/read-state';
import { type Condition, commit, mostOperations, type Write } from '../../store/transaction';

/**
 * Gives the company of an organization to those of its members who have none, on conditions that hold the tie together. Who
 * changes at the same moment is left to the next look.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function giveCompanyToMembers(
  accountIds: readonly string[],
  tie: TiedOrganization,
  conditions: readonly Condition[],
): Promise<void> {
  const writes = await decide(accountIds, tie);
  const size = mostOperations - conditions.length;
  for (let start = 0; start < writes.length; start += size) {
    const together = writes.slice(start, start + size);
    if ((await commit(together, conditions)) === 'committed') continue;
    for (const write of await decide(accountIds, tie)) await commit([write], conditions);
    return;
  }
}

async function decide(accountIds: readonly string[], tie: TiedOrganization): Promise<Write[]> {
  const { current } = await readState();
  const users = await readRecords(accountIds.map((key): RecordRef => ({ kind: 'user', key })));
  const contactOf = new Map<string, string>();
  for (const accountId of accountIds) {
    const { record } = users.get('user', accountId);
    if (isValid(record, current.epoch)) contactOf.set(record.contactId, accountId);
  }
  const contacts = await readRecords([...contactOf.keys()].map((key): RecordRef => ({ kind: 'contact', key })));
  const around = await readRecords(
    [...contactOf.keys()].flatMap((id): RecordRef[] => {
      const contact = contacts.get('contact', id).record;
      const domain = domainOfEmail(contact?.email);
      return [
        ...(contact?.companyId === undefined ? [] : [{ kind: 'company', key: contact.companyId } as const]),
        ...(domain === undefined ? [] : [{ kind: 'companyDomain', key: domain } as const]),
      ];
    }),
  );
  const now = new Date().toISOString();
  return [...contactOf].flatMap(([id, accountId]): Write[] => {
    const { record, rev } = contacts.get('contact', id);
    if (record === undefined) return [];
    const facts = {
      organizationId: tie.id,
      companyId: tie.companyId,
      accountId,
      sync: current,
      companyFromDomain: current.settings.companyFromDomain,
      companyExists: (companyId: string) => around.get('company', companyId).record !== undefined,
      isOwned: (domain: string) => around.get('companyDomain', domain).record !== undefined,
    };
    const changed = withCompanyOfOrganization(record, facts, now);
    return changed === undefined ? [] : [{ kind: 'contact', key: id, rev, record: changed }];
  });
}
