import { CallError, failureOf } from '../bridge/call-error';
import { type BulkOutcome, type ChosenRecord, type ErrorCode, limits } from '../contract';
import type { ChosenContact } from './selection';

/** Why something was not done; `not-tried`: the work ended before it came to this contact. */
export type BulkReason = ErrorCode | 'not-tried';

export interface BulkFailure {
  contact: ChosenContact;
  reason: BulkReason;
}

export interface BulkResult {
  changed: number;
  failed: BulkFailure[];
}

export interface BulkWork {
  /** Does it for so many contacts as the app takes at once. Rejects where it could be done for none. */
  act: (contacts: ChosenRecord[]) => Promise<BulkOutcome>;
  /** Contacts seen to so far. */
  onProgress: (done: number) => void;
  /** Whether the person wants no more of it. */
  stopped: () => boolean;
}

/** Does something to many contacts, a hundred at a time. Ends at the first hundred that could not be done at all. */
export async function runInChunks(contacts: readonly ChosenContact[], work: BulkWork): Promise<BulkResult> {
  const result: BulkResult = { changed: 0, failed: [] };
  const size = limits.chosenRecords;
  for (let start = 0; start < contacts.length; start += size) {
    const chunk = contacts.slice(start, start + size);
    if (work.stopped()) return ended(result, contacts.slice(start));
    try {
      const { changed, failed } = await work.act(chunk.map(({ id, version }) => ({ id, version })));
      const reasons = new Map(failed.map(({ id, code }) => [id, code]));
      result.changed += changed;
      for (const contact of chunk) {
        const reason = reasons.get(contact.id);
        if (reason !== undefined) result.failed.push({ contact, reason });
      }
    } catch (caught) {
      const { code } = failureOf(caught);
      result.failed.push(...chunk.map((contact) => ({ contact, reason: code })));
      return ended(result, contacts.slice(start + size));
    }
    work.onProgress(Math.min(start + size, contacts.length));
  }
  return result;
}

function ended(result: BulkResult, left: readonly ChosenContact[]): BulkResult {
  result.failed.push(...left.map((contact) => ({ contact, reason: 'not-tried' as const })));
  return result;
}

const hopeless: readonly BulkReason[] = ['forbidden', 'invalid', 'not-found', 'locked'];

/** The contacts for which another try can have another end. */
export function worthRetrying(failed: readonly BulkFailure[]): BulkFailure[] {
  return failed.filter(({ reason }) => !hopeless.includes(reason));
}

/** The reasons, each with its contacts, in the order in which they first came up. */
export function byReason(failed: readonly BulkFailure[]): { reason: BulkReason; contacts: ChosenContact[] }[] {
  const groups = new Map<BulkReason, ChosenContact[]>();
  for (const { contact, reason } of failed) groups.set(reason, [...(groups.get(reason) ?? []), contact]);
  return [...groups].map(([reason, contacts]) => ({ reason, contacts }));
}

/** The contacts as they are now, where they may have been changed meanwhile; those that cannot be read stay as they were. */
export async function withNewVersions(
  failed: readonly BulkFailure[],
  version: (id: string) => Promise<number>,
): Promise<ChosenContact[]> {
  const fresh: ChosenContact[] = [];
  for (const { contact, reason } of failed) {
    const mayBeNewer = reason === 'conflict' || reason === 'unavailable';
    fresh.push(mayBeNewer ? { ...contact, version: await versionOr(contact, version) } : contact);
  }
  return fresh;
}

async function versionOr(contact: ChosenContact, version: (id: string) => Promise<number>): Promise<number> {
  try {
    return await version(contact.id);
  } catch (caught) {
    if (caught instanceof CallError) return contact.version;
    throw caught;
  }
}
