import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { type FormEvent, useRef, useState } from 'react';
import type { Contact, Template } from '../contract';
import { fieldProblem, fieldsOf } from '../fields/field-draft';
import { problemText } from '../fields/field-text';
import { useFormats } from '../page-provider';
import { useTemplate } from '../state/use-template';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import layout from '../ui/layout.module.css';
import { Failed, Loading } from '../ui/page-states';
import { conflictTexts } from './contact-conflict';
import { type ContactDraft, draftOf } from './contact-draft';
import { ContactFields } from './contact-fields';
import styles from './contact-page.module.css';
import { emailProblemText, nameProblemText } from './contact-problems';
import { useNavigation } from './navigation';
import { OthersChanged } from './others-changed';
import { SaveFailed } from './save-failed';
import { type Problems, useSaveContact } from './use-save-contact';

interface Props {
  contact?: Contact;
  onClose: () => void;
}

/** Creates a contact, or changes the given one. Laid out by the template. */
export default function ContactDialog({ contact, onClose }: Props) {
  const template = useTemplate('contact');
  const [base, setBase] = useState(contact);
  const title = contact === undefined ? t('contacts.form.create') : t('contacts.form.edit');
  if (template.data !== undefined) {
    return (
      <ContactEditor
        key={base?.version ?? 0}
        title={title}
        base={base}
        template={template.data}
        onReload={setBase}
        onClose={onClose}
      />
    );
  }
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        {template.isError ? (
          <Failed error={template.error} onRetry={() => void template.refetch()} retrying={template.isFetching} />
        ) : (
          <Loading lines={4} />
        )}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

interface EditorProps {
  title: string;
  base: Contact | undefined;
  template: Template;
  onReload: (contact: Contact) => void;
  onClose: () => void;
}

function ContactEditor({ title, base, template, onReload, onClose }: EditorProps) {
  const { go } = useNavigation();
  const formats = useFormats();
  const form = useRef<HTMLFormElement>(null);
  const fields = fieldsOf(template.sections);
  const [draft, setDraft] = useState<ContactDraft>(() => draftOf(base, fields));
  const [problems, setProblems] = useState<Problems>({});
  const { save, keepMine, saving, error, locked, conflict } = useSaveContact(base, fields, (saved) => {
    onClose();
    if (base === undefined) go({ page: 'contact', id: saved.id });
  });

  const show = (found: Problems) => {
    setProblems(found);
    if (Object.keys(found).length > 0) {
      window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    const found = problemsOf(draft);
    show(Object.keys(found).length > 0 ? found : await save(draft));
  };
  const problemsOf = (written: ContactDraft): Problems => {
    const found: [string, string][] = [];
    const name = nameProblemText(written.name);
    const email = emailProblemText(written.email);
    if (name !== undefined) found.push(['name', name]);
    if (email !== undefined) found.push(['email', email]);
    const before = draftOf(base, fields).fields ?? {};
    for (const field of fields) {
      const value = written.fields?.[field.id] ?? '';
      const untouched = base !== undefined && JSON.stringify(value) === JSON.stringify(before[field.id]);
      const problem = untouched ? undefined : fieldProblem(field, value);
      if (problem !== undefined) found.push([field.id, problemText(field, problem)]);
    }
    return Object.fromEntries(found);
  };
  const versions = conflict === undefined ? undefined : { ...conflict, companyName: draft.companyName };
  const texts = versions === undefined ? undefined : conflictTexts(versions, fields, formats);

  return (
    <Modal onClose={onClose} shouldCloseOnOverlayClick={false} width="medium">
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate className={styles.dialogForm}>
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className={layout.stack}>
            {error !== undefined && <SaveFailed error={error} />}
            {texts !== undefined && (
              <ConflictView title={t('contacts.conflict.title')} rows={texts.rows}>
                <OthersChanged labels={texts.others} />
              </ConflictView>
            )}
            <div hidden={conflict !== undefined}>
              <ContactFields
                draft={draft}
                onDraft={(change) => {
                  setDraft(change);
                  setProblems({});
                }}
                sections={template.sections}
                problems={problems}
                locked={locked}
                synced={base?.synced === true}
                isNew={base === undefined}
              />
            </div>
          </div>
        </ModalBody>
        <ModalFooter>
          {conflict === undefined ? (
            <>
              <Button appearance="subtle" onClick={onClose}>
                {t('shared.cancel')}
              </Button>
              <Button appearance="primary" type="submit" isLoading={saving}>
                {base === undefined ? t('contacts.form.create') : t('shared.save')}
              </Button>
            </>
          ) : (
            <>
              <Button onClick={() => onReload(conflict.theirs)}>{t('contacts.conflict.useTheirs')}</Button>
              <Button appearance="primary" onClick={() => void keepMine(draft).then(show)} isLoading={saving}>
                {t('contacts.conflict.keepMine')}
              </Button>
            </>
          )}
        </ModalFooter>
      </form>
    </Modal>
  );
}
