import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError, failureOf } from '../bridge/call-error';
import { contacts as calls } from '../bridge/calls';
import type { Contact, Failure, TemplateField } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import type { ContactChanges } from './contact-changes';
import { type ContactDraft, contactChanges, newContact } from './contact-draft';
import { failedField } from './failed-field';
import { rememberContact } from './remember-contact';
import { type Saved, saveContact } from './save-contact';

export interface ContactConflict {
  base: Contact;
  theirs: Contact;
  changes: ContactChanges;
}

/** What is wrong, by `name`, `email`, `company` or the id of a field. */
export type Problems = Readonly<Record<string, string>>;

/** Creates or changes a contact, and finds out what a refusal means. Nothing that was typed is lost on the way. */
export function useSaveContact(
  start: Contact | undefined,
  fields: readonly TemplateField[],
  onSaved: (contact: Contact) => void,
) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [locked, setLocked] = useState(start?.locked === true);
  const [conflict, setConflict] = useState<ContactConflict>();
  const [saving, setSaving] = useState(false);

  const send = async (base: Contact | undefined, changes: ContactChanges, draft: ContactDraft): Promise<Saved> => {
    if (base !== undefined) return saveContact(base, changes, calls);
    try {
      return { outcome: 'saved', contact: await calls.createContact({ contact: newContact(draft, fields) }) };
    } catch (caught) {
      const failure = failureOf(caught);
      return failure.code === 'conflict' ? { outcome: 'email-taken' } : { outcome: 'refused', failure };
    }
  };

  const attempt = async (
    base: Contact | undefined,
    changes: ContactChanges,
    draft: ContactDraft,
  ): Promise<Problems> => {
    setError(undefined);
    setSaving(true);
    const saved = await send(base, changes, draft);
    setSaving(false);
    switch (saved.outcome) {
      case 'saved':
        rememberContact(client, saved.contact);
        onSaved(saved.contact);
        return {};
      case 'conflict':
        if (base !== undefined) setConflict({ base, theirs: saved.theirs, changes });
        return {};
      case 'email-taken':
        setConflict(undefined);
        return { email: t('contacts.form.emailTaken') };
      case 'refused':
        setConflict(undefined);
        return refused(saved.failure);
    }
  };

  const refused = (failure: Failure): Problems => {
    if (failure.code === 'locked') setLocked(true);
    if (failure.code === 'unavailable') void client.invalidateQueries({ queryKey: queryKeys.contacts });
    const field = failedField(failure);
    if (failure.code === 'not-found' && field === 'companyId') return { companyId: t('contacts.pick.gone') };
    if (failure.code === 'invalid' && field !== undefined) {
      void client.invalidateQueries({ queryKey: queryKeys.template('contact') });
      if (isShown(field)) return { [field]: t('fields.problem.refused') };
    }
    setError(new CallError(failure));
    return {};
  };
  const isShown = (field: string) => field === 'name' || field === 'email' || fields.some(({ id }) => id === field);

  return {
    /** Answers with what is wrong with single values. */
    save: (draft: ContactDraft) =>
      attempt(start, start === undefined ? {} : contactChanges(start, draft, fields), draft),
    /** Saves over what the other person saved. */
    keepMine: (draft: ContactDraft) =>
      conflict === undefined ? Promise.resolve({}) : attempt(conflict.theirs, conflict.changes, draft),
    /** Leaves the two versions; the next attempt meets them again. */
    reconsider: () => setConflict(undefined),
    saving,
    error,
    locked,
    conflict,
  };
}
