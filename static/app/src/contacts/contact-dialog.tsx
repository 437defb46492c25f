import Button from '@atlaskit/button/new';
import Form, { ErrorMessage, Field } from '@atlaskit/form';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { type Contact, limits } from '../contract';
import { emailProblem, nameProblem } from '../rules';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import layout from '../ui/layout.module.css';
import { Notice } from '../ui/notice';
import { type CompanyChoice, CompanyPicker } from './company-picker';
import { type ContactDraft, differences, draftOf } from './contact-draft';
import { useNavigation } from './navigation';
import { SaveFailed } from './save-failed';
import { useSaveContact } from './use-save-contact';

interface Values {
  name: string;
  email: string;
  company: CompanyChoice | null;
}

/** Creates a contact, or changes the given one. */
export default function ContactDialog({ contact, onClose }: { contact?: Contact; onClose: () => void }) {
  const { go } = useNavigation();
  const [base, setBase] = useState(contact);
  return (
    <ContactEditor
      key={base?.version ?? 0}
      base={base}
      onReload={setBase}
      onClose={onClose}
      onSaved={(saved) => {
        onClose();
        if (contact === undefined) go({ page: 'contact', id: saved.id });
      }}
    />
  );
}

interface EditorProps {
  base: Contact | undefined;
  onReload: (contact: Contact) => void;
  onClose: () => void;
  onSaved: (contact: Contact) => void;
}

function ContactEditor({ base, onReload, onClose, onSaved }: EditorProps) {
  const { save, error, locked, conflict, dropConflict } = useSaveContact(base, onSaved);
  const [saving, setSaving] = useState(false);
  const start = draftOf(base);

  const keepMine = async () => {
    if (conflict === undefined) return;
    setSaving(true);
    const wrong = await save(conflict.mine, conflict.theirs.version);
    setSaving(false);
    if (wrong !== undefined) dropConflict();
  };

  return (
    <Modal onClose={onClose} shouldCloseOnOverlayClick={false} width="medium">
      <Form<Values> onSubmit={async (values) => save(draftFrom(values))}>
        {({ formProps, submitting }) => (
          <form {...formProps} noValidate>
            <ModalHeader>
              <ModalTitle>{base === undefined ? t('contacts.form.create') : t('contacts.form.edit')}</ModalTitle>
            </ModalHeader>
            <ModalBody>
              {error !== undefined && <SaveFailed error={error} />}
              {conflict !== undefined && (
                <ConflictView
                  title={t('contacts.conflict.title')}
                  rows={differences(conflict.theirs, conflict.mine).map((difference) => ({
                    ...difference,
                    key: difference.field,
                    label: t(`shared.${difference.field}`),
                  }))}
                />
              )}
              <div hidden={conflict !== undefined}>
                <Fields start={start} locked={locked} synced={base?.synced === true} />
              </div>
            </ModalBody>
            <ModalFooter>
              {conflict === undefined ? (
                <>
                  <Button appearance="subtle" onClick={onClose}>
                    {t('shared.cancel')}
                  </Button>
                  <Button appearance="primary" type="submit" isLoading={submitting}>
                    {base === undefined ? t('contacts.form.create') : t('shared.save')}
                  </Button>
                </>
              ) : (
                <>
                  <Button onClick={() => onReload(conflict.theirs)}>{t('contacts.conflict.useTheirs')}</Button>
                  <Button appearance="primary" onClick={() => void keepMine()} isLoading={saving}>
                    {t('contacts.conflict.keepMine')}
                  </Button>
                </>
              )}
            </ModalFooter>
          </form>
        )}
      </Form>
    </Modal>
  );
}

function draftFrom({ name, email, company }: Values): ContactDraft {
  return {
    name: name ?? '',
    email: email ?? '',
    ...(company === null || company === undefined ? {} : { companyId: company.value, companyName: company.label }),
  };
}

function Fields({ start, locked, synced }: { start: ContactDraft; locked: boolean; synced: boolean }) {
  const wrongName = (value: string | undefined) => {
    const problem = nameProblem(value ?? '');
    if (problem === undefined) return undefined;
    return problem === 'long' ? t('contacts.form.nameLong', { most: limits.nameLength }) : t('contacts.form.nameBlank');
  };
  const wrongEmail = (value: string | undefined) => {
    const problem = emailProblem(value ?? '');
    if (problem === undefined) return undefined;
    return problem === 'long'
      ? t('contacts.form.emailLong', { most: limits.emailLength })
      : t('contacts.form.emailWrong');
  };
  return (
    <>
      {locked ? (
        <Notice look="information">{t('contacts.form.locked')}</Notice>
      ) : synced ? (
        <Notice look="information">{t('contacts.form.follows')}</Notice>
      ) : (
        <p className={layout.small}>{t('contacts.form.required')}</p>
      )}
      <Field<string> name="name" label={t('shared.name')} defaultValue={start.name} isRequired validate={wrongName}>
        {({ fieldProps, error }) => (
          <>
            <Textfield
              {...fieldProps}
              dir="auto"
              autoComplete="off"
              isReadOnly={locked}
              appearance={locked ? 'subtle' : 'standard'}
              autoFocus={!locked}
            />
            {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
          </>
        )}
      </Field>
      <Field<string> name="email" label={t('shared.email')} defaultValue={start.email} validate={wrongEmail}>
        {({ fieldProps, error }) => (
          <>
            <Textfield
              {...fieldProps}
              type="email"
              autoComplete="off"
              isReadOnly={locked}
              appearance={locked ? 'subtle' : 'standard'}
            />
            {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
          </>
        )}
      </Field>
      <Field<CompanyChoice | null>
        name="company"
        label={t('shared.company')}
        defaultValue={
          start.companyId === undefined ? null : { value: start.companyId, label: start.companyName ?? start.companyId }
        }
      >
        {({ fieldProps, error }) => (
          <>
            <CompanyPicker
              inputId={fieldProps.id}
              labelledBy={fieldProps['aria-labelledby']}
              value={fieldProps.value}
              onChange={fieldProps.onChange}
            />
            {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
          </>
        )}
      </Field>
    </>
  );
}
