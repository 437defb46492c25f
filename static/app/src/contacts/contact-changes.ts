import type { Contact, FieldValue } from '../contract';
import { sameValue } from '../fields/field-draft';

/** What a person changes on a contact; null clears. */
export interface ContactChanges {
  name?: string;
  email?: string | null;
  companyId?: string | null;
  fields?: Record<string, FieldValue | null>;
}

/** A value of a contact that can be changed alone. */
export type ContactPart = { of: 'name' | 'email' | 'company' } | { of: 'field'; id: string };

/** The parts that the changes are about. */
export function partsOf(changes: ContactChanges): ContactPart[] {
  const parts: ContactPart[] = [];
  if (changes.name !== undefined) parts.push({ of: 'name' });
  if (changes.email !== undefined) parts.push({ of: 'email' });
  if (changes.companyId !== undefined) parts.push({ of: 'company' });
  for (const id of Object.keys(changes.fields ?? {})) parts.push({ of: 'field', id });
  return parts;
}

export function partOf(contact: Contact, part: ContactPart): FieldValue | null {
  switch (part.of) {
    case 'name':
      return contact.name;
    case 'email':
      return contact.email ?? null;
    case 'company':
      return contact.companyId ?? null;
    case 'field':
      return contact.fields[part.id] ?? null;
  }
}

export function wanted(changes: ContactChanges, part: ContactPart): FieldValue | null {
  switch (part.of) {
    case 'name':
      return changes.name ?? null;
    case 'email':
      return changes.email ?? null;
    case 'company':
      return changes.companyId ?? null;
    case 'field':
      return changes.fields?.[part.id] ?? null;
  }
}

/** The parts that are not yet as the changes want them. */
export function openParts(contact: Contact, changes: ContactChanges): ContactPart[] {
  return partsOf(changes).filter((part) => !sameValue(partOf(contact, part), wanted(changes, part)));
}

/** The parts that somebody else changed meanwhile, to something else than these changes want. */
export function clashes(base: Contact, theirs: Contact, changes: ContactChanges): ContactPart[] {
  return openParts(theirs, changes).filter((part) => !sameValue(partOf(theirs, part), partOf(base, part)));
}
