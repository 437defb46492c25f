import type { Contact, FieldValue, TemplateField } from '../contract';
import { draftOfValue, type FieldDraft, fieldChanges } from '../fields/field-draft';
import type { ContactChanges } from './contact-changes';

/** What a person has typed about a contact. An empty email is none. */
export interface ContactDraft {
  name: string;
  email: string;
  companyId?: string;
  companyName?: string;
  /** By field id. What is left out is as it was. */
  fields?: Record<string, FieldDraft>;
}

export function draftOf(contact: Contact | undefined, fields: readonly TemplateField[] = []): ContactDraft {
  const drafts = fields.map((field) => [field.id, draftOfValue(field, contact?.fields[field.id])] as const);
  const draft: ContactDraft = {
    name: contact?.name ?? '',
    email: contact?.email ?? '',
    fields: Object.fromEntries(drafts),
  };
  if (contact?.companyId !== undefined) draft.companyId = contact.companyId;
  if (contact?.companyName !== undefined) draft.companyName = contact.companyName;
  return draft;
}

/** What the draft changes, as `updateContact` wants it: null clears. Spaces around what was typed do not count. */
export function contactChanges(
  base: Contact,
  draft: ContactDraft,
  fields: readonly TemplateField[] = [],
): ContactChanges {
  const changes: ContactChanges = {};
  const email = draft.email.trim();
  if (draft.name.trim() !== base.name.trim()) changes.name = draft.name.trim();
  if (email !== (base.email ?? '')) changes.email = email === '' ? null : email;
  if (draft.companyId !== base.companyId) changes.companyId = draft.companyId ?? null;
  const changed = fieldChanges(fields, base.fields, draft.fields ?? {});
  if (Object.keys(changed).length > 0) changes.fields = changed;
  return changes;
}

/** The draft of a new contact, as `createContact` wants it: what is empty is left out. */
export function newContact(draft: ContactDraft, fields: readonly TemplateField[] = []) {
  const email = draft.email.trim();
  const given = Object.entries(fieldChanges(fields, {}, draft.fields ?? {})).filter(
    (entry): entry is [string, FieldValue] => entry[1] !== null,
  );
  return {
    name: draft.name.trim(),
    ...(email === '' ? {} : { email }),
    ...(draft.companyId === undefined ? {} : { companyId: draft.companyId }),
    ...(given.length === 0 ? {} : { fields: Object.fromEntries(given) }),
  };
}

/** Whether the draft holds anything that is not saved. */
export function isContactWritten(
  base: Contact | undefined,
  draft: ContactDraft,
  fields: readonly TemplateField[] = [],
): boolean {
  if (base !== undefined) return Object.keys(contactChanges(base, draft, fields)).length > 0;
  const { name, ...others } = newContact(draft, fields);
  return name !== '' || Object.keys(others).length > 0;
}
