import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { t } from '../texts/t';
import { ConflictView } from '../ui/conflict-view';
import layout from '../ui/layout.module.css';
import styles from './contact-page.module.css';
import { OthersChanged } from './others-changed';
import { SaveFailed } from './save-failed';

/** Two versions of the record, and the ways out. */
export interface DialogConflict {
  title: string;
  rows: readonly { key: string; label: string; theirs: string; mine: string }[];
  /** What else was changed, which stays. */
  others: readonly string[];
  onTheirs: () => void;
  onMine: () => void;
}

interface Props {
  title: string;
  submit: string;
  saving: boolean;
  error: unknown;
  conflict: DialogConflict | undefined;
  /** Grows when something was found to be wrong: the first control that says so takes the focus. */
  complaints: number;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The form of a record in a dialog. In place of it, two versions of the record when somebody else saved another one. */
export function RecordDialog(props: Props) {
  const { title, submit, saving, error, conflict, complaints, onSubmit, onClose, children } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (complaints > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [complaints]);
  return (
    <Modal onClose={onClose} shouldCloseOnOverlayClick={false} width="medium">
      <form
        ref={form}
        noValidate
        className={styles.dialogForm}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!saving) onSubmit();
        }}
      >
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className={layout.stack}>
            {error !== undefined && <SaveFailed error={error} />}
            {conflict !== undefined && (
              <ConflictView title={conflict.title} rows={conflict.rows}>
                <OthersChanged labels={conflict.others} />
              </ConflictView>
            )}
            <div hidden={conflict !== undefined}>{children}</div>
          </div>
        </ModalBody>
        <ModalFooter>
          {conflict === undefined ? (
            <>
              <Button appearance="subtle" onClick={onClose}>
                {t('shared.cancel')}
              </Button>
              <Button appearance="primary" type="submit" isLoading={saving}>
                {submit}
              </Button>
            </>
          ) : (
            <>
              <Button onClick={conflict.onTheirs}>{t('contacts.conflict.useTheirs')}</Button>
              <Button appearance="primary" onClick={conflict.onMine} isLoading={saving}>
                {t('contacts.conflict.keepMine')}
              </Button>
            </>
          )}
        </ModalFooter>
      </form>
    </Modal>
  );
}
