import type { Account, Reading } from '../../../../src/domain/account';
import type { ContactRecord } from '../../../../src/domain/contact';
import { decide } from '../../../../src/domain/decide';
import type { Decided, Outcome } from '../../../../src/domain/decision';
import type { EmailClaim } from '../../../../src/domain/email-claim';
import { emailKey } from '../../../../src/domain/email-key';
import { Knowledge, type Need } from '../../../../src/domain/knowledge';
import { absent, type Change, type Known, type SyncRecordKind, type SyncRecords } from '../../../../src/domain/known';
import type { FormerLink, JiraUserRecord, Link } from '../../../../src/domain/link';
import { reduceLink } from '../../../../src/domain/reduce-link';
import type { Settings } from '../../../../src/domain/settings';
import type { Skip } from '../../../../src/domain/skip';
import { account } from './account';
import { expectInvariants } from './invariants';
import { settings } from './settings';

type Tables = { [K in SyncRecordKind]: Map<string, Known<SyncRecords[K]>> };
type JiraSays = Account | 'app' | 'missing' | 'degraded' | 'unreadable';

const mostOperations = 25;
const mostQuestions = 12;

/**
 * Kith's records and a Jira site, both in memory. Decisions are applied as storage would, and after each the invariants
 * are checked.
 */
export class World {
  now = Date.parse('2026-11-02T09:00:00.000Z');
  epoch = 1;
  settings: Settings = settings();
  runId: string | undefined;
  /** Whether the initial run is under way. */
  initialRun = false;
  /** Whether a person asks for the looks. */
  askedFor = false;
  /** The last decision. */
  last: Decided | undefined;
  readonly tables: Tables = {
    contact: new Map(),
    claim: new Map(),
    user: new Map(),
    skip: new Map(),
    companyDomain: new Map(),
  };
  private readonly jira = new Map<string, JiraSays>();
  private created = 0;

  // What Jira says.

  account(accountId: string, overrides: Partial<Account> = {}): void {
    this.jira.set(accountId, account(accountId, overrides));
  }

  says(accountId: string, reading: Exclude<JiraSays, Account>): void {
    this.jira.set(accountId, reading);
  }

  reading(accountId: string): Reading {
    const retrievedAt = this.time();
    const says = this.jira.get(accountId) ?? 'missing';
    return typeof says === 'string' ? { kind: says, retrievedAt } : { kind: 'living', account: says, retrievedAt };
  }

  // What Kith knows.

  contact(id: string): ContactRecord | undefined {
    return this.tables.contact.get(id)?.record;
  }

  claim(email: string): EmailClaim | undefined {
    return this.tables.claim.get(emailKey(email))?.record;
  }

  user(accountId: string): JiraUserRecord | undefined {
    return this.tables.user.get(accountId)?.record;
  }

  link(accountId: string): Link | undefined {
    const user = this.user(accountId);
    return user?.kind === 'link' ? user : undefined;
  }

  former(accountId: string): FormerLink | undefined {
    const user = this.user(accountId);
    return user?.kind === 'former' ? user : undefined;
  }

  skip(accountId: string): Skip | undefined {
    return this.tables.skip.get(accountId)?.record;
  }

  /** The contact that the account's valid link names. */
  contactOf(accountId: string): ContactRecord | undefined {
    const link = this.link(accountId);
    return link === undefined || link.epoch !== this.epoch ? undefined : this.contact(link.contactId);
  }

  get contacts(): ContactRecord[] {
    return [...this.tables.contact.values()].flatMap(({ record }) => (record === undefined ? [] : [record]));
  }

  put<K extends SyncRecordKind>(kind: K, key: string, record: SyncRecords[K] | undefined): void {
    const before = this.tables[kind].get(key)?.rev ?? 0;
    if (record === undefined) this.tables[kind].delete(key);
    else this.tables[kind].set(key, { record, rev: before + 1 });
  }

  /** Stores a contact as a person would: with the claim of its email, in place of what was there. */
  person(wrote: ContactRecord): void {
    const before = this.contact(wrote.id);
    if (before?.email !== undefined) this.put('claim', emailKey(before.email), undefined);
    this.put('contact', wrote.id, wrote);
    if (wrote.email !== undefined) this.put('claim', emailKey(wrote.email), { contactId: wrote.id, waiting: [] });
  }

