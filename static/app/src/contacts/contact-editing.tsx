import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { contacts as calls } from '../bridge/calls';
import type { Contact, Failure, TemplateField } from '../contract';
import { useFormats } from '../page-provider';
import { queryKeys } from '../state/query-keys';
import { savingFailed } from '../texts/errors';
import { t } from '../texts/t';
import { LiveRegion } from '../ui/hidden';
import type { ContactChanges } from './contact-changes';
import { conflictTexts } from './contact-conflict';
import { failedField } from './failed-field';
import { rememberContact } from './remember-contact';
import { saveContact } from './save-contact';
import { useVersionsQuestion } from './use-versions-question';

interface Change {
  /** The contact as it was when the person began to write. */
  base: Contact;
  changes: ContactChanges;
  /** What is said to be saved. */
  label: string;
  /** The name of the company that the changes choose. */
  companyName?: string | undefined;
}

interface Editing {
  contact: Contact;
  fields: readonly TemplateField[];
  mayEdit: boolean;
  /** Answers with what is wrong; undefined when the change was saved, or given up for what another person saved. */
  change: (change: Change) => Promise<string | undefined>;
}

const EditingContext = createContext<Editing | undefined>(undefined);

export function useContactEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === undefined) throw new Error('There is no contact to edit here.');
  return editing;
}

interface Props {
  contact: Contact;
  fields: readonly TemplateField[];
  mayEdit: boolean;
  children: ReactNode;
}

/** Saves single values of a contact, and asks when somebody else saved another one meanwhile. */
export function ContactEditing({ contact, fields, mayEdit, children }: Props) {
  const client = useQueryClient();
  const formats = useFormats();
  const { ask, question } = useVersionsQuestion();
  const [said, setSaid] = useState('');

  const editing = useMemo<Editing>(() => {
    const change = async (wanted: Change): Promise<string | undefined> => {
      setSaid('');
      let { base } = wanted;
      for (;;) {
        const saved = await saveContact(base, wanted.changes, calls);
        if (saved.outcome === 'saved') {
          rememberContact(client, saved.contact);
          setSaid(t('fields.saved', { label: wanted.label }));
          return undefined;
        }
        if (saved.outcome === 'email-taken') return t('contacts.form.emailTaken');
        if (saved.outcome === 'refused') {
          if (saved.failure.code === 'forbidden') void client.invalidateQueries({ queryKey: queryKeys.rights });
          if (saved.failure.code === 'locked') void client.invalidateQueries({ queryKey: queryKeys.contact(base.id) });
          return refusal(saved.failure);
        }
        const versions = conflictTexts({ ...wanted, base, theirs: saved.theirs }, fields, formats);
        const decision = await ask({ title: t('contacts.conflict.title'), ...versions });
        if (decision !== 'mine') rememberContact(client, saved.theirs);
        if (decision === 'theirs') return undefined;
        if (decision === 'later') return t('contacts.inline.changedMeanwhile');
        base = saved.theirs;
      }
    };
    return { contact, fields, mayEdit, change };
  }, [contact, fields, mayEdit, client, formats, ask]);

  return (
    <EditingContext.Provider value={editing}>
      {children}
      <LiveRegion>{said}</LiveRegion>
      {question}
    </EditingContext.Provider>
  );
}

/** In plain words; the app's own reason where it names a value. */
export function refusal(failure: Failure): string {
  if (failure.code === 'invalid' && failedField(failure) !== undefined) return t('fields.problem.refused');
  if (failure.code === 'not-found' && failedField(failure) === 'companyId') return t('contacts.pick.gone');
  const { title, body } = savingFailed(failure);
  return t('contacts.inline.refused', { title, body });
}
