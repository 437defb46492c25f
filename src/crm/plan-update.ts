import type { Failure } from '../contract/result';
import { type ContactRecord, isSynced } from '../domain/contact';
import { sameRecord } from '../domain/drafts';
import type { EmailClaim } from '../domain/email-claim';
import type { Known } from '../domain/known';
import type { JiraUserRecord } from '../domain/link';
import { sha256 } from '../store/records';
import type { TemplateRecord } from '../store/site-config';
import type { SyncState } from '../store/sync-state';
import type { Condition, Write } from '../store/transaction';
import { type ContactChanges, type ContactUpdate, decideUpdate } from './decide-update';

/** What an update rests on, as it was read. */
export interface UpdateReads {
  state: SyncState;
  template: TemplateRecord | undefined;
  /** The claims on the contact's email and on the one that it is to have. */
  claim: (emailKey: string) => Known<EmailClaim>;
  user: (accountId: string) => Known<JiraUserRecord>;
  companyExists: (id: string) => boolean;
}

export interface UpdatePlan {
  writes: Write[];
  conditions: Condition[];
  contact: ContactRecord;
  /** Accounts that were waiting for what the update released. */
  wake: string[];
}

/** Decides about a person's changes of a contact, and what they take in writes and conditions. */
export function planUpdate(
  known: Known<ContactRecord> & { record: ContactRecord },
  { version, changes }: { version: number; changes: ContactChanges },
  reads: UpdateReads,
): UpdatePlan | { ok: false; error: Failure } {
  const { record: contact } = known;
  const { state, template, companyExists, claim, user } = reads;
  const primary = contact.primary === undefined ? undefined : user(contact.primary).record;
  const update = decideUpdate(
    {
      contact,
      version,
      synced: isSynced(contact, state),
      editPolicy: state.settings.editPolicy,
      link: primary?.kind === 'link' && primary.contactId === contact.id ? primary : undefined,
      companyExists,
      template,
      ownerOf: (key) => claim(key).record?.contactId,
      now: new Date().toISOString(),
      hash: sha256,
    },
    changes,
  );
  return 'error' in update ? update : { contact: update.contact, ...writesOf(known, update, reads) };
}

/** The contact, its claims and the mark on its link, and what must not have changed meanwhile. */
function writesOf(
  before: Known<ContactRecord>,
  { contact, link, releases, takes }: ContactUpdate,
  { claim, user }: UpdateReads,
): Omit<UpdatePlan, 'contact'> {
  if (sameRecord(before.record, contact) && link === undefined) return { writes: [], conditions: [], wake: [] };
  const writes: Write[] = [{ kind: 'contact', key: contact.id, rev: before.rev, record: contact }];
  const conditions: Condition[] = [];
  const wake: string[] = [];
  if (takes !== undefined) {
    const { record, rev } = claim(takes);
    writes.push({ kind: 'claim', key: takes, rev, record: record ?? { contactId: contact.id, waiting: [] } });
  }
  const released = releases === undefined ? undefined : claim(releases);
  if (releases !== undefined && released?.record?.contactId === contact.id) {
    writes.push({ kind: 'claim', key: releases, rev: released.rev, record: undefined });
    wake.push(...released.record.waiting);
  }
  const { primary } = contact;
  if (primary !== undefined) {
    const { record, rev } = user(primary);
    if (link !== undefined) writes.push({ kind: 'user', key: primary, rev, record: link });
    else conditions.push({ kind: 'user', key: primary, rev });
    const isPending = record?.kind === 'link' && record.pending === true;
    if (isPending && (takes !== undefined || releases !== undefined)) wake.push(primary);
  }
  return { writes, conditions, wake };
}
