import type { Contact } from '../contract';

/** What a person has typed about a contact. An empty email is none. */
export interface ContactDraft {
  name: string;
  email: string;
  companyId?: string;
  companyName?: string;
}

export interface ContactChanges {
  name?: string;
  email?: string | null;
  companyId?: string | null;
}

export function draftOf(contact: Contact | undefined): ContactDraft {
  if (contact === undefined) return { name: '', email: '' };
  return {
    name: contact.name,
    email: contact.email ?? '',
    ...(contact.companyId === undefined ? {} : { companyId: contact.companyId }),
    ...(contact.companyName === undefined ? {} : { companyName: contact.companyName }),
  };
}

/** What the draft changes, as `updateContact` wants it: null clears. Spaces around what was typed do not count. */
export function contactChanges(base: Contact, draft: ContactDraft): ContactChanges {
  const changes: ContactChanges = {};
  const email = draft.email.trim();
  if (draft.name.trim() !== base.name.trim()) changes.name = draft.name.trim();
  if (email !== (base.email ?? '')) changes.email = email === '' ? null : email;
  if (draft.companyId !== base.companyId) changes.companyId = draft.companyId ?? null;
  return changes;
}

export interface Difference {
  field: 'name' | 'email' | 'company';
  theirs: string;
  mine: string;
}

/** Where what is stored now and what was typed do not agree. */
export function differences(theirs: Contact, mine: ContactDraft): Difference[] {
  const changes = contactChanges(theirs, mine);
  const found: Difference[] = [];
  if (changes.name !== undefined) found.push({ field: 'name', theirs: theirs.name, mine: mine.name.trim() });
  if (changes.email !== undefined) found.push({ field: 'email', theirs: theirs.email ?? '', mine: mine.email.trim() });
  if (changes.companyId !== undefined) {
    found.push({
      field: 'company',
      theirs: theirs.companyName ?? theirs.companyId ?? '',
      mine: mine.companyName ?? mine.companyId ?? '',
    });
  }
  return found;
}
