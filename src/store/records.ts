import { createHash, randomUUID } from 'node:crypto';
import { contactIndexAttributes } from '../domain/contact';
import type { SyncRecords } from '../domain/known';
import { nameKey } from '../domain/name';
import type { CompanyRecord } from './company';
import type { CompanyChangesRecord } from './company-changes';
import type { IssueChangesRecord, PlannedIssues } from './issue-changes';
import type { IssueContactChoice } from './issue-contact';
import type { Job } from './job';
import type { TiedOrganization } from './organization';
import type { PointsSpent } from './points-spent';
import type { PersonalDataReport } from './report';
import type { AccessRecord, IssueSettingsRecord, TemplateRecord } from './site-config';
import type { SeenChunk, SyncRun } from './sync-run';
import type { SyncState } from './sync-state';
import type { Waiting } from './waiting';
import type { Walk } from './walk';

/** Every kind of record that Kith stores. A kind that is not here cannot be written. */
export interface Records extends SyncRecords {
  waiting: Waiting;
  state: SyncState;
  points: PointsSpent;
  walk: Walk;
  report: PersonalDataReport;
  run: SyncRun;
  seen: SeenChunk;
  company: CompanyRecord;
  issueContact: IssueContactChoice;
  job: Job;
  companyChanges: CompanyChangesRecord;
  issueChanges: IssueChangesRecord;
  plannedIssues: PlannedIssues;
  organization: TiedOrganization;
  access: AccessRecord;
  template: TemplateRecord;
  issueSettings: IssueSettingsRecord;
}

export type RecordKind = keyof Records;

interface Registration<T> {
  /** The custom entity in `manifest.yml`. */
  entity: string;
  /** From the key that callers use to the key in storage. Storage keys hold neither `@` nor most punctuation. */
  storageKey: (key: string) => string;
  /**
   * The record may be removed and written anew under the same key. Its first revision is then drawn, so that a worker who
   * read the one that went does not take the new one for it.
   */
  comesBack?: boolean;
  /** Attributes that indexes need besides the record's own. */
  indexAttributes?: (record: T) => object;
}

const same = (key: string): string => key;

/** SHA-256, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The key registry: where each kind of record lives. */
export const registry: { readonly [K in RecordKind]: Registration<Records[K]> } = {
  contact: { entity: 'contact', storageKey: same, indexAttributes: contactIndexAttributes },
  claim: { entity: 'email-claim', storageKey: sha256, comesBack: true },
  user: { entity: 'jira-user', storageKey: same, comesBack: true },
  // A transaction may hold a key once; whether the same key in another entity counts is not documented.
  skip: { entity: 'skip', storageKey: (accountId) => `skip:${accountId}`, comesBack: true },
  waiting: {
    entity: 'waiting',
    storageKey: same,
    comesBack: true,
    indexAttributes: (record) => ({ dueKey: `${record.notBefore}#${record.accountId}` }),
  },
  state: { entity: 'sync-state', storageKey: same },
  points: { entity: 'sync-state', storageKey: same },
  walk: { entity: 'sync-state', storageKey: same },
  report: { entity: 'sync-state', storageKey: same },
  run: { entity: 'sync-run', storageKey: same },
  seen: { entity: 'sync-run', storageKey: same },
  company: {
    entity: 'company',
    storageKey: same,
    indexAttributes: (record) => ({ nameKey: nameKey(record.name, record.id) }),
  },
  companyDomain: { entity: 'company-domain', storageKey: sha256, comesBack: true },
  issueContact: { entity: 'issue-contact', storageKey: same, comesBack: true },
  job: { entity: 'job', storageKey: same, comesBack: true },
  companyChanges: { entity: 'company-changes', storageKey: same, comesBack: true },
  issueChanges: { entity: 'issue-changes', storageKey: same, comesBack: true },
  plannedIssues: { entity: 'issue-changes', storageKey: same, comesBack: true },
  organization: {
    entity: 'organization',
    storageKey: same,
    comesBack: true,
    indexAttributes: (record) => ({ dueKey: `${record.lookAt}#${record.id}` }),
  },
  access: { entity: 'site-config', storageKey: same },
  template: { entity: 'site-config', storageKey: (of) => `template:${of}` },
  issueSettings: { entity: 'site-config', storageKey: same },
};

/** The keys of the records of which there is one. */
export const singleKeys = {
  state: 'state',
  points: 'points',
  walk: 'walk',
  report: 'report',
  access: 'access',
  issueSettings: 'issues',
} as const;

/** Revisions are 32-bit integers; a drawn first one leaves as many again to count up. (Forge: entities-manifest.) */
const drawnRevisions = 2 ** 30;

/** The revision of the next write of a record. */
export function nextRev(kind: RecordKind, rev: number): number {
  if (rev > 0 || registry[kind].comesBack !== true) return rev + 1;
  return 1 + (Number.parseInt(randomUUID().slice(0, 8), 16) % drawnRevisions);
}

/** What storage keeps with each record. */
export interface Envelope {
  rev: number;
  decision: string;
}

/** A record as it is stored: with its revision, the id of the decision that wrote it, and what its indexes need. */
export function encode<K extends RecordKind>(kind: K, record: Records[K], rev: number, decision: string): Envelope {
  return { ...record, ...registry[kind].indexAttributes?.(record), rev, decision };
}

const envelopeAttributes = new Set([
  'rev',
  'decision',
  'group',
  'nameKey',
  'lastWordKey',
  'emailKey',
  'changeKey',
  'dueKey',
]);

/** The record without what `encode` added. `rev` 0 is a shell: a key prepared for its first record, and no record yet. */
export function decode<K extends RecordKind>(
  kind: K,
  stored: unknown,
): { record: Records[K] | undefined; rev: number; decision: string } {
  const { rev, decision } = stored as Envelope;
  if (!Number.isInteger(rev)) throw new Error(`A ${kind} record in storage has no revision.`);
  if (rev === 0) return { record: undefined, rev, decision };
  const members = Object.entries(stored as object).filter(([name]) => !envelopeAttributes.has(name));
  return { record: Object.fromEntries(members) as unknown as Records[K], rev, decision };
}
