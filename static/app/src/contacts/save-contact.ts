import { CallError, failureOf } from '../bridge/call-error';
import type { Contact, Failure } from '../contract';
import { type ContactChanges, clashes, openParts } from './contact-changes';

/** What became of a person's changes. */
export type Saved =
  | { outcome: 'saved'; contact: Contact }
  /** Somebody else changed the same value; nothing was saved. */
  | { outcome: 'conflict'; theirs: Contact }
  | { outcome: 'email-taken' }
  | { outcome: 'refused'; failure: Failure };

/** The app, as far as saving needs it. Both reject with a `CallError`. */
export interface ContactCalls {
  getContact: (id: string) => Promise<Contact>;
  updateContact: (payload: { id: string; version: number; changes: ContactChanges }) => Promise<Contact>;
}

const mostAttempts = 4;

/**
 * Saves changes that were made to `base`. What others changed meanwhile stays as it is, unless it is the same value: then
 * nothing is saved, and the answer is how the contact is now. When the answer gets lost, the contact is read to find out.
 */
export async function saveContact(
  base: Contact,
  changes: ContactChanges,
  { getContact, updateContact }: ContactCalls,
): Promise<Saved> {
  let current = base;
  for (let attempt = 1; ; attempt += 1) {
    if (openParts(current, changes).length === 0) return { outcome: 'saved', contact: current };
    try {
      return { outcome: 'saved', contact: await updateContact({ id: base.id, version: current.version, changes }) };
    } catch (caught) {
      const failure = failureOf(caught);
      if (failure.code !== 'conflict' && failure.code !== 'unavailable') return { outcome: 'refused', failure };
      const now = await read(() => getContact(base.id));
      if (now === undefined) return { outcome: 'refused', failure };
      if (openParts(now, changes).length === 0) return { outcome: 'saved', contact: now };
      if (now.version === current.version) {
        const taken = failure.code === 'conflict' && typeof changes.email === 'string';
        return taken ? { outcome: 'email-taken' } : { outcome: 'refused', failure };
      }
      if (clashes(base, now, changes).length > 0 || attempt === mostAttempts) {
        return { outcome: 'conflict', theirs: now };
      }
      current = now;
    }
  }
}

async function read(contact: () => Promise<Contact>): Promise<Contact | undefined> {
  try {
    return await contact();
  } catch (caught) {
    if (caught instanceof CallError) return undefined;
    throw caught;
  }
}
