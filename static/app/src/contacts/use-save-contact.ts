import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../bridge/call-error';
import { contacts as calls } from '../bridge/calls';
import type { Contact } from '../contract';
import { queryKeys } from '../state/query-keys';
import { t } from '../texts/t';
import { type ContactDraft, contactChanges } from './contact-draft';
import { failedField } from './failed-field';

export interface ContactConflict {
  theirs: Contact;
  mine: ContactDraft;
}

export type FieldErrors = Partial<Record<'name' | 'email' | 'company', string>>;

/** Creates or changes a contact, and finds out what a refusal means. Nothing that was typed is lost on the way. */
export function useSaveContact(base: Contact | undefined, onSaved: (contact: Contact) => void) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [locked, setLocked] = useState(base?.locked === true);
  const [conflict, setConflict] = useState<ContactConflict>();

  /** Answers with what is wrong with single fields; `version` overrides the one that was read first. */
  const save = async (draft: ContactDraft, version = base?.version): Promise<FieldErrors | undefined> => {
    setError(undefined);
    try {
      onSaved(remember(await send(draft, version)));
      return undefined;
    } catch (caught) {
      return explain(caught, draft, version);
    }
  };

  const send = (draft: ContactDraft, version: number | undefined): Promise<Contact> => {
    if (base === undefined || version === undefined) {
      const email = draft.email.trim();
      return calls.createContact({
        contact: {
          name: draft.name.trim(),
          ...(email === '' ? {} : { email }),
          ...(draft.companyId === undefined ? {} : { companyId: draft.companyId }),
        },
      });
    }
    const changes = contactChanges(base, draft);
    if (Object.keys(changes).length === 0) return Promise.resolve(base);
    return calls.updateContact({ id: base.id, version, changes });
  };

  const remember = (contact: Contact): Contact => {
    client.setQueryData(queryKeys.contact(contact.id), contact);
    void client.invalidateQueries({ queryKey: queryKeys.contacts });
    return contact;
  };

  const explain = async (
    caught: unknown,
    draft: ContactDraft,
    version: number | undefined,
  ): Promise<FieldErrors | undefined> => {
    const failure = failureOf(caught);
    const field = failedField(failure);
    if (failure.code === 'conflict') {
      if (field === 'email') return { email: t('contacts.form.emailTaken') };
      const theirs = base === undefined ? undefined : await current(base.id);
      if (theirs !== undefined && theirs.version !== version) {
        setConflict({ theirs, mine: draft });
        return undefined;
      }
      return { email: t('contacts.form.emailTaken') };
    }
    if (failure.code === 'invalid' && (field === 'name' || field === 'email')) return { [field]: failure.message };
    if (failure.code === 'locked') setLocked(true);
    if (failure.code === 'unavailable') await client.invalidateQueries({ queryKey: queryKeys.contacts });
    setError(caught);
    return undefined;
  };

  const current = async (id: string): Promise<Contact | undefined> => {
    try {
      return await calls.getContact(id);
    } catch (caught) {
      setError(caught);
      return undefined;
    }
  };

  return { save, error, locked, conflict, dropConflict: () => setConflict(undefined) };
}