  /** Deletes a contact as a person does; links that named it stay behind. */
  personDeletes(contactId: string): void {
    const before = this.contact(contactId);
    if (before?.email !== undefined) this.put('claim', emailKey(before.email), undefined);
    this.put('contact', contactId, undefined);
  }

  // What happens.

  passMinutes(minutes: number): void {
    this.now += minutes * 60_000;
  }

  /** Looks at the account and does what is decided; a second later each time. */
  converge(accountId: string, more: { deletedEvent?: boolean; reading?: Reading } = {}): Outcome {
    this.now += 1000;
    const decided = this.decideOn(accountId, more);
    this.last = decided;
    for (const change of decided.changes) this.apply(change);
    expectInvariants(this);
    return decided.outcome;
  }

  /** Like `converge`, and then converges whoever that woke, until nobody is. */
  convergeAll(...accountIds: string[]): void {
    const open = [...accountIds];
    for (let rounds = 0; open.length > 0; rounds++) {
      if (rounds > 100) throw new Error('The accounts wake each other without end.');
      this.converge(open.shift() ?? '');
      open.push(...(this.last?.wake ?? []).filter((id) => !open.includes(id)));
    }
  }

  /** The account and the contact that sync made for it. */
  synced(accountId: string, overrides: Partial<Account> = {}): ContactRecord {
    this.account(accountId, overrides);
    this.converge(accountId);
    const made = this.contactOf(accountId);
    if (made === undefined) throw new Error(`${accountId} was not linked.`);
    return made;
  }

  turnOff(): void {
    this.epoch += 1;
  }

  turnOn(): void {
    this.epoch += 1;
  }

  /** Does what the unlink run does to one link. */
  reduce(accountId: string): void {
    const user = this.known('user', accountId);
    if (user.record?.kind !== 'link') throw new Error(`${accountId} has no link.`);
    const owner = this.known('contact', user.record.contactId);
    for (const change of reduceLink(user, owner, this.epoch, 'unlink', hash) ?? []) this.apply(change);
    expectInvariants(this);
  }

  time(): string {
    return new Date(this.now).toISOString();
  }

  private decideOn(accountId: string, more: { deletedEvent?: boolean; reading?: Reading }): Decided {
    const knowledge = new Knowledge();
    const situation = {
      accountId,
      reading: more.reading ?? this.reading(accountId),
      deletedEvent: more.deletedEvent ?? false,
      now: this.time(),
      epoch: this.epoch,
      settings: this.settings,
      newContactId: `new-${this.created + 1}`,
      hash,
      initialRun: this.initialRun,
      askedFor: this.askedFor,
      ...(this.runId === undefined ? {} : { runId: this.runId }),
    };
    for (let question = 0; question < mostQuestions; question++) {
      const decision = decide(situation, knowledge);
      if (decision.kind === 'decided') {
        if (decision.changes.length + decision.checks.length > mostOperations) throw new Error('Too many operations.');
        return decision;
      }
      for (const need of decision.needs) this.answer(need, knowledge);
    }
    throw new Error('The decision asks for more and more.');
  }

  private answer(need: Need, knowledge: Knowledge): void {
    if (need.kind === 'reading') knowledge.learnReading(need.key, this.reading(need.key));
    else if (need.kind === 'contact') knowledge.learn('contact', need.key, this.known('contact', need.key));
    else if (need.kind === 'claim') knowledge.learn('claim', need.key, this.known('claim', need.key));
    else if (need.kind === 'user') knowledge.learn('user', need.key, this.known('user', need.key));
    else if (need.kind === 'skip') knowledge.learn('skip', need.key, this.known('skip', need.key));
    else knowledge.learn(need.kind, need.key, this.known(need.kind, need.key));
  }

  private known<K extends SyncRecordKind>(kind: K, key: string): Known<SyncRecords[K]> {
    return this.tables[kind].get(key) ?? absent;
  }

  private apply(change: Change): void {
    const { kind, key, rev } = change;
    if (this.known(kind, key).rev !== rev) throw new Error(`A decision rests on an old ${kind} ${key}.`);
    if (kind === 'contact' && change.record === undefined) throw new Error('Sync deleted a contact.');
    if (kind === 'contact' && rev === 0) this.created += 1;
    this.put(kind, key, change.record);
  }
}

/** Stands in for SHA-256. */
export function hash(text: string): string {
  return `#${text}`;
}
