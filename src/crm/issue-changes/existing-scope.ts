import type { Failure } from '../../contract/result';
import type { IssueScope } from '../../store/issue-changes';
import type { ReadRecords, RecordRef } from '../../store/read-records';
import { canBeKey } from '../../store/record-id';
import { noSuchCompany } from '../company-view';
import { noSuchContact } from '../read-contact';

type Missing = { ok: false; error: Failure };

/** The records that have to be there. An id that cannot be one names no contact and no company. */
export function refsOfScope({ contactId, companyId }: IssueScope): RecordRef[] | Missing {
  if (contactId !== undefined) return canBeKey(contactId) ? [{ kind: 'contact', key: contactId }] : noSuchContact;
  if (companyId !== undefined) return canBeKey(companyId) ? [{ kind: 'company', key: companyId }] : noSuchCompany;
  return [];
}

/** What is not there of it. */
export function missingIn({ contactId, companyId }: IssueScope, records: ReadRecords): Missing | undefined {
  if (contactId !== undefined && records.get('contact', contactId).record === undefined) return noSuchContact;
  if (companyId !== undefined && records.get('company', companyId).record === undefined) return noSuchCompany;
  return undefined;
}
