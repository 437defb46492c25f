import type { CompanyDomain } from './company-of-domain';
import type { ContactRecord } from './contact';
import type { EmailClaim } from './email-claim';
import type { JiraUserRecord } from './link';
import type { Skip } from './skip';

/**
 * A record as a strict read gave it. `rev` grows with each write of the record; 0 means that the record is absent.
 */
export interface Known<T> {
  readonly record: T | undefined;
  readonly rev: number;
}

export const absent: Known<never> = { record: undefined, rev: 0 };

/** What user sync decides about. Keys: contact id, email key, account id, account id, email domain. */
export interface SyncRecords {
  contact: ContactRecord;
  claim: EmailClaim;
  user: JiraUserRecord;
  skip: Skip;
  companyDomain: CompanyDomain;
}

export type SyncRecordKind = keyof SyncRecords;

/** One write of a decision, on the condition that the record still is what was read. `record` undefined: remove it. */
export type Change = {
  [K in SyncRecordKind]: { kind: K; key: string; rev: number; record: SyncRecords[K] | undefined };
}[SyncRecordKind];

/** A condition without a write: the record must still be what was read. */
export interface Check {
  kind: SyncRecordKind;
  key: string;
  rev: number;
}
