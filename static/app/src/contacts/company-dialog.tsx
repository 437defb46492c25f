import Button from '@atlaskit/button/new';
import Form, { ErrorMessage, Field } from '@atlaskit/form';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { type Company, limits } from '../contract';
import { nameProblem } from '../rules';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import { DomainsEditor } from '../ui/domains-editor';
import layout from '../ui/layout.module.css';
import { companyDifferences } from './company-draft';
import styles from './contacts.module.css';
import { useNavigation } from './navigation';
import { SaveFailed } from './save-failed';
import { useSaveCompany } from './use-save-company';

/** Creates a company, or changes the given one. */
export default function CompanyDialog({ company, onClose }: { company?: Company; onClose: () => void }) {
  const { go } = useNavigation();
  const [base, setBase] = useState(company);
  return (
    <CompanyEditor
      key={base?.version ?? 0}
      base={base}
      onReload={setBase}
      onClose={onClose}
      onSaved={(saved) => {
        onClose();
        if (company === undefined) go({ page: 'company', id: saved.id });
      }}
    />
  );
}

interface EditorProps {
  base: Company | undefined;
  onReload: (company: Company) => void;
  onClose: () => void;
  onSaved: (company: Company) => void;
}

function CompanyEditor({ base, onReload, onClose, onSaved }: EditorProps) {
  const { save, error, conflict } = useSaveCompany(base, onSaved);
  const [domains, setDomains] = useState<string[]>(base?.domains ?? []);
  const [pending, setPending] = useState('');
  const [saving, setSaving] = useState(false);
  const domainsId = useId();

  const wrongName = (value: string | undefined) => {
    const problem = nameProblem(value ?? '');
    if (problem === undefined) return undefined;
    return problem === 'long' ? t('contacts.form.nameLong', { most: limits.nameLength }) : t('contacts.form.nameBlank');
  };
  const keepMine = async () => {
    if (conflict === undefined) return;
    setSaving(true);
    await save(conflict.mine, conflict.theirs.version);
    setSaving(false);
  };

  return (
    <Modal onClose={onClose} shouldCloseOnOverlayClick={false} width="medium">
      <Form<{ name: string }> onSubmit={async ({ name }) => save({ name: name ?? '', domains })}>
        {({ formProps, submitting }) => (
          <form {...formProps} noValidate>
            <ModalHeader>
              <ModalTitle>{base === undefined ? t('contacts.company.create') : t('contacts.company.edit')}</ModalTitle>
            </ModalHeader>
            <ModalBody>
              {error !== undefined && <SaveFailed error={error} />}
              {conflict !== undefined && (
                <ConflictView
                  title={t('contacts.conflict.companyTitle')}
                  rows={companyDifferences(conflict.theirs, conflict.mine).map((difference) => ({
                    ...difference,
                    key: difference.field,
                    label: difference.field === 'name' ? t('shared.name') : t('contacts.company.domains'),
                  }))}
                />
              )}
              <div hidden={conflict !== undefined}>
                <Field<string>
                  name="name"
                  label={t('shared.name')}
                  defaultValue={base?.name ?? ''}
                  isRequired
                  validate={wrongName}
                >
                  {({ fieldProps, error: wrong }) => (
                    <>
                      <Textfield {...fieldProps} dir="auto" autoComplete="off" autoFocus />
                      {wrong !== undefined && <ErrorMessage>{wrong}</ErrorMessage>}
                    </>
                  )}
                </Field>
                <fieldset className={styles.domains} aria-describedby={domainsId}>
                  <legend className={styles.legend}>{t('contacts.company.domains')}</legend>
                  <p className={layout.small} id={domainsId}>
                    {t('contacts.company.domainsHelp')}
                  </p>
                  <DomainsEditor
                    domains={domains}
                    most={limits.domainsPerCompany}
                    none={t('contacts.company.noDomains')}
                    onChange={setDomains}
                    onPending={setPending}
                  />
                </fieldset>
              </div>
            </ModalBody>
            <ModalFooter>
              {conflict === undefined ? (
                <>
                  <Button appearance="subtle" onClick={onClose}>
                    {t('shared.cancel')}
                  </Button>
                  <Button appearance="primary" type="submit" isLoading={submitting} isDisabled={pending.trim() !== ''}>
                    {base === undefined ? t('contacts.company.create') : t('shared.save')}
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
