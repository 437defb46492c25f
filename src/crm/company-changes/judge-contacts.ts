import {
  type CompaniesOfDomains,
  companyChangeOf,
  domainThatDecides,
  withCompanyChange,
  withoutCompanyChange,
} from '../../domain/company-change';
import type { ContactRecord } from '../../domain/contact';
import type { Known } from '../../domain/known';
import type { CompanyChangesWork } from '../../store/company-changes';
import { type ReadRecords, type RecordRef, readRecords } from '../../store/read-records';
import { readState } from '../../store/read-state';
import type { Condition, Write } from '../../store/transaction';

/** What a step does with a contact: nothing but count it, or write it. */
export type Verdict = { kind: 'left-alone' } | { kind: 'write'; write: Write; conditions: Condition[] };

/** Decides about contacts, read strictly just now. Those of which there is nothing to say are left out. */
export type Judge = (contactIds: readonly string[]) => Promise<Map<string, Verdict>>;

/**
 * What the domains say about these contacts.
 *
 * @throws StorageThrottled, StorageUnavailable
 */
export async function readDomains(
  contacts: readonly ContactRecord[],
): Promise<{ companies: CompaniesOfDomains; records: ReadRecords }> {
  const sync = (await readState()).current;
  const refs: RecordRef[] = [];
  for (const contact of contacts) {
    const domain = domainThatDecides(contact, sync);
    if (domain === undefined) continue;
    refs.push({ kind: 'companyDomain', key: domain });
    if (contact.companyId !== undefined) refs.push({ kind: 'company', key: contact.companyId });
  }
  const records = await readRecords(refs);
  const companies: CompaniesOfDomains = {
    sync,
    ownerOf: (domain) => records.get('companyDomain', domain).record?.companyId,
    companyExists: (id) => records.get('company', id).record !== undefined,
  };
  return { companies, records };
}

/** Gives contacts the company of their domain, on the condition that the domain still is whose it was. */
export function judgeForApplying({ changesId, companyId }: CompanyChangesWork): Judge {
  return async (contactIds) => {
    const known = await readContacts(contactIds);
    const { companies, records } = await readDomains(known.map(({ record }) => record));
    const now = new Date().toISOString();
    const verdicts = new Map<string, Verdict>();
    for (const { record, rev } of known) {
      const change = companyChangeOf(record, companies, companyId);
      const domain = domainThatDecides(record, companies.sync);
      if (change === undefined || domain === undefined) continue;
      const changed = withCompanyChange(record, change, changesId, now);
      verdicts.set(record.id, {
        kind: 'write',
        write: { kind: 'contact', key: record.id, rev, record: changed },
        conditions: [{ kind: 'companyDomain', key: domain, rev: records.get('companyDomain', domain).rev }],
      });
    }
    return verdicts;
  };
}

/** Gives contacts back what they had before these changes, if they still have what these gave them. */
export function judgeForUndoing({ changesId }: CompanyChangesWork): Judge {
  return async (contactIds) => {
    const now = new Date().toISOString();
    const verdicts = new Map<string, Verdict>();
    for (const { record, rev } of await readContacts(contactIds)) {
      const restored = withoutCompanyChange(record, changesId, now);
      if (restored === undefined) continue;
      const isKept = restored === 'left-alone';
      const write = { kind: 'contact' as const, key: record.id, rev, record: isKept ? record : restored };
      verdicts.set(record.id, isKept ? { kind: 'left-alone' } : { kind: 'write', write, conditions: [] });
    }
    return verdicts;
  };
}

async function readContacts(ids: readonly string[]): Promise<(Known<ContactRecord> & { record: ContactRecord })[]> {
  const read = await readRecords(ids.map((key) => ({ kind: 'contact', key })));
  return ids.flatMap((id) => {
    const { record, rev } = read.get('contact', id);
    return record === undefined ? [] : [{ record, rev }];
  });
}
