import type { Reading } from './account';
import type { ContactRecord } from './contact';
import type { EmailClaim } from './email-claim';
import type { Known, SyncRecordKind, SyncRecords } from './known';
import type { JiraUserRecord } from './link';

/** Something `decide` has to know before it can decide. Keys of claims are email keys. */
export type Need = { kind: SyncRecordKind; key: string } | { kind: 'reading'; key: string };

/** Raised inside `decide` only, to say what is missing; never leaves it. */
export class NeedSignal extends Error {
  constructor(readonly needs: Need[]) {
    super(`More is needed: ${needs.map((need) => `${need.kind} ${need.key}`).join(', ')}`);
  }
}

/** Raised inside `decide` only: a reading that the decision rests on is unreadable, so it has to wait. */
export class UnreadableSignal extends Error {
  constructor(readonly accountId: string) {
    super(`Jira could not be read for ${accountId}.`);
  }
}

/** Raised inside `decide` only: sync was turned off and on again since this worker began, so its decisions are void. */
export class OutdatedSignal extends Error {
  constructor() {
    super('A later epoch has begun.');
  }
}

/** What has been read so far for one decision: our records by kind and key, and readings of further accounts. */
export class Knowledge {
  private readonly records: { [K in SyncRecordKind]: Map<string, Known<SyncRecords[K]>> } = {
    contact: new Map(),
    claim: new Map(),
    user: new Map(),
    skip: new Map(),
    companyDomain: new Map(),
  };
  private readonly readings = new Map<string, Reading>();

  learn<K extends SyncRecordKind>(kind: K, key: string, known: Known<SyncRecords[K]>): void {
    this.records[kind].set(key, known);
  }

  learnReading(accountId: string, reading: Reading): void {
    this.readings.set(accountId, reading);
  }

  contact(id: string): Known<ContactRecord> {
    return this.recall('contact', id);
  }

  claim(key: string): Known<EmailClaim> {
    return this.recall('claim', key);
  }

  user(accountId: string): Known<JiraUserRecord> {
    return this.recall('user', accountId);
  }

  recall<K extends SyncRecordKind>(kind: K, key: string): Known<SyncRecords[K]> {
    const known = this.records[kind].get(key);
    if (known === undefined) throw new NeedSignal([{ kind, key }]);
    return known;
  }

  knows(kind: SyncRecordKind, key: string): boolean {
    return this.records[kind].has(key);
  }

  reading(accountId: string): Reading {
    const reading = this.readings.get(accountId);
    if (reading === undefined) throw new NeedSignal([{ kind: 'reading', key: accountId }]);
    return reading;
  }

  /** Asks for several things at once, so that they can be read in one request. */
  require(needs: Need[]): void {
    const open = needs.filter((need) =>
      need.kind === 'reading' ? !this.readings.has(need.key) : !this.records[need.kind].has(need.key),
    );
    if (open.length > 0) throw new NeedSignal(open);
  }
}
