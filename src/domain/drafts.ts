import type { ContactRecord } from './contact';
import type { EmailClaim } from './email-claim';
import type { Knowledge } from './knowledge';
import type { Change, SyncRecordKind, SyncRecords } from './known';
import type { JiraUserRecord, Link } from './link';
import { copyShown } from './shown-account';
import type { Skip } from './skip';

/**
 * The records of one decision while it is being made. Reads see what the decision has written so far; `changes` gives
 * what differs from what was read.
 */
export class Drafts {
  private readonly written = new Map<string, { kind: SyncRecordKind; key: string; record: unknown }>();

  constructor(private readonly knowledge: Knowledge) {}

  contact(id: string): ContactRecord | undefined {
    return this.current('contact', id);
  }

  claim(key: string): EmailClaim | undefined {
    return this.current('claim', key);
  }

  user(accountId: string): JiraUserRecord | undefined {
    return this.current('user', accountId);
  }

  skip(accountId: string): Skip | undefined {
    return this.current('skip', accountId);
  }

  put<K extends SyncRecordKind>(kind: K, key: string, record: SyncRecords[K]): void {
    this.knowledge.recall(kind, key);
    this.written.set(`${kind} ${key}`, { kind, key, record });
  }

  remove(kind: SyncRecordKind, key: string): void {
    this.knowledge.recall(kind, key);
    this.written.set(`${kind} ${key}`, { kind, key, record: undefined });
  }

  hasWritten(kind: SyncRecordKind, key: string): boolean {
    return this.written.has(`${kind} ${key}`);
  }

  /** The links that the decision writes, beside what they were; `before` only where it was a link to the same contact. */
  writtenLinks(): { before: Link | undefined; after: Link }[] {
    const links: { before: Link | undefined; after: Link }[] = [];
    for (const { kind, key } of this.written.values()) {
      const after = kind === 'user' ? this.user(key) : undefined;
      if (after?.kind !== 'link') continue;
      const read = this.knowledge.user(key).record;
      const isSame = read?.kind === 'link' && read.contactId === after.contactId;
      links.push({ before: isSame ? read : undefined, after });
    }
    return links;
  }

  /**
   * What the decision writes, with what contacts copy of links.
   *
   * @throws NeedSignal when a contact that has to be written is not known yet
   */
  changes(): Change[] {
    copyShown(this);
    const changes: Change[] = [];
    for (const { kind, key, record } of this.written.values()) {
      const known = this.knowledge.recall(kind, key);
      if (sameRecord(known.record, record)) continue;
      changes.push({ kind, key, rev: known.rev, record } as Change);
    }
    return changes;
  }

  private current<K extends SyncRecordKind>(kind: K, key: string): SyncRecords[K] | undefined {
    const draft = this.written.get(`${kind} ${key}`);
    return draft === undefined ? this.knowledge.recall(kind, key).record : (draft.record as SyncRecords[K] | undefined);
  }
}

/** Whether two records hold the same; absent members and undefined ones are the same. */
export function sameRecord(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => sameRecord(item, other[index]))
    );
  }
  const left = one as Record<string, unknown>;
  const right = other as Record<string, unknown>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameRecord(left[key], right[key]));
}
